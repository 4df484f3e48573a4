import { listCellTexts, replacementCharacter } from '../model/row-cells.ts'
import type { Message } from '../words/message.ts'
import { createRowReader, findNamedDelimiter } from './row-stream.ts'

/** A row of a table as it stands in the file. */
export interface TableRow {
  /** The line it begins on, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

interface Table {
  readonly rows: readonly TableRow[]
  /** Lines that are no rows; what follows them is read all the same. */
  readonly broken: readonly { readonly line: number; readonly reason: Message }[]
}

/** What a form export may separate cells with. */
export const delimiters = [',', ';', '\t', '|'] as const

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

/** Reads a table, or so many of its first rows; line breaks inside cells become line feeds (`createRowReader`). */
export function parseTable(text: string, delimiter: string, maxRows = Infinity): Table {
  const rows: TableRow[] = []
  const broken: { line: number; reason: Message }[] = []
  const reader = createRowReader(delimiter, {
    row: (cells, line) => rows.push({ line, cells: listCellTexts(cells) }),
    broken: (line, reason) => broken.push({ line, reason }),
  })
  const size = 64 * 1024
  for (let at = 0; at < text.length && rows.length < maxRows; at += size) {
    reader.takeText(text.slice(at, at + size))
  }
  if (rows.length < maxRows) reader.end()
  return { rows: rows.slice(0, maxRows), broken }
}

/** The delimiter that Excel names, or that cuts the first row into most cells; null where none cuts it at all. */
export function findDelimiter(text: string): string | null {
  const named = findNamedDelimiter(text)
  if (named !== null) return named
  let best: { delimiter: string | null; cells: number } = { delimiter: null, cells: 1 }
  for (const delimiter of delimiters) {
    const cells = parseTable(text, delimiter, 1).rows[0]?.cells.length ?? 0
    if (cells > best.cells) best = { delimiter, cells }
  }
  return best.delimiter
}
