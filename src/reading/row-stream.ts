/** Who is told what stands in a table, in the order of the file. */
export interface RowSink {
  /** A row of ASCII without quotes. Cell `i` lies from `starts[i]` to `ends[i]` in `bytes`; none of it may be kept. */
  readonly plain: (row: PlainRow) => void
  /** Any other row. */
  readonly cells: (cells: readonly string[], line: number) => void
  /** A line that is no row, since its quotes do not match. */
  readonly broken: (line: number, reason: string) => void
}

export interface PlainRow {
  bytes: Uint8Array
  starts: Int32Array
  ends: Int32Array
  count: number
  /** The line it stands on, from 1. */
  line: number
}

export interface RowReader {
  /** Takes the next bytes of the file. */
  readonly take: (piece: Uint8Array) => void
  /** Takes what is left: a last line without a break, a quote that is never closed. */
  readonly end: () => void
}

const quoteByte = 0x22
const lineFeedByte = 0x0a
const carriageReturnByte = 0x0d

/** In characters. A quoted row longer than this has lost its closing quote. */
export const maxRowLength = 1024 * 1024

/** Why a longer row is refused. */
export const rowTooLong = 'is longer than 1 MB; no row of answers is'

/** Every quote that does not match has lines read again; in characters, what that may come to. */
const maxRereadLength = 256 * 1024 * 1024

const unclosedQuote = 'a quote is opened and never closed'
const misplacedQuote = 'a quote stands where none can; inside quotes it is written twice'

/**
 * Reads a table of any size as its bytes come: UTF-8, all kinds of line breaks, RFC 4180 quotes. Rows are the same, and on the
 * same lines, as `parseTable` gives them. Memory does not grow with the rows.
 */
export function createRowReader(delimiter: string, sink: RowSink): RowReader {
  const cut = delimiter.charCodeAt(0)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const row: PlainRow = {
    bytes: new Uint8Array(),
    starts: new Int32Array(64),
    ends: new Int32Array(64),
    count: 0,
    line: 0,
  }
  let rest: Uint8Array = new Uint8Array()
  /** The first bytes, until they tell whether a mark stands there; null from then on. */
  let head: Uint8Array | null = new Uint8Array()
  let afterReturn = false
  /** Is the line too long that is being read? The rest of it is passed over. */
  let isPassing = false
  let line = 0
  let pending: { readonly line: number; readonly lines: string[]; length: number } | null = null
  let readAgain = 0

  const takeText = (text: string, at: number): void => {
    if (readAgain > maxRereadLength) return
    if (pending === null && !text.includes('"')) {
      if (text !== '') sink.cells(text.split(delimiter), at)
      return
    }
    const own = pending ?? { line: at, lines: [], length: 0 }
    own.lines.push(text)
    own.length += text.length
    pending = own
    // Only a quote can end what a quote began.
    const read = text.includes('"') ? parseQuotedRow(own.lines, delimiter) : 'open'
    if (read === 'open' && own.length <= maxRowLength) return
    pending = null
    if (typeof read === 'string') giveUp(own, read === 'open' ? unclosedQuote : misplacedQuote)
    else if (read.length > 1 || read[0] !== '') sink.cells(read, own.line)
  }

  /** The first line is lost; those after it are read as if it had not been there. */
  const giveUp = (own: { line: number; lines: readonly string[] }, reason: string): void => {
    sink.broken(own.line, reason)
    for (const [index, text] of own.lines.slice(1).entries()) {
      readAgain += text.length
      if (readAgain > maxRereadLength) {
        sink.broken(
          own.line + index + 1,
          'too many quotes do not match; nothing is read from here on',
        )
        return
      }
      takeText(text, own.line + index + 1)
    }
  }

  /** Nothing more can close the quote that is open. */
  const closePending = (): void => {
    while (pending !== null) {
      const own: { line: number; lines: string[] } = pending
      pending = null
      giveUp(own, unclosedQuote)
    }
  }

  const refuseLong = (): void => {
    closePending()
    sink.broken(line, rowTooLong)
  }

  const takeLine = (bytes: Uint8Array, start: number, end: number, hasQuote: boolean): void => {
    line += 1
    if (end - start > maxRowLength) {
      refuseLong()
      return
    }
    if (pending !== null || hasQuote) {
      takeText(decoder.decode(bytes.subarray(start, end)), line)
      return
    }
    if (start === end) return
    let { starts, ends } = row
    let count = 0
    let from = start
    let high = 0
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number
      high |= byte
      if (byte !== cut) continue
      if (count + 1 >= starts.length) {
        widenRow(row)
        starts = row.starts
        ends = row.ends
      }
      starts[count] = from
      ends[count] = at
      count += 1
      from = at + 1
    }
    if (high > 0x7f) {
      takeText(decoder.decode(bytes.subarray(start, end)), line)
      return
    }
    starts[count] = from
    ends[count] = end
    row.bytes = bytes
    row.count = count + 1
    row.line = line
    sink.plain(row)
  }

  const takeLines = (bytes: Buffer): number => {
    let start = 0
    let nextQuote = bytes.indexOf(quoteByte)
    for (;;) {
      const end = bytes.indexOf(lineFeedByte, start)
      if (end === -1) return start
      if (nextQuote !== -1 && nextQuote < start) nextQuote = bytes.indexOf(quoteByte, start)
      takeLine(bytes, start, end, nextQuote !== -1 && nextQuote < end)
      start = end + 1
    }
  }

  const takeBytes = (piece: Uint8Array): void => {
    const whole = rest.length === 0 ? toBuffer(piece) : Buffer.concat([rest, piece])
    const own = isPassing ? afterLine(whole) : whole
    rest = own.subarray(takeLines(own))
    if (rest.length > maxRowLength && !isPassing) {
      line += 1
      refuseLong()
      isPassing = true
    }
    if (isPassing) rest = new Uint8Array()
  }

  /** What comes behind a line that is too long; while it goes on, nothing. */
  const afterLine = (bytes: Buffer): Buffer => {
    const end = bytes.indexOf(lineFeedByte)
    if (end === -1) return bytes.subarray(bytes.length)
    isPassing = false
    return bytes.subarray(end + 1)
  }

  const takePiece = (piece: Uint8Array): void => {
    const plain = toLineFeeds(piece, afterReturn)
    if (piece.length > 0) afterReturn = piece.at(-1) === carriageReturnByte
    takeBytes(plain)
  }

  const takeHead = (): void => {
    if (head === null) return
    const own = hasByteOrderMark(head) ? head.subarray(3) : head
    head = null
    takePiece(own)
  }

  return {
    take: (piece) => {
      if (head === null) {
        takePiece(piece)
        return
      }
      head = Buffer.concat([head, piece])
      if (head.length >= 3) takeHead()
    },
    end: () => {
      takeHead()
      if (rest.length > 0) takeBytes(Buffer.from('\n'))
      closePending()
    },
  }
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

