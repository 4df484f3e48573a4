import type { Response } from '../../model/response.ts'
import { listCellTexts, type RowCells } from '../../model/row-cells.ts'
import { fitResponse } from '../../questionnaire/fit-response.ts'
import { type ImportedRow, importRow } from '../../questionnaire/table-rows.ts'
import type { OpenTable } from './open-table.ts'
import type { RowLog } from './row-log.ts'
import { createRespondentNamer, type RespondentNamer } from './seen-lines.ts'

export interface CollectedRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly row: ImportedRow
}

/** Keeps each row as it is read; rows that cannot be used go to the log, with their reasons. */
export function createRowCollector(table: Pick<OpenTable, 'mapping' | 'columns'>): {
  readonly rows: readonly CollectedRow[]
  readonly take: (cells: RowCells, line: number, log: RowLog) => void
} {
  const rows: CollectedRow[] = []
  const name = createRespondentNamer()
  return {
    rows,
    take: (cells, line, log) => {
      log.begin()
      const row = takeRow(table, cells, line, name, log)
      if (row !== null) rows.push({ line, cells: listCellTexts(cells), row })
    },
  }
}

/** A row as it was read, under the id that it is named by; null where it is not taken, and then the log says why. */
export function takeRow(
  { mapping, columns }: Pick<OpenTable, 'mapping' | 'columns'>,
  cells: RowCells,
  line: number,
  name: RespondentNamer,
  log: RowLog,
): ImportedRow | null {
  if (cells.isUndecoded) {
    log.refuse(line, { say: 'row-undecoded' })
    return null
  }
  const result = importRow(mapping, columns, listCellTexts(cells), line)
  if ('leftOut' in result) {
    log.leaveOut(line, result.leftOut)
    return null
  }
  if ('refused' in result) {
    for (const reason of result.refused) log.refuse(line, reason)
    return null
  }
  const { row, lost } = result
  const { partner, respondent } = row
  const own =
    mapping.respondent === null ? respondent : name(partner, respondent, row.written, line)
  if (typeof own === 'number') {
    log.refuse(line, { say: 'row-repeated', respondent, partner, line: own })
    return null
  }
  for (const reason of lost) log.lose(line, reason)
  return { ...row, respondent: own }
}

/** A row as a response, completed when it was read. */
export function toResponse(
  row: ImportedRow,
  { partnership, loaded: { questionnaire, hash }, now, run = 'full', told }: OpenTable['naming'],
): Response {
  const { id, version } = questionnaire
  return fitResponse(questionnaire, {
    accordant: 'response/1',
    questionnaire: { id, version, hash },
    partnership,
    partner: row.partner,
    respondent: { id: row.respondent, role: row.role },
    run,
    ...(told === undefined ? {} : { told }),
    completed: `${now.toISOString().slice(0, 19)}Z`,
    profile: row.profile as NonNullable<Parameters<typeof fitResponse>[1]['profile']>,
    answers: row.answers,
  }).response
}
