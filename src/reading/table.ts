import { CsvError, parse } from 'csv-parse/sync'

/** A row of a table as it stands in the file. */
export interface TableRow {
  /** The line it begins on, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface Table {
  readonly rows: readonly TableRow[]
  /** Lines that are no row, since their quotes do not match; what follows them is read all the same. */
  readonly broken: readonly { readonly line: number; readonly reason: string }[]
}

/** What a form export may separate cells with. */
export const delimiters = [',', ';', '\t', '|'] as const

const replacementCharacter = '\uFFFD'
const utf8Decoder = new TextDecoder('utf-8')

/** UTF-8 or UTF-16, told by the mark or by zero bytes. What is neither shows as U+FFFD, so that its rows can be named. */
export function decodeTable(bytes: Uint8Array): string {
  const [a = 1, b = 1] = bytes
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) {
    return new TextDecoder('utf-16le').decode(bytes)
  }
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0)) {
    return new TextDecoder('utf-16be').decode(bytes)
  }
  return utf8Decoder.decode(bytes)
}

/** Did a character get lost when the cell was decoded? */
export function isUndecoded(cell: string): boolean {
  return cell.includes(replacementCharacter)
}

/** Every quote that does not match has the rest read again; in characters, what that may come to. */
const maxRereadLength = 256 * 1024 * 1024

/** Reads a table. A quote that does not match costs the line its row begins on, and no other. Line breaks become line feeds. */
export function parseTable(text: string, delimiter: string, mostRows = Infinity): Table {
  const rows: TableRow[] = []
  const broken: { line: number; reason: string }[] = []
  // The parser counts a break of two characters inside quotes twice, and takes all breaks to be like the first.
  let rest = text.replaceAll(/\r\n?/g, '\n')
  let line = 1
  let readAgain = 0
  while (rest !== '' && rows.length < mostRows) {
    const taken = parseRows(rest, delimiter, line, mostRows - rows.length)
    for (const row of taken.rows) rows.push(row)
    if (taken.error === null) break
    const { at, reason } = taken.error
    broken.push({ line: at, reason })
    rest = dropLines(rest, at + 1 - line)
    line = at + 1
    readAgain += rest.length
    if (readAgain > maxRereadLength) {
      broken.push({ line, reason: 'too many quotes do not match; nothing is read from here on' })
      break
    }
  }
  return { rows, broken }
}

interface RowsUntilError {
  readonly rows: readonly TableRow[]
  readonly error: { readonly at: number; readonly reason: string } | null
}

function parseRows(text: string, delimiter: string, first: number, most: number): RowsUntilError {
  const rows: TableRow[] = []
  let next = first
  try {
    parse(text, {
      bom: true,
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      ...(Number.isFinite(most) ? { to: most } : {}),
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

/** The delimiter that cuts the first row into most cells; null where none cuts it at all. */
export function findDelimiter(text: string): string | null {
  let best: { delimiter: string | null; cells: number } = { delimiter: null, cells: 1 }
  for (const delimiter of delimiters) {
    const cells = parseTable(text, delimiter, 1).rows[0]?.cells.length ?? 0
    if (cells > best.cells) best = { delimiter, cells }
  }
  return best.delimiter
}
