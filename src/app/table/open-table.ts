import { dirname } from 'node:path'
import { Fault } from '../../model/fault.ts'
import { buildTableColumns, type TableColumns } from '../../questionnaire/table-columns.ts'
import { resolveTableMap, type TableMapping } from '../../questionnaire/table-mapping.ts'
import { findDelimiter, parseTable } from '../../reading/table.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { loadPartnership, type Partnership } from '../load/partnership.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { readAs, readSource } from '../load/source.ts'
import { createMisfitFault, refuseUndecodedHeader } from '../load/table.ts'
import type { World } from '../world.ts'
import { readBeginning } from './pieces.ts'

/** A table whose header a map fits. */
export interface OpenTable {
  readonly file: string
  readonly delimiter: string
  /** Rows of header. */
  readonly header: number
  readonly columns: TableColumns
  readonly mapping: TableMapping
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
  io: World,
): Promise<OpenTable> {
  const map = readAs('map', readSource(mapPath)).value
  const loaded = await loadQuestionnaire(map.questionnaire, dirname(mapPath), io)
  const partnership = loadPartnership(file, planPath)
  const beginning = readBeginning(file)
  const delimiter = map.delimiter ?? findDelimiter(beginning)
  if (delimiter === null) {
    throw new Fault({ say: 'table-one-column', file, map: mapPath })
  }
  const header = map.header ?? 1
  const first = parseTable(beginning, delimiter, header).rows
  if (first.length < header) throw new Fault({ say: 'table-header-short', file, header })
  refuseUndecodedHeader(file, first)
  const columns = buildTableColumns(first.map(({ cells }) => cells))
  const { plan, problems } = resolveTableMap(map, loaded.questionnaire, columns)
  if (problems.length > 0) {
    throw createMisfitFault(file, mapPath, problems, { text: beginning, delimiter, columns })
  }
  const naming = { partnership: map.partnership ?? partnership.id, loaded, now: io.now() }
  return { file, delimiter, header, columns, mapping: plan, loaded, partnership, naming }
}
