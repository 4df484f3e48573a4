import type { Element, ElementContent } from 'hast'
import type { Blockquote, Heading, Root, Table, TableCell, Text } from 'mdast'
import { type Handlers, type State, toHast } from 'mdast-util-to-hast'
import { element, textOf } from './element.ts'
import { miniBar } from './mini-bar.ts'
import { slugs } from './slug.ts'
import { tableOf } from './table.ts'

/** Ids that the page itself uses. */
export const pageIds = { main: 'report' } as const

/** The document tree as elements of a page, in the order of the document, every heading with an id. */
export function contentOf(tree: Root): readonly ElementContent[] {
  const slug = slugs(Object.values(pageIds))
  let tables = 0
  let heading = ''
  const handlers: Handlers = {
    heading: (state: State, node: Heading): Element => {
      const children = state.all(node)
      heading = children.map(textOf).join('')
      return element(`h${node.depth}`, { id: slug(heading) }, ...children)
    },
    table: (state: State, node: Table): Element => {
      tables += 1
      const caption = node.data?.caption ?? null
      const inner = (cell: TableCell) => state.all(cell)
      return tableOf(node, { inner, id: `table-${tables}`, caption, heading })
    },
    // The one quotation of the document is the verdict.
    blockquote: (state: State, node: Blockquote): Element =>
      element('div', { className: ['verdict'] }, ...state.all(node)),
    text: (_: State, { value, data }: Text) =>
      data?.share === undefined ? { type: 'text', value } : miniBar(data.share),
  }
  const made = toHast(tree, { handlers, clobberPrefix: '' })
  if (made.type !== 'root') return []
  return made.children.filter((node): node is ElementContent => node.type === 'element')
}
