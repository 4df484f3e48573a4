import type { RowCells } from '../../questionnaire/judge-row.ts'
import type { PlainRow } from '../../reading/row-stream.ts'

/** Cells of the row that is read at the moment. */
export function createByteCells() {
  const none = new Int32Array()
  const own = {
    ascii: { bytes: new Uint8Array(), starts: none, ends: none, count: 0, line: 0 } as PlainRow,
    count: 0,
    text: (column: number): string => {
      const { bytes, starts, ends } = own.ascii
      let text = ''
      const end = ends[column] ?? 0
      for (let at = starts[column] ?? 0; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0)
      return text
    },
    texts: (): readonly string[] =>
      Array.from({ length: own.count }, (_, index) => own.text(index)),
  }
  return own
}

/** Cells that are texts already. */
export function createTextCells(cells: readonly string[]): RowCells {
  return { count: cells.length, text: (column) => cells[column] ?? '', ascii: null }
}
