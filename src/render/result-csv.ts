import { type Questionnaire, questionsOf } from '../model/questionnaire.ts'
import type { Result } from '../model/result.ts'
import { csvText } from './csv.ts'

const columns = [
  ...['partnership', 'point', 'dimension', 'question', 'ask', 'partner'],
  ...['score', 'mean', 'sd', 'rwg', 'answered', 'dontKnow', 'notApplicable', 'skipped'],
] as const

/**
 * The answers in tidy form: a row for each question and partner. Where nothing may be split by partner, a row for each
 * question, without a partner. `point` is the day of the last answer, which tells rows of several runs apart.
 */
export function resultCsv(
  { partnership, questions = [] }: Result,
  questionnaire: Questionnaire,
  point: string | null,
): string {
  const asked = new Map(questionsOf(questionnaire).map((question) => [question.id, question]))
  const rows = questions.flatMap(({ id, score, partners }) => {
    const { dimension = '', ask = '' } = asked.get(id) ?? {}
    const head = [partnership, point, dimension, id, flat(ask)]
    if (partners === undefined) return [[...head, '', score]]
    return partners.map((own) => [
      ...head,
      ...[own.id, own.score, own.mean, own.sd, own.rwg],
      ...[own.answered, own.dontKnow, own.notApplicable, own.skipped],
    ])
  })
  return csvText(
    columns,
    rows.map((row) => columns.map((_, index) => row[index])),
  )
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
