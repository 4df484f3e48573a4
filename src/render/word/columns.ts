import type { Table, TableCell } from 'mdast'
import { getPlainText } from './runs.ts'
import { textSize, textWidth } from './styles.ts'

/** How a table's columns share the width of the page, in twentieths of a point. */
interface Columns {
  readonly widths: readonly number[]
  /** Of its letters, in halves of a point: smaller where many columns would not fit. */
  readonly size: number
}

/** Of a bar, which takes no words. */
const barWidth = 1500
/** Between a text and the edges of its cell. */
export const cellMargin = 80
const sizes = [textSize, 18, 16, 14]
/** A longer word is broken. */
const maxWord = 14
/** What a cell with much to say has in a line at least. */
const fewWords = 20
/** Of a letter in Calibri, of its size; of one in Chinese, Japanese or Korean. Bold ones are wider. */
const letter = { narrow: 0.52, wide: 1.05 }
const bold = 1.06
/** What a word is given more, for people whose computers lack Calibri and take a wider one. */
const slack = 1.15

/**
 * Of tables that stand together, by what is in them: every column has room for its longest word, and what is left goes where
 * the lines are long.
 */
export function measureColumns(tables: readonly Table[]): Columns {
  const size = sizes.find((size) => sum(findLeast(tables, size)) <= textWidth) ?? 14
  const least = findLeast(tables, size)
  const [needed, room] = [sum(least), textWidth]
  if (needed > room)
    return { widths: least.map((width) => Math.floor((width * room) / needed)), size }
  const most = measureEach(tables, size, (text, isHead) => (isHead ? takeHalf(text) : text))
  const extra = most.map((width, at) => Math.max(0, width - (least[at] ?? 0)))
  const share = Math.min(1, (room - needed) / Math.max(1, sum(extra)))
  return { widths: least.map((width, at) => Math.floor(width + (extra[at] ?? 0) * share)), size }
}

/** A column of sentences has room for a few words of them. */
function findLeast(tables: readonly Table[], size: number): readonly number[] {
  return measureEach(tables, size * slack, (text, isHead) => {
    const longest = text
      .split(/\s/)
      .reduce((found, word) => (word.length > found.length ? word : found), '')
      .slice(0, maxWord)
    const words = isHead || text.length < 2 * fewWords ? '' : text.slice(0, fewWords)
    return words.length > longest.length ? words : longest
  })
}

/** A head may have two lines. */
function takeHalf(text: string): string {
  return text.slice(0, Math.max(Math.ceil(text.length / 2) + 4, 20))
}

/** The width of each column, with this part of the text of every cell in one line. */
function measureEach(
  tables: readonly Table[],
  size: number,
  part: (text: string, isHead: boolean) => string,
): readonly number[] {
  const rows = tables.flatMap(({ children }) =>
    children.map((row, index) => ({ cells: row.children, isHead: index === 0 })),
  )
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: count }, (_, at) => {
    if (rows.some(({ cells }) => getShare(cells[at]) !== undefined)) return barWidth
    const widths = rows.map(({ cells, isHead }) =>
      measureText(
        part(getPlainText(cells[at]?.children ?? []), isHead),
        isHead ? size * bold : size,
      ),
    )
    return Math.ceil(Math.max(0, ...widths)) + 2 * cellMargin + 60
  })
}

function measureText(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += character >= '\u1100' ? letter.wide : letter.narrow
  return ems * size * 10
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Of a cell that is a bar, 0..100, or null for an empty bar; undefined for any other. */
export function getShare(cell: TableCell | undefined): number | null | undefined {
  const [first] = cell?.children ?? []
  return first?.type === 'text' ? first.data?.share : undefined
}
