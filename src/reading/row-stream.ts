import { type RowCells, replacementCharacter, toRowCells } from '../model/row-cells.ts'
import type { Message } from '../words/message.ts'

/** What takes the rows of a table, in the order of the file. */
interface RowSink {
  readonly row: (cells: RowCells, line: number) => void
  /** A line that is no row, since its quotes do not match or it is too long. */
  readonly broken: (line: number, reason: Message) => void
}

interface RowReader {
  /** Takes the next bytes of a file in UTF-8. */
  readonly take: (piece: Uint8Array) => void
  /** Takes the next characters of a text. */
  readonly takeText: (piece: string) => void
  /** Takes what is left: a last line without a break, a quote that is never closed. */
  readonly end: () => void
}

/** In characters. A quoted row longer than this has lost its closing quote. */
const maxRowLength = 1024 * 1024

/** The delimiter that Excel's first line names (`sep=;`), which is no row; null where the text does not begin with such a line. */
export function findNamedDelimiter(text: string): string | null {
  return /^\uFEFF?"?sep=([^\r\n])"?(?:[\r\n]|$)/i.exec(text.slice(0, 12))?.[1] ?? null
}

/**
 * Reads a table of any size as it comes: all kinds of line breaks, RFC 4180 quotes, a byte order mark. A quote that does not
 * match costs the line its row begins on, and no other. Lines count from 1; blank lines are no rows. Memory does not grow with
 * the rows.
 */
export function createRowReader(delimiter: string, sink: RowSink): RowReader {
  const decoder = new TextDecoder('utf-8')
  const view = createLineView(delimiter)
  let rest = ''
  let afterReturn = false
  /** Is the line too long that is being read? The rest of it is passed over. */
  let isPassing = false
  let line = 0
  let pending: QuotedRow | null = null

  const takeQuoted = (text: string, at: number): void => {
    if (pending === null && !text.includes('"')) {
      if (text !== '') sink.row(toRowCells(text.split(delimiter)), at)
      return
    }
    const own: QuotedRow = pending ?? { line: at, lines: [], length: 0, cells: [], open: null }
    own.lines.push(text)
    own.length += text.length
    const read = readQuotedLine(own, text, delimiter)
    pending = read === 'open' && own.length <= maxRowLength ? own : null
    if (pending !== null) return
    if (read === 'open') giveUp(own, { say: 'quote-never-closed' })
    else if (read === 'misplaced') giveUp(own, { say: 'quote-misplaced' })
    else if (own.cells.length > 1 || own.cells[0] !== '') sink.row(toRowCells(own.cells), own.line)
  }

  /** The first line is lost; those after it are read as if it had not been there, which closes what it left open. */
  const giveUp = (own: QuotedRow, reason: Message): void => {
    sink.broken(own.line, reason)
    for (const [index, text] of own.lines.slice(1).entries()) {
      takeQuoted(text, own.line + index + 1)
    }
  }

  /** Nothing more can close the quote that is open. */
  const closePending = (): void => {
    while (pending !== null) {
      const own: QuotedRow = pending
      pending = null
      giveUp(own, { say: 'quote-never-closed' })
    }
  }

  const refuseLong = (): void => {
    closePending()
    sink.broken(line, { say: 'row-too-long' })
  }

  const takeLine = (text: string, start: number, end: number, hasQuote: boolean): void => {
    line += 1
    if (line === 1 && findNamedDelimiter(text.slice(start, end)) !== null) return
    if (end - start > maxRowLength) refuseLong()
    else if (pending !== null || hasQuote) takeQuoted(text.slice(start, end), line)
    else if (start < end) sink.row(view(text, start, end), line)
  }

  const takeLines = (text: string): void => {
    let start = 0
    let nextQuote = text.indexOf('"')
    for (;;) {
      const end = text.indexOf('\n', start)
      if (end === -1) break
      if (nextQuote !== -1 && nextQuote < start) nextQuote = text.indexOf('"', start)
      takeLine(text, start, end, nextQuote !== -1 && nextQuote < end)
      start = end + 1
    }
    rest = text.slice(start)
  }

  /** What comes behind a line that is too long; while it goes on, nothing. */
  const dropRestOfLine = (text: string): string => {
    const end = text.indexOf('\n')
    if (end === -1) return ''
    isPassing = false
    return text.slice(end + 1)
  }

  const takeText = (piece: string): void => {
    if (piece === '') return
    const own = afterReturn && piece.startsWith('\n') ? piece.slice(1) : piece
    afterReturn = piece.endsWith('\r')
    const text = own.includes('\r') ? own.replaceAll(/\r\n?/g, '\n') : own
    takeLines(isPassing ? dropRestOfLine(text) : rest + text)
    if (rest.length <= maxRowLength) return
    line += 1
    refuseLong()
    isPassing = true
    rest = ''
  }

  return {
    take: (piece) => takeText(decoder.decode(piece, { stream: true })),
    takeText,
    end: () => {
      takeText(decoder.decode())
      if (rest !== '') takeLines(`${rest}\n`)
      closePending()
    },
  }
}

/** A row that holds quotes, over one line or several. */
interface QuotedRow {
  /** The first line. */
  readonly line: number
  readonly lines: string[]
  length: number
  readonly cells: string[]
  /** The cell whose quote is still to be closed, as far as it was read. */
  open: string | null
}

/** The cells of a line without quotes, as places in its text: most are read by their one character and never copied. */
function createLineView(delimiter: string): (text: string, start: number, end: number) => RowCells {
  const cut = delimiter.charCodeAt(0)
  const starts: number[] = []
  const ends: number[] = []
  let source = ''
  let hasReplacement = false
  const cells = {
    count: 0,
    isUndecoded: false,
    text: (column: number) => source.slice(starts[column], ends[column]),
    code: (column: number) => {
      const start = starts[column] ?? 0
      const length = (ends[column] ?? 0) - start
      return length > 1 ? -1 : length === 0 ? 0 : source.charCodeAt(start)
    },
  }
  return (text, start, end) => {
    if (source !== text) hasReplacement = text.includes(replacementCharacter)
    source = text
    cells.isUndecoded = hasReplacement && text.slice(start, end).includes(replacementCharacter)
    let count = 0
    let from = start
    for (let at = start; at < end; at++) {
      if (text.charCodeAt(at) !== cut) continue
      starts[count] = from
      ends[count] = at
      count += 1
      from = at + 1
    }
    starts[count] = from
    ends[count] = end
    cells.count = count + 1
    return cells
  }
}

/** Reads the next line of a row that holds quotes into its cells. */
function readQuotedLine(
  row: QuotedRow,
  text: string,
  delimiter: string,
): 'done' | 'open' | 'misplaced' {
  let at = 0
  if (row.open !== null) row.open += '\n'
  for (;;) {
    if (row.open === null && text[at] !== '"') {
      const end = text.indexOf(delimiter, at)
      const cell = end === -1 ? text.slice(at) : text.slice(at, end)
      if (cell.includes('"')) return 'misplaced'
      row.cells.push(cell)
      if (end === -1) return 'done'
      at = end + 1
      continue
    }
    if (row.open === null) {
      row.open = ''
      at += 1
    }
    const end = text.indexOf('"', at)
    row.open += end === -1 ? text.slice(at) : text.slice(at, end)
    if (end === -1) return 'open'
    at = end + 1
    if (text[at] === '"') {
      row.open += '"'
      at += 1
      continue
    }
    row.cells.push(row.open)
    row.open = null
    if (at === text.length) return 'done'
    if (text[at] !== delimiter) return 'misplaced'
    at += 1
  }
}
