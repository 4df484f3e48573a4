import type { TableBlock } from '../markdown/blocks.ts'
import type { Inline } from '../markdown/inline.ts'
import type { WordNode } from './document.ts'
import type { WordText } from './text.ts'

/** As many as Word has. */
const maxColumns = 63
/** A longer text is not repeated for the rows that it stands beside. */
const maxRepeated = 200

type Row = TableBlock['rows'][number]
type Cell = Inline | null
/** What a cell over several rows still has to say, by column. */
type Spans = Map<number, { readonly cell: Cell; left: number }>

/**
 * The first row that says something is the header. A cell over several columns leaves the others empty; one over several rows
 * is said in each of them, at its own place. Null where nothing is written.
 */
export function readWordTable(table: WordNode, text: WordText): TableBlock | null {
  const spans: Spans = new Map()
  const rows = listChildren(table, 'tableRow').flatMap((row) => readRow(row, spans, text) ?? [])
  const [header, ...others] = rows
  if (header === undefined) return null
  const end = (others.at(-1) ?? header).range.end
  const range = { start: header.range.start, end }
  return { kind: 'table', header: header.cells, rows: others, range }
}

/** Where a table only draws a box around text: what is in it. */
export function getBoxContent(table: WordNode): readonly WordNode[] | null {
  const rows = listChildren(table, 'tableRow')
  const cells = rows.flatMap((row) => listChildren(row, 'tableCell'))
  return cells.length === 1 ? (cells[0]?.children ?? []) : null
}

function readRow(row: WordNode, spans: Spans, text: WordText): Row | null {
  const cells: Cell[] = []
  const own: Inline[] = []
  const takeSpans = () => {
    for (let span = spans.get(cells.length); span?.left; span = spans.get(cells.length)) {
      span.left--
      cells.push(span.cell)
    }
  }
  for (const node of listChildren(row, 'tableCell')) {
    takeSpans()
    const cell = text.add(listParagraphs(node))
    if (cell !== null) own.push(cell)
    const repeated = cell !== null && cell.text.length <= maxRepeated ? cell : null
    const width = Math.min(node.colSpan || 1, maxColumns)
    for (let at = 0; at < width && cells.length < maxColumns; at++) {
      spans.set(cells.length, { cell: at === 0 ? repeated : null, left: (node.rowSpan ?? 1) - 1 })
      cells.push(at === 0 ? cell : null)
    }
  }
  takeSpans()
  const [first] = own
  const last = own.at(-1)
  if (first === undefined || last === undefined) return null
  const range = { start: first.range.start, end: last.range.end }
  return { cells: cells.map((cell) => cell ?? createEmpty(range.start)), range }
}

function createEmpty(at: number): Inline {
  return { text: '', mask: '', starts: [], ends: [], style: '', range: { start: at, end: at } }
}

function listChildren(node: WordNode, type: string): readonly WordNode[] {
  return (node.children ?? []).filter((child) => child.type === type)
}

/** Those of tables inside too. */
function listParagraphs(node: WordNode): readonly WordNode[] {
  if (node.type === 'paragraph') return [node]
  return (node.children ?? []).flatMap(listParagraphs)
}
