import { HeadingLevel, Paragraph, type Table } from 'docx'
import type { Heading, List, RootContent } from 'mdast'
import { buildTable } from './tables.ts'
import { buildRuns } from './text-runs.ts'

const headings = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
] as const

/** Names of the numberings that the document has. */
export const numberings = { bullets: 'bullets', steps: 'steps' } as const

type Block = Paragraph | Table

/** The document tree as blocks of Word, in the same order. What only Markdown needs is left out. */
export function buildWordBlocks(nodes: readonly RootContent[], accent: string): readonly Block[] {
  const lists = { count: 0 }
  return nodes.flatMap((node) => buildBlock(node, accent, lists))
}

/** Every numbered list begins at 1, for which each needs a number of its own. */
interface ListCount {
  count: number
}

function buildBlock(node: RootContent, accent: string, lists: ListCount): readonly Block[] {
  switch (node.type) {
    case 'heading':
      return [
        new Paragraph({ heading: chooseHeading(node), children: [...buildRuns(node.children)] }),
      ]
    case 'paragraph':
      return [new Paragraph({ children: [...buildRuns(node.children)] })]
    case 'blockquote':
      return node.children.flatMap((child, index) => {
        if (child.type !== 'paragraph') return buildBlock(child, accent, lists)
        const style =
          node.data?.comment === true ? 'Comment' : index === 0 ? 'VerdictTitle' : 'Verdict'
        return [new Paragraph({ style, children: [...buildRuns(child.children)] })]
      })
    case 'list':
      return buildList(node, 0, accent, lists)
    case 'table':
      return [buildTable(node, accent), new Paragraph({ style: 'Gap', children: [] })]
    case 'code':
      return [new Paragraph({ children: [...buildRuns([{ type: 'text', value: node.value }])] })]
    default:
      return []
  }
}

function chooseHeading({ depth }: Heading): (typeof headings)[number] {
  return headings[Math.min(depth, headings.length) - 1] ?? HeadingLevel.HEADING_3
}

const maxLevel = 3

function buildList(
  { ordered, children }: List,
  level: number,
  accent: string,
  lists: ListCount,
): readonly Block[] {
  lists.count += 1
  const instance = lists.count
  const reference = ordered === true ? numberings.steps : numberings.bullets
  const numbering = { reference, level: Math.min(level, maxLevel), instance }
  return children.flatMap((item) =>
    item.children.flatMap((child, index) => {
      if (child.type === 'list') return buildList(child, level + 1, accent, lists)
      if (child.type !== 'paragraph') return buildBlock(child, accent, lists)
      const runs = [...buildRuns(child.children)]
      return index === 0
        ? [new Paragraph({ style: 'Item', numbering, children: runs })]
        : [new Paragraph({ style: 'Item', indent: { left: 360 * (level + 1) }, children: runs })]
    }),
  )
}
