import { listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import type { ActiveQuestionFinder } from '../../model/response.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import type { Stage } from '../../model/vocabulary.ts'
import { createRowJudge, type RowCells } from '../../questionnaire/judge-row.ts'
import type { TableMapping } from '../../questionnaire/table-mapping.ts'
import { importRow } from '../../questionnaire/table-rows.ts'
import { createRowReader, type RowReader } from '../../reading/row-stream.ts'
import { isUndecoded, type TableRow } from '../../reading/table.ts'
import { createTableCounter, type TableCounter } from '../../scoring/table-counter.ts'
import { toResponse, undecodedReason } from '../load/table.ts'
import { createByteCells, createTextCells } from './cells.ts'
import type { OpenTable } from './open-table.ts'
import {
  createOutcomeWriter,
  hasConditions,
  type OutcomeWriter,
  type RowToResponse,
  writeJudgedOutcomes,
} from './outcomes.ts'
import { createSeenLines } from './seen-lines.ts'

/** What has been counted of a table so far. */
export interface RowCounter {
  readonly reader: RowReader
  readonly tally: TableCounter
  readonly responseAt: RowToResponse
  /** The first rows that were counted, up to `mostKept`. */
  readonly kept: readonly TableRow[]
  readonly partners: ReadonlySet<string>
  readonly stages: ReadonlySet<Stage>
  readonly counted: () => number
  /** Rows, however many reasons each has. */
  readonly refused: () => number
  /** Lines on rows that are left out, since the last call. */
  readonly takeMessages: () => string
}

/** Counts rows as they come; what each of them said is forgotten but for the first. */
export async function createRowCounter(
  table: OpenTable,
  active: ActiveQuestionFinder,
  mostKept: number,
): Promise<RowCounter> {
  const { file, columns, mapping: plan, loaded, naming } = table
  const { questionnaire } = loaded
  const tally = createTableCounter(questionnaire, listCountedQuestions(questionnaire, plan))
  const responseAt: RowToResponse = ({ line, cells }) => {
    const result = importRow(plan, columns, cells, line)
    return 'row' in result ? toResponse(result.row, naming) : null
  }
  const outcomesOf: OutcomeWriter = hasConditions(questionnaire)
    ? await createOutcomeWriter(questionnaire, plan, tally, active, responseAt)
    : writeJudgedOutcomes
  const judge = createTableJudge(table, tally)
  const judged = new Int32Array(plan.answers.length)
  const outcomes = new Int32Array(tally.questions.length)
  const kept: TableRow[] = []
  const seen = createSeenLines()
  const partners = new Set<string>()
  const stages = new Set<Stage>()
  let said = ''
  let headersLeft = table.header
  let counted = 0
  let refused = 0
  let lastRefused = 0

  const refuse = (line: number, reason: string): void => {
    if (line !== lastRefused) refused += 1
    lastRefused = line
    said += `${makeVisibleLine(file)}:${line} refused: ${makeVisibleLine(reason)}\n`
  }
  const leaveOut = (texts: readonly string[], line: number): void => {
    if (texts.every((cell) => cell.trim() === '')) {
      said += `${makeVisibleLine(file)}:${line} left out: the row is blank\n`
      return
    }
    const result = importRow(plan, columns, texts, line)
    if ('refused' in result) for (const reason of result.refused) refuse(line, reason)
  }
  const seenBefore = (partner: string, cells: RowCells, line: number): number | null => {
    const column = judge.plainRespondent()
    if (column !== null && cells.ascii !== null) {
      const { bytes, starts, ends } = cells.ascii
      const [start = 0, end = 0] = [starts[column], ends[column]]
      return seen.lineOfBytes(partner, { bytes, start, end }, line)
    }
    const respondent = judge.respondent(cells)
    return respondent === null ? null : seen.lineOf(partner, respondent, line)
  }
  const take = (cells: RowCells, line: number, texts: () => readonly string[]): void => {
    if (headersLeft > 0) {
      headersLeft -= 1
      return
    }
    const partner = judge.judge(cells, judged)
    if (partner === null) {
      leaveOut(texts(), line)
      return
    }
    const before = seenBefore(partner, cells, line)
    if (before !== null) {
      const respondent = judge.respondent(cells)
      refuse(line, `"${respondent}" of "${partner}" is on line ${before} already`)
      return
    }
    counted += 1
    partners.add(partner)
    const stage = judge.stage()
    if (stage !== null) stages.add(stage)
    if (kept.length < mostKept) kept.push({ line, cells: texts() })
    outcomesOf({ cells, line, texts }, judged, outcomes)
    tally.add(tally.partner(partner), outcomes)
  }
  const bytes = createByteCells()
  const reader = createRowReader(table.delimiter, {
    plain: (row) => {
      bytes.ascii = row
      bytes.count = row.count
      take(bytes, row.line, bytes.texts)
    },
    cells: (cells, line) => {
      if (headersLeft === 0 && cells.some(isUndecoded)) refuse(line, undecodedReason)
      else take(createTextCells(cells), line, () => cells)
    },
    broken: refuse,
  })
  return {
    ...{ reader, tally, responseAt, kept, partners, stages },
    counted: () => counted,
    refused: () => refused,
    takeMessages: () => {
      const text = said
      said = ''
      return text
    },
  }
}

/** With conditions a question without a column counts too: whether it is asked depends on the row. */
function listCountedQuestions(questionnaire: Questionnaire, plan: TableMapping) {
  const all = listQuestions(questionnaire)
  const inTable = new Set(plan.answers.map(({ id }) => id))
  return hasConditions(questionnaire) ? all : all.filter(({ id }) => inTable.has(id))
}

function createTableJudge({ mapping: plan, naming }: OpenTable, tally: TableCounter) {
  const places = new Map(tally.questions.map(({ question }, place) => [question.id, place]))
  return createRowJudge(plan, (index, { answer }) => {
    const id = plan.answers[index]?.id ?? ''
    const answers = answer === null ? {} : { [id]: answer }
    const row = { partner: 'p', respondent: 'r', role: null, profile: {}, answers }
    const response = toResponse(row, naming)
    const told = response.answers.get(id) ?? response.inactive.get(id) ?? null
    return tally.questions[places.get(id) ?? 0]?.outcome(told) ?? 0
  })
}
