import { readInputChunks } from '../../files/read-input.ts'
import { Fault } from '../../model/fault.ts'
import { decodeTable } from '../../reading/table.ts'

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
  if (text.trim() === '') throw new Fault({ say: 'table-empty', file })
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
    if (piece.includes(0)) throw new Fault({ say: 'table-not-text', file })
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
      throw new Fault({ say: 'table-utf16-large', file }, { say: 'table-utf16-large-hint' })
    }
  }
  return Buffer.concat(pieces)
}
