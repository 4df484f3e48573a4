import { CsvError, parse } from 'csv-parse/sync'

export interface ParsedRow {
  readonly line: number
  readonly cells: readonly string[]
}

export interface ParsedTable {
  readonly rows: readonly ParsedRow[]
  readonly broken: readonly { readonly line: number; readonly reason: string }[]
}

/** Reads a table. A quote that does not match costs the line its row begins on, and no other. Line breaks become line feeds. */
export function parseByLibrary(text: string, delimiter: string): ParsedTable {
  const rows: ParsedRow[] = []
  const broken: { line: number; reason: string }[] = []
  // The parser counts a break of two characters inside quotes twice, and takes all breaks to be like the first.
  let rest = text.replaceAll(/\r\n?/g, '\n')
  let line = 1
  while (rest !== '') {
    const taken = parseRows(rest, delimiter, line)
    for (const row of taken.rows) rows.push(row)
    if (taken.error === null) break
    const { at, reason } = taken.error
    broken.push({ line: at, reason })
    rest = dropLines(rest, at + 1 - line)
    line = at + 1
  }
  return { rows, broken }
}

interface RowsUntilError {
  readonly rows: readonly ParsedRow[]
  readonly error: { readonly at: number; readonly reason: string } | null
}

function parseRows(text: string, delimiter: string, first: number): RowsUntilError {
  const rows: ParsedRow[] = []
  let next = first
  try {
    parse(text, {
      bom: true,
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        const line = next
        // The parser counts the line breaks it has passed; a row's last one comes after it.
        next = first + lines
        if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells })
        return null
      },
    })
    return { rows, error: null }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const reason =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quote is opened and never closed'
        : 'a quote stands where none can; inside quotes it is written twice'
    return { rows, error: { at: next, reason } }
  }
}

/** The text without its first lines. */
function dropLines(text: string, lines: number): string {
  let at = 0
  for (let count = 0; count < lines; count++) {
    const found = text.indexOf('\n', at)
    if (found === -1) return ''
    at = found + 1
  }
  return text.slice(at)
}
