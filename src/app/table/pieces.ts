import { readInputChunks } from '../../files/read-input.ts'
import { Fault } from '../../model/fault.ts'
import { createRowReader } from '../../reading/row-stream.ts'
import { decodeTable, type TableRow } from '../../reading/table.ts'
import { createByteCells } from './cells.ts'

const maxUtf16Bytes = 64 * 1024 * 1024

/** Enough of the file for its header. */
export function readBeginning(file: string): string {
  const pieces: Uint8Array[] = []
  let length = 0
  for (const piece of readTablePieces(file)) {
    pieces.push(piece)
    length += piece.length
    if (length >= 1024 * 1024) break
  }
  const text = decodeTable(Buffer.concat(pieces))
  if (text.trim() === '') throw new Fault(`"${file}" is empty; expected a table with a header`)
  return text
}

/** The bytes of a table in UTF-8; one in UTF-16 is rewritten. */
export function* readTablePieces(file: string): Generator<Uint8Array> {
  let isFirst = true
  for (const piece of readInputChunks(file)) {
    if (isFirst && isUtf16(piece)) {
      yield Buffer.from(decodeTable(readWhole(file)))
      return
    }
    isFirst = false
    if (piece.includes(0)) throw new Fault(`"${file}" is no table in text; save it as CSV`)
    yield piece
  }
}

function isUtf16([a = 1, b = 1]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0) !== (b === 0)
}

function readWhole(file: string): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  for (const piece of readInputChunks(file)) {
    pieces.push(piece)
    length += piece.length
    if (length > maxUtf16Bytes) {
      throw new Fault(`"${file}" is in UTF-16 and larger than 64 MB`, {
        hint: 'Save it as CSV in UTF-8',
      })
    }
  }
  return Buffer.concat(pieces)
}

/** The first rows of a text; no more of it is read than that takes. */
export function readFirstRows(text: string, delimiter: string, most: number): readonly TableRow[] {
  const rows: TableRow[] = []
  const own = createByteCells()
  const reader = createRowReader(delimiter, {
    plain: (row) => {
      own.ascii = row
      own.count = row.count
      rows.push({ line: row.line, cells: own.texts() })
    },
    cells: (cells, line) => rows.push({ line, cells }),
    broken: () => {},
  })
  const bytes = Buffer.from(text)
  const size = 16 * 1024
  for (let at = 0; at < bytes.length && rows.length < most; at += size) {
    reader.take(bytes.subarray(at, at + size))
  }
  if (rows.length < most) reader.end()
  return rows.slice(0, most)
}
