import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Commentary, CommentBlock, CommentedPart, CommentRun } from '../model/commentary.ts'
import { sectionNames } from '../model/house-style.ts'
import { sectionGuide } from '../words/en/section-guide.ts'
import { decodeText } from './decode-text.ts'

interface ReadCommentary {
  readonly commentary: Commentary
  /** Headings that name no part of a report, so that what is under them is left out. */
  readonly strays: readonly { readonly title: string; readonly line: number }[]
}

/** Nobody writes more for one report, and the parser takes time that grows with the square of a paragraph. */
const maxLength = 64 * 1024

/**
 * What a consultant wrote in Markdown, by the parts of the report that its headings name; what comes before the first heading is for the first
 * page. HTML is text, a picture its description. Null for what is no text, or more than 64 KiB.
 */
export function readCommentary(bytes: Uint8Array): ReadCommentary | null {
  const { text, problems } = decodeText(bytes)
  if (problems.length > 0 || text.length > maxLength) return null
  const { children } = fromMarkdown(text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  const parts = new Map<CommentedPart, CommentBlock[]>()
  const strays: { title: string; line: number }[] = []
  let part: CommentedPart | null = 'first-page'
  let depth = 7
  for (const node of children) {
    const named = node.type === 'heading' ? findPart(getText(node.children)) : null
    if (node.type === 'heading' && (named !== null || node.depth <= depth)) {
      if (named === null)
        strays.push({ title: getText(node.children), line: node.position?.start.line ?? 1 })
      part = named
      depth = node.depth
    } else if (part !== null) {
      const blocks = readBlock(node, 0)
      if (blocks.length > 0) parts.set(part, [...(parts.get(part) ?? []), ...blocks])
    }
  }
  return { commentary: parts, strays }
}

/** By its title or its short name, whatever the capitals and signs. */
function findPart(title: string): CommentedPart | null {
  return partsByTitle.get(fold(title)) ?? null
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const partsByTitle: ReadonlyMap<string, CommentedPart> = new Map([
  ...(['First page', 'Summary'] as const).map((title) => [fold(title), 'first-page'] as const),
  ...sectionNames.flatMap((name) => [
    [fold(sectionGuide[name].title), name] as const,
    [fold(name), name] as const,
  ]),
])

const maxDepth = 4

function readBlock(node: RootContent, depth: number): readonly CommentBlock[] {
  switch (node.type) {
    case 'paragraph':
      return toParagraph(readRuns(node.children, plain))
    case 'heading':
      return toParagraph(readRuns(node.children, { ...plain, strong: true }))
    case 'list': {
      if (depth >= maxDepth) return node.children.flatMap((item) => readItem(item, depth))
      const items = node.children.map((item) => readItem(item, depth + 1))
      return [{ kind: 'list', ordered: node.ordered === true, items }]
    }
    case 'table':
      return [
        {
          kind: 'table',
          rows: node.children.map((row) =>
            row.children.map((cell) => readRuns(cell.children, plain)),
          ),
        },
      ]
    case 'blockquote':
      return depth >= maxDepth ? [] : node.children.flatMap((child) => readBlock(child, depth + 1))
    case 'code':
    case 'html':
      // A comment is a note of whoever wrote it to themselves.
      return /^<!--[\s\S]*-->$/.test(node.value.trim())
        ? []
        : toParagraph([{ ...plain, text: node.value }])
    default:
      return []
  }
}

function readItem({ children }: ListItem, depth: number): readonly CommentBlock[] {
  return children.flatMap((child) => readBlock(child, depth))
}

function toParagraph(runs: readonly CommentRun[]): readonly CommentBlock[] {
  return runs.every(({ text }) => text.trim() === '') ? [] : [{ kind: 'paragraph', runs }]
}

const plain: CommentRun = { text: '', strong: false, emphasis: false, url: null }

function readRuns(nodes: readonly PhrasingContent[], look: CommentRun): readonly CommentRun[] {
  return nodes.flatMap((node): readonly CommentRun[] => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'html':
        return [{ ...look, text: node.value.replaceAll('\n', ' ') }]
      case 'strong':
        return readRuns(node.children, { ...look, strong: true })
      case 'emphasis':
        return readRuns(node.children, { ...look, emphasis: true })
      case 'link':
        return readRuns(node.children, { ...look, url: chooseUrl(node.url) })
      case 'image':
        return [{ ...look, text: node.alt ?? '' }]
      case 'break':
        return [{ ...look, text: ' ' }]
      default:
        return 'children' in node ? readRuns(node.children, look) : []
    }
  })
}

function chooseUrl(url: string): string | null {
  return /^(https?:\/\/|mailto:)[^\s<>"']+$/i.test(url) ? url : null
}

function getText(nodes: readonly PhrasingContent[]): string {
  return readRuns(nodes, plain)
    .map(({ text }) => text)
    .join('')
    .trim()
}
