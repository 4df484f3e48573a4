import { dirname } from 'node:path'
import { Fault } from '../../model/fault.ts'
import { type Columns, columnsOf } from '../../questionnaire/table-columns.ts'
import { planTable, type TablePlan } from '../../questionnaire/table-plan.ts'
import { delimiterOf } from '../../reading/table.ts'
import type { Io } from '../io.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { loadPartnership, type Partnership } from '../load/partnership.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { refuseUndecodedHeader, unfit } from '../load/table.ts'
import { readAs, readSource } from '../source.ts'
import { beginningOf, firstRows } from './pieces.ts'

/** A table whose header a map fits. */
export interface OpenTable {
  readonly file: string
  readonly delimiter: string
  /** Rows of header. */
  readonly header: number
  readonly columns: Columns
  readonly plan: TablePlan
  readonly loaded: LoadedQuestionnaire
  readonly partnership: Partnership
  /** What a row's response is of. */
  readonly naming: {
    readonly partnership: string
    readonly loaded: LoadedQuestionnaire
    readonly now: Date
  }
}

export async function openTable(
  file: string,
  { map: mapPath, plan: planPath }: { readonly map: string; readonly plan?: string },
  io: Io,
): Promise<OpenTable> {
  const map = readAs('map', readSource(mapPath)).value
  const loaded = await loadQuestionnaire(map.questionnaire, dirname(mapPath), io)
  const partnership = loadPartnership(file, planPath)
  const beginning = beginningOf(file)
  const delimiter = map.delimiter ?? delimiterOf(beginning)
  if (delimiter === null) {
    throw new Fault(`"${file}" has one column; name its "delimiter" in "${mapPath}"`)
  }
  const header = map.header ?? 1
  const first = firstRows(beginning, delimiter, header)
  if (first.length < header) throw new Fault(`"${file}" has no ${header} lines of header`)
  refuseUndecodedHeader(file, first)
  const columns = columnsOf(first.map(({ cells }) => cells))
  const { plan, problems } = planTable(map, loaded.questionnaire, columns)
  if (problems.length > 0) {
    throw unfit(file, mapPath, problems, { text: beginning, delimiter, columns })
  }
  const naming = { partnership: map.partnership ?? partnership.id, loaded, now: io.now() }
  return { file, delimiter, header, columns, plan, loaded, partnership, naming }
}
