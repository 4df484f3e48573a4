import type { Element } from 'hast'
import type { Blockquote, Heading, Paragraph, Root, Table, TableCell, Text } from 'mdast'
import { type Handlers, type State, toHast } from 'mdast-util-to-hast'
import type { Charts } from '../../report/charts/charts.ts'
import { getElementText, pageElement } from './element.ts'
import { buildFigure, wrapInDetails } from './figures.ts'
import { buildHtmlTable } from './table.ts'

/** Ids that the page itself uses. */
export const pageIds = { main: 'report' } as const

/** The document tree as elements of a page, in the order of the document, every heading with an id. */
export function buildPageContent(tree: Root, charts: Charts): readonly Element[] {
  const slug = createSlugger(Object.values(pageIds))
  let tables = 0
  let heading = ''
  const handlers: Handlers = {
    heading: (state: State, node: Heading): Element => {
      const children = state.all(node)
      heading = children.map(getElementText).join('')
      return pageElement(`h${node.depth}`, { id: slug(heading) }, ...children)
    },
    table: (state: State, node: Table): Element => {
      tables += 1
      const caption = node.data?.caption ?? null
      const inner = (cell: TableCell) => state.all(cell)
      const table = buildHtmlTable(node, { inner, id: `table:${tables}`, caption, heading })
      return node.data?.folded === true ? wrapInDetails(table) : table
    },
    // What is quoted is the verdict, or what somebody wrote for the report.
    blockquote: (state: State, node: Blockquote): Element => {
      const className = [node.data?.comment === true ? 'comment' : 'verdict']
      return pageElement('div', { className }, ...state.all(node))
    },
    text: (_: State, { value, data }: Text) =>
      data?.share === undefined ? { type: 'text', value } : miniBar(data.share),
  }
  const made = toHast(addFigures(tree, charts), { handlers, clobberPrefix: '' })
  if (made.type !== 'root') return []
  return made.children.filter((node) => node.type === 'element')
}

/** With a figure before every block that names its chart. */
function addFigures(tree: Root, charts: Charts): Root {
  return {
    ...tree,
    children: tree.children.flatMap((block) => {
      const name = block.data?.chart
      const figure = name === undefined ? null : buildFigure(name, charts)
      return figure === null ? [block] : [toStandInParagraph(figure), block]
    }),
  }
}

/** A node of the document that becomes this element. */
function toStandInParagraph({ tagName, properties, children }: Element): Paragraph {
  const data = { hName: tagName, hProperties: properties, hChildren: children }
  return { type: 'paragraph', children: [], data }
}

/** A bar beside a figure in a table, which says it all; so the bar is for the eye alone. `share` is 0..100. */
function miniBar(share: number | null): Element {
  const full = share === null ? 0 : Math.round(Math.max(0, Math.min(100, share)))
  return pageElement(
    'svg',
    { className: ['bar'], viewBox: '0 0 100 8', ariaHidden: 'true', preserveAspectRatio: 'none' },
    pageElement('rect', { className: ['rail'], width: 100, height: 8 }),
    pageElement('rect', { className: ['full'], width: full, height: 8 }),
  )
}

/**
 * Gives headings ids as code hosts do, so that a link holds in Markdown and in HTML alike: letters, digits and hyphens, with
 * a number after one that was there before.
 */
function createSlugger(taken: readonly string[]): (text: string) => string {
  const used = new Set(taken)
  return (text) => {
    const wanted = toHeadingSlug(text)
    let slug = wanted
    for (let again = 1; used.has(slug); again++) slug = `${wanted}-${again}`
    used.add(slug)
    return slug
  }
}

function toHeadingSlug(text: string): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
  return slug === '' ? 'section' : slug
}
