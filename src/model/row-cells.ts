/** The cells of one row of a table. None of it may be kept: the next row takes its place. */
export interface RowCells {
  readonly count: number
  readonly text: (column: number) => string
  /** The code of a cell's one character, 0 where the cell is blank, -1 where it is longer. */
  readonly code: (column: number) => number
  /** Was a character lost when the bytes became text? */
  readonly isUndecoded: boolean
}

/** What stands for bytes that are no text in the encoding they were read in. */
export const replacementCharacter = '\uFFFD'

/** Cells that are texts already. */
export function toRowCells(texts: readonly string[]): RowCells {
  return {
    count: texts.length,
    text: (column) => texts[column] ?? '',
    code: (column) => toCellCode(texts[column] ?? ''),
    isUndecoded: texts.some((text) => text.includes(replacementCharacter)),
  }
}

function toCellCode(text: string): number {
  return text.length > 1 ? -1 : text === '' ? 0 : text.charCodeAt(0)
}

export function listCellTexts({ count, text }: RowCells): readonly string[] {
  return Array.from({ length: count }, (_, column) => text(column))
}
