import { listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import type { ActiveQuestionFinder } from '../../model/response.ts'
import { listCellTexts, type RowCells } from '../../model/row-cells.ts'
import type { Stage } from '../../model/vocabulary.ts'
import { findDecidingQuestions } from '../../questionnaire/conditions.ts'
import { createRowJudge, type RowJudge } from '../../questionnaire/judge-row.ts'
import type { TableMapping } from '../../questionnaire/table-mapping.ts'
import { importRow } from '../../questionnaire/table-rows.ts'
import { createTableCounter, type TableCounter } from '../../scoring/table-counter.ts'
import { takeRow, toResponse } from './collect-rows.ts'
import type { OpenTable } from './open-table.ts'
import type { RowLog } from './row-log.ts'
import { createRespondentNamer } from './seen-lines.ts'

/** What has been counted of a table so far. */
export interface RowCounter {
  readonly counts: TableCounter
  /** Rows that cannot be used go to the log, with their reasons. */
  readonly take: (cells: RowCells, line: number, log: RowLog) => void
  /** The stages that rows named. */
  readonly stages: ReadonlySet<Stage>
  readonly countRows: () => number
}

/** Counts rows as they come and keeps none of them. */
export async function createRowCounter(
  table: OpenTable,
  active: ActiveQuestionFinder,
): Promise<RowCounter> {
  const { mapping, loaded, naming } = table
  const { questionnaire } = loaded
  const counts = createTableCounter(questionnaire, listCountedQuestions(questionnaire, mapping))
  const writeOutcomes = hasConditions(questionnaire)
    ? await createOutcomeWriter(table, counts, active)
    : writeJudgedOutcomes
  const judge = createTableJudge(mapping, naming, counts)
  const judged = new Int32Array(mapping.answers.length)
  const outcomes = new Int32Array(counts.questions.length)
  const name = createRespondentNamer()
  const mayRepeatHeader = createHeaderSign(table)
  const stages = new Set<Stage>()
  let counted = 0
  const take = (cells: RowCells, line: number, log: RowLog): void => {
    log.begin()
    const row = cells.isUndecoded ? null : judge(cells, judged)
    if (row === null || !row.isWhole || mayRepeatHeader(cells)) {
      if (takeRow(table, cells, line, name, log) === null || row === null) return
    } else if (row.respondent !== null) {
      const { id, written } = row.respondent
      const own = name(row.partner, id, written, line)
      if (typeof own === 'number') {
        const { partner } = row
        log.refuse(line, { say: 'row-repeated', respondent: id, partner, line: own })
        return
      }
    }
    counted += 1
    if (row.stage !== null) stages.add(row.stage)
    writeOutcomes(cells, line, judged, outcomes)
    counts.add(counts.partner(row.partner), outcomes)
  }
  return { counts, take, stages, countRows: () => counted }
}

/** Tells rows that may be the header once more from nearly all others, by one cell. */
function createHeaderSign({ columns }: OpenTable): (cells: RowCells) => boolean {
  const column = Math.max(
    0,
    columns.heads.findIndex((heads) => heads.length > 0),
  )
  const heads = columns.heads[column] ?? []
  return (cells) => heads.includes(cells.text(column).trim())
}

/** With conditions a question without a column counts too: whether it is asked depends on the row. */
function listCountedQuestions(questionnaire: Questionnaire, mapping: TableMapping) {
  const all = listQuestions(questionnaire)
  const inTable = new Set(mapping.answers.map(({ id }) => id))
  return hasConditions(questionnaire) ? all : all.filter(({ id }) => inTable.has(id))
}

function createTableJudge(
  mapping: TableMapping,
  naming: OpenTable['naming'],
  counts: TableCounter,
): RowJudge {
  const places = new Map(counts.questions.map(({ question }, place) => [question.id, place]))
  return createRowJudge(mapping, (index, { answer }) => {
    const id = mapping.answers[index]?.id ?? ''
    const answers = answer === null ? {} : { [id]: answer }
    const row = { partner: 'p', respondent: 'r', written: 'r', role: null, profile: {}, answers }
    const response = toResponse(row, naming)
    const given = response.answers.get(id) ?? response.inactive.get(id) ?? null
    return counts.questions[places.get(id) ?? 0]?.outcome(given) ?? 0
  })
}

/** Different answers that decide which questions are asked; of more, each row is looked at again. */
const maxRememberedAnswers = 4096

/** Puts what a row counts as into an array over the counted questions. */
type OutcomeWriter = (
  cells: RowCells,
  line: number,
  judged: Int32Array,
  outcomes: Int32Array,
) => void

function hasConditions(questionnaire: Questionnaire): boolean {
  return [...questionnaire.profile, ...listQuestions(questionnaire)].some(
    ({ when }) => when !== null,
  )
}

/** Without conditions everybody is asked everything that has a column. */
const writeJudgedOutcomes: OutcomeWriter = (_cells, _line, judged, outcomes) => outcomes.set(judged)

/**
 * Which questions are asked depends on the answers: those of a row are found out from its response, until the same answers
 * decide again. -1 stands for a question that is not asked.
 */
async function createOutcomeWriter(
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
