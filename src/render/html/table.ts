import type { Element, ElementContent } from 'hast'
import type { Table, TableCell, TableRow } from 'mdast'
import type { ReportText } from '../../words/message.ts'
import { getElementText, pageElement } from './element.ts'

interface TableSetting {
  readonly inner: (cell: TableCell) => readonly ElementContent[]
  readonly id: string
  readonly caption: string | null
  /** The heading above the table: what a screen reader says where the table has no caption. */
  readonly heading: string
}

/** A table of the document, with a caption, its columns and rows headed. */
export function buildHtmlTable(
  node: Table,
  { inner, id, caption, heading }: TableSetting,
): Element {
  const numbers = (node.align ?? []).map((align) => align === 'right')
  const [head, ...body] = node.children
  const headCell = (cell: TableCell, column: number) =>
    cell.children.length === 0 || inner(cell).every(isEmptyText)
      ? pageElement('td', {})
      : pageElement('th', { scope: 'col', ...getCellClass(numbers[column]) }, ...inner(cell))
  const labels = (head?.children ?? []).map((cell) => inner(cell).map(getElementText).join(''))
  const bodyCell = (cell: TableCell, column: number) =>
    column === 0
      ? pageElement('th', { scope: 'row', role: 'rowheader' }, ...inner(cell))
      : buildFigureCell(cell, inner(cell), {
          isNumber: numbers[column] === true,
          label: labels[column] ?? '',
        })
  const row = ({ children }: TableRow, make: typeof bodyCell) =>
    pageElement('tr', { role: 'row' }, ...children.map(make))
  const captionId = `${id}:caption`
  const className = (head?.children.length ?? 0) > maxNarrowColumns ? ['stacked'] : []
  return pageElement(
    'table',
    { className, role: 'table' },
    caption === null
      ? pageElement('caption', { id: captionId, className: ['unseen'] }, heading)
      : pageElement('caption', { id: captionId }, caption),
    pageElement('thead', {}, ...(head === undefined ? [] : [row(head, headCell)])),
    pageElement('tbody', { role: 'rowgroup' }, ...body.map((each) => row(each, bodyCell))),
  )
}

/** More columns do not fit on a phone: there each row is a block with the columns' names in it. */
const maxNarrowColumns = 2

function buildFigureCell(
  cell: TableCell,
  content: readonly ElementContent[],
  { isNumber, label }: { readonly isNumber: boolean; readonly label: string },
): Element {
  const heat = cell.data?.heat
  const className = [
    ...(isNumber ? ['number'] : []),
    ...(heat == null || heat.value === null ? [] : ['heat', `heat-${chooseHeatStep(heat.value)}`]),
  ]
  return pageElement(
    'td',
    { className, role: 'cell', dataLabel: label },
    ...(heat?.counts == null ? [] : [drawCounts(heat.counts)]),
    ...content,
  )
}

/** A shade from 1 to 5. `value` is 0..100. */
function chooseHeatStep(value: number): number {
  return Math.min(5, 1 + Math.floor(value / 20))
}

const stepWidth = 5
const countsHeight = 12

/** How many people gave each answer, for the eye alone: the cell says from which to which they go. */
function drawCounts(counts: readonly number[]): Element {
  const most = Math.max(1, ...counts)
  return pageElement(
    'svg',
    {
      className: ['counts'],
      viewBox: `0 0 ${counts.length * stepWidth} ${countsHeight}`,
      ariaHidden: 'true',
    },
    ...counts.map((people, index) => {
      const height = people === 0 ? 1 : Math.round((people / most) * countsHeight)
      return pageElement('rect', {
        x: String(index * stepWidth + 0.5),
        y: String(countsHeight - height),
        width: String(stepWidth - 1),
        height: String(height),
      })
    }),
  )
}

/** A table that only accompanies a chart: its first column names the rows, the others hold figures. */
export function plainTable(setting: {
  readonly id: string
  readonly caption: ReportText
  readonly head: readonly ReportText[]
  readonly rows: readonly (readonly ReportText[])[]
}): Element {
  const [first = '', ...columns] = setting.head
  const captionId = `${setting.id}:caption`
  const caption = pageElement('caption', { id: captionId, className: ['unseen'] }, setting.caption)
  const head = [
    pageElement('th', { scope: 'col' }, first),
    ...columns.map((text) => pageElement('th', { scope: 'col', className: ['number'] }, text)),
  ]
  const rows = setting.rows.map(([name = '', ...figures]) => {
    const cells = figures.map((text) => pageElement('td', { className: ['number'] }, text))
    return pageElement('tr', {}, pageElement('th', { scope: 'row' }, name), ...cells)
  })
  const headRow = pageElement('thead', {}, pageElement('tr', {}, ...head))
  return pageElement('table', {}, caption, headRow, pageElement('tbody', {}, ...rows))
}

function getCellClass(isNumber: boolean | undefined): { className?: string[] } {
  return isNumber === true ? { className: ['number'] } : {}
}

function isEmptyText(node: ElementContent): boolean {
  return node.type === 'text' && node.value === ''
}
