import { Fault } from '../../model/fault.ts'
import { toRowCells } from '../../model/row-cells.ts'
import { createActiveQuestionFinder } from '../../questionnaire/conditions.ts'
import { createRowReader } from '../../reading/row-stream.ts'
import type { Message } from '../../words/message.ts'
import { loadPartnership } from '../load/partnership.ts'
import { getPartnershipId } from '../load/partnership-id.ts'
import {
  type Answers,
  type Assessment,
  type AssessmentOptions,
  scoreAnswers,
} from '../score/assessment.ts'
import type { World } from '../world.ts'
import { type CollectedRow, createRowCollector, toResponse } from './collect-rows.ts'
import { createRowCounter, type RowCounter } from './count-rows.ts'
import { type OpenTable, openTable, readTablePieces } from './open-table.ts'
import { createRowLog, type RowCounts, type RowLog, silentLog } from './row-log.ts'

/** Up to so many people are scored one by one, as if each had a file; more are only counted. */
const maxResponses = 1000

interface TableOptions extends Omit<AssessmentOptions, 'paths'> {
  readonly map: string
}

/** What happens while a table is read. */
interface TableEvents {
  readonly note: (message: Message) => void
  /** Bytes that were read. */
  readonly progress: (bytes: number) => void
}

/**
 * Scores a table as it is, without writing files: the same result as importing it. A row that cannot be used is named with its
 * line, and left out. Rows are kept while they are few; of more people there are counts, so memory does not grow with the rows.
 */
export async function scoreTable(
  file: string,
  options: TableOptions,
  world: World,
  events: TableEvents,
): Promise<Assessment> {
  const partnership = await loadPartnership(file, options.plan)
  const home = { partnership, identify: () => getPartnershipId(partnership) }
  const table = await openTable(file, options.map, home, world)
  const log = createRowLog(file, events.note)
  const { collected, counter } = await readRows(table, log, events)
  const counted = counter?.countRows() ?? collected.length
  const counts = log.end()
  events.note({ say: 'rows-counted', counted, ...counts })
  if (counted === 0) {
    const isNamed = counts.refused + counts.leftOut > 0
    const say = isNamed ? 'no-usable-row-refused' : 'no-usable-row-empty'
    throw new Fault({ say: 'no-usable-row', file }, { hint: { say } })
  }
  const warnings = listWarnings(file, counts)
  const answers: Answers =
    counter === null
      ? {
          responses: collected.map(({ row }) => ({
            response: toResponse(row, table.naming),
            file,
          })),
          warnings,
        }
      : toCountedAnswers(table, counter, warnings)
  return scoreAnswers(answers, partnership, table.loaded, options, world)
}

interface TableRows {
  readonly collected: readonly CollectedRow[]
  /** Null where the collected rows are all. */
  readonly counter: RowCounter | null
}

async function readRows(table: OpenTable, log: RowLog, events: TableEvents): Promise<TableRows> {
  const collector = createRowCollector(table)
  let counter: RowCounter | null = null
  let headersLeft = table.header
  const reader = createRowReader(table.delimiter, {
    row: (cells, line) => {
      if (headersLeft > 0) headersLeft -= 1
      else (counter ?? collector).take(cells, line, log)
    },
    broken: log.refuse,
  })
  for (const piece of readTablePieces(table.file)) {
    reader.take(piece)
    if (counter === null && collector.rows.length > maxResponses) {
      counter = await startCounting(table, collector.rows)
    }
    events.progress(piece.length)
  }
  reader.end()
  if (counter === null && collector.rows.length > maxResponses) {
    counter = await startCounting(table, collector.rows)
  }
  return { collected: collector.rows, counter }
}

async function startCounting(table: OpenTable, rows: readonly CollectedRow[]): Promise<RowCounter> {
  const active = await createActiveQuestionFinder(table.loaded.questionnaire)
  const counter = await createRowCounter(table, active)
  for (const { cells, line } of rows) counter.take(toRowCells(cells), line, silentLog)
  return counter
}

function toCountedAnswers(
  { naming }: OpenTable,
  { counts, stages }: RowCounter,
  warnings: readonly Message[],
): Answers {
  const many: Message = { say: 'totals-only', people: maxResponses }
  return {
    counted: {
      partnership: naming.partnership,
      run: 'full',
      ...counts.finish(),
      people: null,
    },
    leftOut: [],
    stage: stages.size === 1 ? ([...stages][0] ?? null) : null,
    warnings: [...warnings, many],
  }
}

function listWarnings(file: string, { refused, lost }: RowCounts): readonly Message[] {
  const rows: readonly Message[] =
    refused === 0 ? [] : [{ say: 'rows-unusable', rows: refused, file }]
  return lost === 0 ? rows : [...rows, { say: 'answers-unusable', answers: lost, file }]
}
