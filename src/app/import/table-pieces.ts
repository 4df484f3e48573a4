import { Fault } from '../../model/fault.ts'
import { decodeTable } from '../../reading/table.ts'
import { readTablePieces } from '../table/pieces.ts'

const maxTableBytes = 64 * 1024 * 1024

/** The bytes of a table that is kept as a whole while it is imported, and so has a largest size. */
export function* readImportedPieces(file: string): Generator<Uint8Array> {
  let length = 0
  for (const piece of readTablePieces(file)) {
    length += piece.length
    if (length > maxTableBytes) {
      throw new Fault({ say: 'table-too-large', file }, { say: 'table-too-large-hint' })
    }
    yield piece
  }
}

export function readImportedText(file: string): string {
  const text = decodeTable(Buffer.concat([...readImportedPieces(file)]))
  if (text.trim() === '') throw new Fault({ say: 'table-empty', file })
  return text
}
