import type { Element, ElementContent } from 'hast'
import type { Table, TableCell, TableRow } from 'mdast'
import type { ReportText } from '../../words/message.ts'
import { pageElement } from './element.ts'

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
  const bodyCell = (cell: TableCell, column: number) =>
    column === 0
      ? pageElement('th', { scope: 'row' }, ...inner(cell))
      : pageElement('td', getCellClass(numbers[column]), ...inner(cell))
  const row = ({ children }: TableRow, make: typeof bodyCell) =>
    pageElement('tr', {}, ...children.map(make))
  const captionId = `${id}:caption`
  const table = pageElement(
    'table',
    {},
    caption === null
      ? pageElement('caption', { id: captionId, className: ['unseen'] }, heading)
      : pageElement('caption', { id: captionId }, caption),
    pageElement('thead', {}, ...(head === undefined ? [] : [row(head, headCell)])),
    pageElement('tbody', {}, ...body.map((each) => row(each, bodyCell))),
  )
  return wrapInScroller(table, captionId)
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
  const table = pageElement('table', {}, caption, headRow, pageElement('tbody', {}, ...rows))
  return wrapInScroller(table, captionId)
}

/** A region that scrolls, also by the keyboard, where the screen is narrower than the table. */
function wrapInScroller(table: Element, captionId: string): Element {
  const properties = { role: 'region', tabIndex: 0, ariaLabelledBy: [captionId] }
  return pageElement('div', { className: ['scroll'], ...properties }, table)
}

function getCellClass(isNumber: boolean | undefined): { className?: string[] } {
  return isNumber === true ? { className: ['number'] } : {}
}

function isEmptyText(node: ElementContent): boolean {
  return node.type === 'text' && node.value === ''
}
