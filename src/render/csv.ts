import { stringify } from 'csv-stringify/sync'
import { makeVisible } from '../model/visible.ts'

type CsvCell = string | number | null | undefined

/**
 * Rows for a spreadsheet: UTF-8 with the mark that Excel looks for, lines end as RFC 4180 has them, and no text is taken for a
 * formula. A missing value is an empty cell.
 */
export function renderCsv(
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string {
  const shown = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? makeVisible(cell) : cell)),
  )
  return stringify([[...columns], ...shown], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    // A line feed alone would else go unquoted, since it is no end of a record here.
    quoted_match: /[\r\n]/,
  })
}
