import type { Response } from '../../model/response.ts'
import { listCellTexts, type RowCells } from '../../model/row-cells.ts'
import { fitResponse } from '../../questionnaire/fit-response.ts'
import { type ImportedRow, importRow } from '../../questionnaire/table-rows.ts'
import type { Message } from '../../words/message.ts'
import type { OpenTable } from './open-table.ts'

export interface CollectedRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly row: ImportedRow
}

/** Keeps each row as it is read; rows that cannot be used go to the log, with their reasons. */
export function createRowCollector(
  table: Pick<OpenTable, 'mapping' | 'columns'>,
  log: RowLog,
): {
  readonly rows: readonly CollectedRow[]
  readonly take: (cells: RowCells, line: number) => void
} {
  const rows: CollectedRow[] = []
  const seen = new Map<string, number>()
  const take = (given: RowCells, line: number): void => {
    const cells = listCellTexts(given)
    const row = importOrRefuse(table, { cells, isUndecoded: given.isUndecoded }, line, log)
    if (row === null) return
    const { partner, respondent } = row
    const key = `${partner} ${respondent}`
    const before = seen.get(key)
    if (before !== undefined) {
      log.refuse(line, { say: 'row-repeated', respondent, partner, line: before })
      return
    }
    seen.set(key, line)
    rows.push({ line, cells, row })
  }
  return { rows, take }
}

/** A row as it was read; null where it cannot be used, and then the log says why. */
export function importOrRefuse(
  { mapping, columns }: Pick<OpenTable, 'mapping' | 'columns'>,
  { cells, isUndecoded }: { readonly cells: readonly string[]; readonly isUndecoded: boolean },
  line: number,
  log: RowLog,
): ImportedRow | null {
  if (isUndecoded) {
    log.refuse(line, { say: 'row-undecoded' })
    return null
  }
  if (cells.every((cell) => cell.trim() === '')) {
    log.leaveOutBlank(line)
    return null
  }
  const result = importRow(mapping, columns, cells, line)
  if ('row' in result) return result.row
  for (const reason of result.refused) log.refuse(line, reason)
  return null
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

/** Keeps count of the rows that are left out, and says why. */
export interface RowLog {
  readonly refuse: (line: number, reason: Message) => void
  readonly leaveOutBlank: (line: number) => void
  /** How many rows were refused, however many reasons each has. */
  readonly countRefused: () => number
}

export function createRowLog(file: string, note: (message: Message) => void): RowLog {
  let refused = 0
  let lastRefused = 0
  return {
    refuse: (line, reason) => {
      if (line !== lastRefused) refused += 1
      lastRefused = line
      note({ say: 'row-refused', file, line, reason })
    },
    leaveOutBlank: (line) => note({ say: 'row-blank', file, line }),
    countRefused: () => refused,
  }
}
