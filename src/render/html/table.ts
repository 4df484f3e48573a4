import type { Element, ElementContent } from 'hast'
import type { Table, TableCell, TableRow } from 'mdast'
import { visibleLine } from '../../model/visible.ts'
import { element } from './element.ts'

export interface TableSetting {
  readonly inner: (cell: TableCell) => readonly ElementContent[]
  readonly id: string
  readonly caption: string | null
  /** What it stands under: its caption, for who listens, where it has none of its own. */
  readonly heading: string
}

/** A table of the document, with a caption, its columns and rows headed. */
export function tableOf(node: Table, { inner, id, caption, heading }: TableSetting): Element {
  const numbers = (node.align ?? []).map((align) => align === 'right')
  const [head, ...body] = node.children
  const headCell = (cell: TableCell, column: number) =>
    cell.children.length === 0 || inner(cell).every(isEmpty)
      ? element('td', {})
      : element('th', { scope: 'col', ...kindOf(numbers[column]) }, ...inner(cell))
  const bodyCell = (cell: TableCell, column: number) =>
    column === 0
      ? element('th', { scope: 'row' }, ...inner(cell))
      : element('td', kindOf(numbers[column]), ...inner(cell))
  const row = ({ children }: TableRow, make: typeof bodyCell) =>
    element('tr', {}, ...children.map(make))
  const captionId = `${id}:caption`
  const table = element(
    'table',
    {},
    caption === null
      ? element('caption', { id: captionId, className: ['unseen'] }, heading)
      : element('caption', { id: captionId }, caption),
    element('thead', {}, ...(head === undefined ? [] : [row(head, headCell)])),
    element('tbody', {}, ...body.map((each) => row(each, bodyCell))),
  )
  return scrolling(table, captionId)
}

/** A table that stands beside a chart only: its first column names the rows, the others hold figures. */
export function plainTable(setting: {
  readonly id: string
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}): Element {
  const [first = '', ...columns] = setting.head
  const captionId = `${setting.id}:caption`
  const table = element(
    'table',
    {},
    element('caption', { id: captionId, className: ['unseen'] }, setting.caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, first),
        ...columns.map((column) =>
          element('th', { scope: 'col', className: ['number'] }, visibleLine(column)),
        ),
      ),
    ),
    element(
      'tbody',
      {},
      ...setting.rows.map(([name = '', ...figures]) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, visibleLine(name)),
          ...figures.map((text) => element('td', { className: ['number'] }, visibleLine(text))),
        ),
      ),
    ),
  )
  return scrolling(table, captionId)
}

/** A region of its own that scrolls where the screen is narrower than the table is, also by the keyboard. */
function scrolling(table: Element, captionId: string): Element {
  const properties = { role: 'region', tabIndex: 0, ariaLabelledBy: [captionId] }
  return element('div', { className: ['scroll'], ...properties }, table)
}

function kindOf(isNumber: boolean | undefined): { className?: string[] } {
  return isNumber === true ? { className: ['number'] } : {}
}

function isEmpty(node: ElementContent): boolean {
  return node.type === 'text' && node.value === ''
}
