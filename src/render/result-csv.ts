import { listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import type { Result, ScoredResult } from '../model/result.ts'
import { toOneLine } from '../model/value.ts'
import { isAllHidden } from '../model/verdict-states.ts'
import { renderCsv } from './csv.ts'

const resultColumns = [
  ...['partnership', 'point', 'dimension', 'question', 'ask', 'partner'],
  ...['score', 'mean', 'sd', 'rwg', 'answered', 'dontKnow', 'notApplicable', 'skipped'],
] as const

/** One point in time; `day` is that of its last answer. */
interface CsvPoint {
  readonly name: string
  readonly day: string | null
  readonly result: Result
  readonly questionnaire: Questionnaire | null
}

/**
 * The answers in tidy form: a row for each question, partner and point in time. Where nothing may be split by partner, a row
 * for each question, without a partner. `point` is the day of the last answer, or its name where points share a day or have none.
 */
export function renderResultCsv(points: readonly CsvPoint[]): string {
  const days = points.map(({ day }) => day)
  const isDated =
    points.length === 1 || new Set(days.filter((day) => day !== null)).size === days.length
  const rows = points.flatMap((point) => buildRows(point, isDated ? point.day : point.name))
  return renderCsv(
    resultColumns,
    rows.map((row) => resultColumns.map((_, index) => row[index])),
  )
}

type AnyQuestion = ScoredResult['questions'][number]

function buildRows({ result, questionnaire }: CsvPoint, point: string | null) {
  if (isAllHidden(result)) return []
  const { partnership } = result
  const questions: readonly AnyQuestion[] = result.questions
  const all = questionnaire === null ? [] : listQuestions(questionnaire)
  const asked = new Map(all.map((question) => [question.id, question]))
  return questions.flatMap((question) => {
    const { id, score } = question
    const { dimension = id.split('.')[0] ?? '', ask = '' } = asked.get(id) ?? {}
    const head = [partnership, point, dimension, id, toOneLine(ask)]
    if (!('partners' in question)) return [[...head, '', score]]
    return question.partners.map((own) => [
      ...head,
      ...[own.id, own.score, own.mean, own.sd, own.rwg],
      ...[own.answered, own.dontKnow, own.notApplicable, own.skipped],
    ])
  })
}
