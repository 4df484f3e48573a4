import { findDayNumber, listQuestions, type Question } from '../model/questionnaire.ts'
import type { Response } from '../model/response.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { formatAnswerValue } from './answers.ts'
import type { ShownContext } from './report-context.ts'

/** What came out of a day of the programme. */
interface DayRow {
  /** `Day 2: Candidates`. */
  readonly title: ReportSentence
  readonly ask: string
  readonly question: string
  /** What each partner's people said, where they said something. */
  readonly results: readonly { readonly partner: string; readonly items: readonly ReportText[] }[]
}

/** The days somebody has a result of; none where single answers may not be shown. */
export function buildDayRows(context: ShownContext): readonly DayRow[] {
  const { questionnaire, result, names, responses, minGroup } = context
  if (minGroup > 1) return []
  const questions = new Map(listQuestions(questionnaire).map((question) => [question.id, question]))
  return questionnaire.dimensions.flatMap(({ id, title, day }) => {
    const question = day === undefined ? undefined : questions.get(day.result)
    const number = findDayNumber(questionnaire, id)
    if (question === undefined || number === null) return []
    const results = result.partners.flatMap(({ id: partner }) => {
      const items = listItems(question, partner, responses)
      return items.length === 0 ? [] : [{ partner: names.partner(partner), items }]
    })
    return results.length === 0
      ? []
      : [
          {
            title: { say: 'day-title', day: number.day, title },
            ask: names.ask(question.id),
            question: question.id,
            results,
          },
        ]
  })
}

/** What a partner's people answered, each thing once. Whose answer is whose does not show: they are in the order of their texts. */
function listItems(
  question: Question,
  partner: string,
  responses: readonly Response[],
): readonly ReportText[] {
  const answers = responses.flatMap((response) => {
    const answer = response.partner === partner ? response.answers.get(question.id) : undefined
    if (answer?.state !== 'answered') return []
    const { value } = answer
    const items = Array.isArray(value)
      ? value.map((item) => formatAnswerValue(question, [item]))
      : [formatAnswerValue(question, value)]
    return [items.map((item) => ({ key: JSON.stringify(item), item }))]
  })
  const sorted = answers.toSorted((a, b) => (getKey(a) < getKey(b) ? -1 : 1)).flat()
  return [...new Map(sorted.map(({ key, item }) => [key, item])).values()]
}

function getKey(items: readonly { readonly key: string }[]): string {
  return items.map(({ key }) => key).join('\n')
}