function hasByteOrderMark([a, b, c]: Uint8Array): boolean {
  return a === 0xef && b === 0xbb && c === 0xbf
}

function widenRow(row: PlainRow): void {
  const wider = (before: Int32Array) => {
    const after = new Int32Array(before.length * 2)
    after.set(before)
    return after
  }
  row.starts = wider(row.starts)
  row.ends = wider(row.ends)
}

/** Every break becomes a line feed. A return at the end of the piece before may be the first half of one. */
function toLineFeeds(piece: Uint8Array, afterReturn: boolean): Uint8Array {
  if (!afterReturn && !piece.includes(carriageReturnByte)) return piece
  const plain = new Uint8Array(piece.length)
  let length = 0
  let before = afterReturn ? carriageReturnByte : 0
  for (const byte of piece) {
    if (byte === carriageReturnByte) plain[length++] = lineFeedByte
    else if (byte !== lineFeedByte || before !== carriageReturnByte) plain[length++] = byte
    before = byte
  }
  return plain.subarray(0, length)
}

/** The cells of a row that holds quotes, over one line or several; `open` where a quote is still to be closed. */
function parseQuotedRow(
  lines: readonly string[],
  delimiter: string,
): readonly string[] | 'open' | 'wrong' {
  const text = lines.join('\n')
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (text[at] !== '"') {
      const end = text.indexOf(delimiter, at)
      const cell = end === -1 ? text.slice(at) : text.slice(at, end)
      if (cell.includes('"')) return 'wrong'
      cells.push(cell)
      if (end === -1) return cell.includes('\n') ? 'wrong' : cells
      at = end + 1
      continue
    }
    let cell = ''
    let from = at + 1
    for (;;) {
      const end = text.indexOf('"', from)
      if (end === -1) return 'open'
      cell += text.slice(from, end)
      at = end + 1
      if (text[at] !== '"') break
      cell += '"'
      from = at + 1
    }
    cells.push(cell)
    if (at === text.length) return cells
    if (text[at] !== delimiter) return 'wrong'
    at += 1
  }
}
