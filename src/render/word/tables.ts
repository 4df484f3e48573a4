import {
  AlignmentType,
  BorderStyle,
  HeightRule,
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
import { lightColours, mixColour } from '../html/look.ts'
import { cellMargin, getShare, measureColumns } from './columns.ts'
import { type Bookmarks, buildRuns } from './runs.ts'
import { textSize, textWidth, toWordColour } from './styles.ts'

/** A table of so many rows is kept on one page. */
const maxTogether = 10

/** A table whose head comes again on every page. Bars and heat are shaded cells, which people can edit. */
export function buildTable(
  node: TableNode,
  alike: readonly TableNode[],
  { accent, bookmarks }: { readonly accent: string; readonly bookmarks: Bookmarks },
): Table {
  const { widths, size } = measureColumns(alike)
  const count = node.children.length
  const rows = node.children.map(
    (row, index) =>
      new TableRow({
        cantSplit: true,
        tableHeader: index === 0,
        children: widths.map((width, at) => {
          const cell = row.children[at] ?? { type: 'tableCell', children: [] }
          const isRight = node.align?.[at] === 'right'
          const isKept = index < (count > maxTogether ? 2 : count - 1)
          return buildCell(cell, {
            width,
            size,
            isRight,
            isHead: index === 0,
            isKept,
            accent,
            bookmarks,
          })
        }),
      }),
  )
  return plainTable(widths, rows)
}

interface CellSetting {
  readonly width: number
  readonly size: number
  readonly isRight: boolean
  readonly isHead: boolean
  /** On one page with the next row. */
  readonly isKept: boolean
  readonly accent: string
  readonly bookmarks: Bookmarks
}

function buildCell(cell: TableCellNode, setting: CellSetting): TableCell {
  const { width, size, isRight, isHead, isKept, accent, bookmarks } = setting
  const heat = cell.data?.heat?.value ?? null
  const share = getShare(cell)
  const line =
    heat !== null
      ? { size: 8, color: paperColour }
      : isHead
        ? { size: 8, color: toWordColour(accent) }
        : { size: 4, color: ruleColour }
  const words = new Paragraph({
    style: 'TableText',
    keepNext: isKept,
    alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
    children: buildRuns(cell.children, bookmarks, {
      ...(isHead ? { bold: true } : {}),
      ...(size === textSize ? {} : { size }),
    }),
  })
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(heat === null ? {} : { shading: fill(getHeatColour(heat, accent)) }),
    margins: { top: 32, bottom: 32, left: cellMargin, right: cellMargin },
    verticalAlign: isHead ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
    borders: {
      ...noBorders,
      ...(heat === null ? {} : { left: { style: BorderStyle.SINGLE, ...line } }),
      bottom: { style: BorderStyle.SINGLE, ...line },
    },
    children:
      share === undefined
        ? [words]
        : [buildBar(share ?? 0, width - 2 * cellMargin, accent), thin()],
  })
}

/** One cell with a rule beside it, around what somebody added. */
export function buildBox(blocks: readonly (Paragraph | Table)[]): Table {
  const beside = { style: BorderStyle.SINGLE, size: 24, color: ruleColour }
  const cell = new TableCell({
    width: { size: textWidth, type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 2 * cellMargin, right: cellMargin },
    borders: { ...noBorders, left: beside },
    children: blocks,
  })
  return plainTable([textWidth], [new TableRow({ children: [cell] })])
}

/** Two cells, the first as wide as the share of 100. */
function buildBar(share: number, width: number, accent: string): Table {
  const full = Math.round((width * Math.max(0, Math.min(100, share))) / 100)
  const parts = [
    { width: full, colour: toWordColour(accent) },
    { width: width - full, colour: toWordColour(lightColours.rule) },
  ].filter((part) => part.width > 0)
  const row = new TableRow({
    height: { value: 150, rule: HeightRule.EXACT },
    children: parts.map(
      ({ width: own, colour }) =>
        new TableCell({
          width: { size: own, type: WidthType.DXA },
          shading: fill(colour),
          margins: noMargins,
          children: [thin()],
        }),
    ),
  })
  return plainTable(
    parts.map(({ width: own }) => own),
    [row],
  )
}

function plainTable(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: noMargins,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows,
  })
}

/** Word wants a paragraph in every cell, and behind a table inside one. */
function thin(): Paragraph {
  return new Paragraph({ style: 'TableText', spacing: { line: 20, lineRule: 'exact' } })
}

/** The more, the darker, and never so dark that black words cannot be read on it. */
function getHeatColour(value: number, accent: string): string {
  return toWordColour(mixColour(255, accent, 0.95 - 0.45 * (value / 100)))
}

function fill(colour: string): NonNullable<ITableCellOptions['shading']> {
  return { type: ShadingType.CLEAR, color: 'auto', fill: colour }
}

const paperColour = toWordColour(lightColours.paper)
const ruleColour = toWordColour(lightColours.rule)
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none } as const
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 } as const
