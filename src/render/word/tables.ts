import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { TableCell as TableCellNode, Table as TableNode } from 'mdast'
import { mixColour } from '../html/look.ts'
import { buildRuns } from './text-runs.ts'

/** In twentieths of a point: what is between the margins of a page of A4. */
export const textWidth = 9638

/** A bar is so many cells, each a tenth of it. */
const barCells = 10
const barCellWidth = 150
const barGrey = 'ECEFF2'
const ruleGrey = 'B9C0C7'
/** As much of the accent as black text can still be read on, from the lowest scores to the highest. */
const heatShares = [0.04, 0.14, 0.24, 0.36, 0.48]

/** A table whose head comes again on every page. Bars and heat are cells with shading, for people to edit. */
export function buildTable(node: TableNode, accent: string): Table {
  const [head, ...body] = node.children
  const rows = head === undefined ? body : [head, ...body]
  const columns = measureColumns(node)
  return new Table({
    width: { size: columns.flatMap(({ widths }) => widths).reduce(add, 0), type: WidthType.DXA },
    columnWidths: columns.flatMap(({ widths }) => widths),
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: index === 0 && head !== undefined,
          children: columns.flatMap((column, at) => {
            const cell = row.children[at]
            const isRight = node.align?.[at] === 'right'
            const isHead = index === 0
            if (!isHead && column.isBar) return buildBarCells(getShare(cell), accent)
            return [buildCell(cell, { ...column, isRight, isHead, accent })]
          }),
        }),
    ),
  })
}

interface Column {
  readonly isBar: boolean
  readonly widths: readonly number[]
}

/** By what is in them: figures take what they need, words share the rest. */
function measureColumns(node: TableNode): readonly Column[] {
  const count = Math.max(0, ...node.children.map(({ children }) => children.length))
  const columns = Array.from({ length: count }, (_, at) => {
    const cells = node.children.map(({ children }) => children[at])
    const longest = Math.max(...cells.map((cell) => getText(cell).length))
    const word = Math.max(...cells.flatMap((cell) => getText(cell).split(/\s+/)).map(getLength))
    return { isBar: cells.some((cell) => getShare(cell) !== undefined), longest, word }
  })
  const bars = columns.filter(({ isBar }) => isBar).length * barCells * barCellWidth
  const wishes = columns.map(({ isBar, longest, word }) =>
    isBar ? 0 : Math.max(Math.min(word, maxWord), Math.min(longest, maxLine)) + padding,
  )
  const all = wishes.reduce(add, 0)
  const room = textWidth - bars
  // What would fit in less is not drawn out.
  const unit = Math.min(room / Math.max(1, all), charWidth)
  return columns.map(({ isBar }, at) => ({
    isBar,
    widths: isBar
      ? Array.from({ length: barCells }, () => barCellWidth)
      : [Math.floor((wishes[at] ?? 0) * unit)],
  }))
}

const maxWord = 14
const maxLine = 46
const padding = 3
/** Of a character of 9 points, in twentieths of a point. */
const charWidth = 115

function getLength({ length }: string): number {
  return length
}

function add(one: number, other: number): number {
  return one + other
}

function getText(cell: TableCellNode | undefined): string {
  const read = (nodes: TableCellNode['children']): string =>
    nodes
      .map((node) => ('value' in node ? node.value : 'children' in node ? read(node.children) : ''))
      .join('')
  return cell === undefined ? '' : read(cell.children)
}

/** Of a bar, 0..100, or null for an empty one; undefined where there is none. */
function getShare(cell: TableCellNode | undefined): number | null | undefined {
  const [first] = cell?.children ?? []
  return first?.type === 'text' ? first.data?.share : undefined
}

interface CellSetting extends Column {
  readonly isRight: boolean
  readonly isHead: boolean
  readonly accent: string
}

function buildCell(
  cell: TableCellNode | undefined,
  { widths, isBar, isRight, isHead, accent }: CellSetting,
): TableCell {
  const heat = cell?.data?.heat?.value
  return new TableCell({
    width: { size: widths.reduce(add, 0), type: WidthType.DXA },
    ...(isBar ? { columnSpan: barCells } : {}),
    ...(heat == null ? {} : { shading: fill(mixHeat(heat, accent)) }),
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: { ...noBorders, bottom: { style: BorderStyle.SINGLE, size: 4, color: ruleGrey } },
    children: [
      new Paragraph({
        style: 'Table',
        keepNext: isHead,
        alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [...buildRuns(cell?.children ?? [], isHead ? { bold: true } : {})],
      }),
    ],
  })
}

function buildBarCells(share: number | null | undefined, accent: string): readonly TableCell[] {
  const full = Math.round(((share ?? 0) / 100) * barCells)
  return Array.from(
    { length: barCells },
    (_, index) =>
      new TableCell({
        width: { size: barCellWidth, type: WidthType.DXA },
        shading: fill(index < full ? toHex(accent) : barGrey),
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        borders: barBorders,
        children: [new Paragraph({ style: 'Table', children: [] })],
      }),
  )
}

function mixHeat(value: number, accent: string): string {
  const step = Math.min(heatShares.length - 1, Math.floor((value / 100) * heatShares.length))
  return toHex(mixColour(255, accent, 1 - (heatShares[step] ?? 0)))
}

function fill(colour: string): NonNullable<ITableCellOptions['shading']> {
  return { type: ShadingType.CLEAR, color: 'auto', fill: colour }
}

/** `#1f4e79` as Word has it. */
export function toHex(colour: string): string {
  return colour.slice(1).toUpperCase()
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none } as const
const white = { style: BorderStyle.SINGLE, size: 12, color: 'FFFFFF' } as const
/** White above and below, so that the bar is lower than its row. */
const barBorders = {
  top: { ...white, size: 24 },
  bottom: { ...white, size: 24 },
  left: { ...white, size: 2 },
  right: { ...white, size: 2 },
} as const
