import { dayNumber, questionsOf } from '../model/questionnaire.ts'
import { valueText } from './answers.ts'
import type { Telling } from './telling.ts'

/** What came out of a day of the programme. */
export interface DayRow {
  /** `Day 2: Candidates`. */
  readonly title: string
  readonly ask: string
  readonly question: string
  /** What was said, by those who said something; several items where there are several. */
  readonly results: readonly { readonly partner: string; readonly items: readonly string[] }[]
}

/** The days somebody has a result of; none where single answers may not be shown. */
export function dayRows(telling: Telling): readonly DayRow[] {
  const { questionnaire, result, names, responses, minGroup } = telling
  if (result.hidden !== undefined || minGroup > 1) return []
  const questions = new Map(questionsOf(questionnaire).map((question) => [question.id, question]))
  return questionnaire.dimensions.flatMap(({ id, title, day }) => {
    const question = day === undefined ? undefined : questions.get(day.result)
    const number = dayNumber(questionnaire, id)
    if (question === undefined || number === null) return []
    const results = responses.flatMap((response) => {
      const answer = response.answers.get(question.id)
      if (answer?.state !== 'answered') return []
      const { value } = answer
      const items = Array.isArray(value)
        ? value.map((item) => valueText(question, [item]))
        : [valueText(question, value)]
      return [{ partner: names.partner(response.partner), items }]
    })
    return results.length === 0
      ? []
      : [
          {
            title: `Day ${number.day}: ${title}`,
            ask: names.ask(question.id),
            question: question.id,
            results,
          },
        ]
  })
}
