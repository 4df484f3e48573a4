import type { List, Nodes as MdastNode, Root, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import type { TextRange } from '../lines.ts'
import { type Inline, readInline, sliceInline, splitInline } from './inline.ts'

/** What a Markdown text is made of, as far as a plan can stand in it. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: Inline }
  | { readonly kind: 'paragraph'; readonly text: Inline }
  | ListBlock
  | TableBlock
  /** Code, and whatever else is not read. */
  | { readonly kind: 'other'; readonly range: TextRange }

export interface ListBlock {
  readonly kind: 'list'
  /** The first number of an ordered list. */
  readonly from: number | null
  readonly items: readonly ListItem[]
}

export interface ListItem {
  readonly blocks: readonly Block[]
  /** Of a task list. */
  readonly checked: boolean | null
  readonly range: TextRange
}

export interface TableBlock {
  readonly kind: 'table'
  readonly header: readonly Inline[]
  readonly rows: readonly { readonly cells: readonly Inline[]; readonly range: TextRange }[]
  readonly range: TextRange
}

/** The blocks of a text from an offset on; `onComment` is told of every HTML comment outside code. */
export function readBlocks(
  text: string,
  from: number,
  onComment: (range: TextRange) => void,
): readonly Block[] {
  const root = parseMarkdown(text.slice(from))
  return new BlockReader(text, from, onComment).all(root.children)
}

/** The parser reads only blocks: its inline constructs take time that grows with the square of the text, so `inline.ts` reads those. */
const parserLimits = {
  disable: {
    null: [
      ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText'],
      ...['hardBreakEscape', 'htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'],
      ...['blockQuote', 'codeIndented'],
    ],
  },
}

function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfmTable(), gfmTaskListItem(), parserLimits],
    mdastExtensions: [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()],
  })
}

/** Nobody writes longer paragraphs, and each sign of a text takes memory. */
const maxTextLength = 64 * 1024

class BlockReader {
  readonly #text: string
  readonly #from: number
  readonly #onComment: (range: TextRange) => void

  constructor(text: string, from: number, onComment: (range: TextRange) => void) {
    this.#text = text
    this.#from = from
    this.#onComment = onComment
  }

  all(nodes: readonly RootContent[]): readonly Block[] {
    return nodes.flatMap(
      (node, index) => this.#underlinedItem(node, nodes[index + 1]) ?? this.#block(node),
    )
  }

  /** "1. Purpose" with a rule right under it: to Markdown a list, to whoever wrote it a title. */
  #underlinedItem(node: RootContent, next: RootContent | undefined): readonly Block[] | null {
    if (node.type !== 'list' || node.ordered !== true || next?.type !== 'thematicBreak') return null
    const [first, ...others] = node.children.flatMap((item) => item.children)
    if (first?.type !== 'paragraph' || others.length > 0) return null
    const isNext = node.position?.end.line === (next.position?.start.line ?? 0) - 1
    const text = this.#inline(first)
    const isTitle = text.text.length <= 60 && !/[\n.:;,?!]/.test(text.mask)
    return isNext && isTitle ? [{ kind: 'heading', level: 2, text }] : null
  }

  #block(node: RootContent): readonly Block[] {
    switch (node.type) {
      case 'heading':
        return [{ kind: 'heading', level: node.depth, text: this.#inline(node) }]
      case 'paragraph':
      case 'html':
        return this.#paragraph(node)
      case 'list':
        return this.#isForContents(node) ? [] : [this.#list(node)]
      case 'table':
        return [this.#table(node)]
      case 'definition':
        // "- [Activity]: [Description]" is a blank of a form; an address alone is for links.
        return /\s\S+\s\S|\[/.test(
          this.#text.slice(this.#rangeOf(node).start + 1, this.#rangeOf(node).end),
        )
          ? this.#paragraph(node)
          : []
      case 'thematicBreak':
        return []
      default:
        return [{ kind: 'other', range: this.#rangeOf(node) }]
    }
  }

  #paragraph(node: RootContent): readonly Block[] {
    const { start, end } = this.#contentOf(node)
    if (end - start > maxTextLength) return [{ kind: 'other', range: { start, end } }]
    const marks =
      /^(?:>[ \t]?)*/.exec(this.#text.slice(start, Math.min(end, start + 20)))?.[0] ?? ''
    const text = readInline(this.#text, { start: start + marks.length, end }, this.#onComment)
    if (text.text === '') return []
    return [readLetteredList(text) ?? { kind: 'paragraph', text }]
  }

  #list(node: List): ListBlock {
    const items = node.children.map((item) => ({
      blocks: this.all(item.children),
      checked: item.checked ?? null,
      range: this.#rangeOf(item),
    }))
    return { kind: 'list', from: node.ordered === true ? (node.start ?? 1) : null, items }
  }

  /** `1. TOC` and `{:toc}` stand where another program puts a table of contents. */
  #isForContents(node: List): boolean {
    const { start, end } = this.#rangeOf(node)
    return (
      node.children.length === 1 &&
      end - start < 100 &&
      /\{:[ ]?toc\b/.test(this.#text.slice(start, end))
    )
  }

  #table(node: Table): TableBlock {
    const [head, ...rows] = node.children.map((row) => ({
      cells: row.children.map((cell) => this.#inline(cell)),
      range: this.#rangeOf(row),
    }))
    return { kind: 'table', header: head?.cells ?? [], rows, range: this.#rangeOf(node) }
  }

  /** A block's text, without the block's own marks; an empty heading or cell has none. */
  #inline(node: MdastNode): Inline {
    const { start, end } = this.#contentOf(node)
    return readInline(
      this.#text,
      { start, end: Math.min(end, start + maxTextLength) },
      this.#onComment,
    )
  }

  #contentOf(node: MdastNode): TextRange {
    const range = this.#rangeOf(node)
    if (!('children' in node)) return range
    const [first, last] = [node.children[0], node.children.at(-1)]
    if (first === undefined || last === undefined) return { start: range.start, end: range.start }
    return { start: this.#rangeOf(first).start, end: this.#rangeOf(last).end }
  }

  #rangeOf({ position }: MdastNode): TextRange {
    const start = position?.start.offset ?? 0
    return { start: this.#from + start, end: this.#from + (position?.end.offset ?? start) }
  }
}

/** Lines that begin with `(a)`, `b)` or a dot are a list, as contracts have them; Markdown knows no such marks. */
function readLetteredList(text: Inline): ListBlock | null {
  const lines = splitInline(text, /\n/g)
  if (lines.length < 2) return null
  const items = lines.flatMap((line): readonly ListItem[] => {
    const mark = /^(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|[•·●▪◦])\s+/.exec(line.mask)
    if (mark === null) return []
    const words = sliceInline(line, mark[0].length, line.text.replace(/[,;]$/, '').length)
    return [{ blocks: [{ kind: 'paragraph', text: words }], checked: null, range: words.range }]
  })
  return items.length === lines.length ? { kind: 'list', from: null, items } : null
}
