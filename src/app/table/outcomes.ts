import { listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import type { ActiveQuestionFinder } from '../../model/response.ts'
import { listCellTexts, type RowCells } from '../../model/row-cells.ts'
import { findDecidingQuestions } from '../../questionnaire/conditions.ts'
import type { TableMapping } from '../../questionnaire/table-mapping.ts'
import { importRow } from '../../questionnaire/table-rows.ts'
import type { TableCounter } from '../../scoring/table-counter.ts'
import { toResponse } from './collect-rows.ts'
import type { OpenTable } from './open-table.ts'

/** Different answers that decide which questions are asked; of more, each row is looked at again. */
const maxRememberedAnswers = 4096

/** Puts what a row counts as into an array over the counted questions. */
export type OutcomeWriter = (
  cells: RowCells,
  line: number,
  judged: Int32Array,
  outcomes: Int32Array,
) => void

export function hasConditions(questionnaire: Questionnaire): boolean {
  return [...questionnaire.profile, ...listQuestions(questionnaire)].some(
    ({ when }) => when !== null,
  )
}

/** Without conditions everybody is asked everything that has a column. */
export const writeJudgedOutcomes: OutcomeWriter = (_cells, _line, judged, outcomes) =>
  outcomes.set(judged)

/**
 * Which questions are asked depends on the answers: those of a row are found out from its response, until the same answers
 * decide again. -1 stands for a question that is not asked.
 */
export async function createOutcomeWriter(
  { mapping, columns, loaded, naming }: OpenTable,
  counts: TableCounter,
  active: ActiveQuestionFinder,
): Promise<OutcomeWriter> {
  const deciding = await findDecidingQuestions(loaded.questionnaire)
  const decidingColumns = deciding === null ? null : listColumns(mapping, deciding)
  const answerIndex = new Map(mapping.answers.map(({ id }, index) => [id, index]))
  const indexes = counts.questions.map(({ question }) => answerIndex.get(question.id) ?? -1)
  const silent = counts.questions.map(({ outcome }) => outcome(null))
  const known = new Map<string, readonly boolean[]>()
  const findAsked = (cells: RowCells, line: number): readonly boolean[] => {
    const key = decidingColumns?.map(cells.text).join('\0') ?? null
    const before = key === null ? undefined : known.get(key)
    if (before !== undefined) return before
    const read = importRow(mapping, columns, listCellTexts(cells), line)
    const ids = 'row' in read ? active(toResponse(read.row, naming)) : new Set<string>()
    const asked = counts.questions.map(({ question }) => ids.has(question.id))
    if (key !== null && known.size < maxRememberedAnswers) known.set(key, asked)
    return asked
  }
  return (cells, line, judged, outcomes) => {
    const asked = findAsked(cells, line)
    for (let place = 0; place < asked.length; place++) {
      const index = indexes[place] ?? -1
      const outcome = index < 0 ? (silent[place] ?? -1) : (judged[index] ?? -1)
      outcomes[place] = asked[place] === true ? outcome : -1
    }
  }
}

function listColumns(
  { profile, answers }: TableMapping,
  questions: ReadonlySet<string>,
): readonly number[] {
  return [...profile, ...answers]
    .filter(({ id }) => questions.has(id))
    .flatMap(({ column, boxes }) => boxes?.all.map((box) => box.column) ?? column ?? [])
}
