import { findDayNumber, listQuestions } from '../model/questionnaire.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { formatAnswerValue } from './answers.ts'
import type { ShownContext } from './report-context.ts'

/** What came out of a day of the programme. */
interface DayRow {
  /** `Day 2: Candidates`. */
  readonly title: ReportSentence
  readonly ask: string
  readonly question: string
  /** What was said, by those who said something; several items where there are several. */
  readonly results: readonly { readonly partner: string; readonly items: readonly ReportText[] }[]
}

/** The days somebody has a result of; none where single answers may not be shown. */
export function buildDayRows(context: ShownContext): readonly DayRow[] {
  const { questionnaire, names, responses, minGroup } = context
  if (minGroup > 1) return []
  const questions = new Map(listQuestions(questionnaire).map((question) => [question.id, question]))
  return questionnaire.dimensions.flatMap(({ id, title, day }) => {
    const question = day === undefined ? undefined : questions.get(day.result)
    const number = findDayNumber(questionnaire, id)
    if (question === undefined || number === null) return []
    const results = responses.flatMap((response) => {
      const answer = response.answers.get(question.id)
      if (answer?.state !== 'answered') return []
      const { value } = answer
      const items = Array.isArray(value)
        ? value.map((item) => formatAnswerValue(question, [item]))
        : [formatAnswerValue(question, value)]
      return [{ partner: names.partner(response.partner), items }]
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
