import type { Block } from '../markdown/blocks.ts'
import { type Inline, sliceInline } from '../markdown/inline.ts'
import type { WordNode } from './document.ts'

/** A paragraph that is an item of a list, with the text behind its mark. */
export interface ListEntry {
  readonly text: Inline
  /** How deep it is. A bullet is below a number of the same level, as people mean it. */
  readonly rank: number
  /** Where it is numbered: its number if somebody typed that, else 1. */
  readonly from: number | null
  readonly checked: boolean | null
  readonly start: number
}

/** Numbered or marked by Word, or by somebody who typed the mark. */
export function findListEntry(
  paragraph: WordNode,
  styleName: string,
  text: Inline,
): ListEntry | null {
  const typed = findTypedEntry(text)
  const level = findLevel(paragraph, styleName)
  if (level === null) return typed
  const rank = 2 * level.depth + (level.ordered ? 0 : 1)
  const from = level.ordered ? 1 : null
  if (typed !== null && typed.checked !== null) return { ...typed, rank, from }
  return { text, rank, from, checked: null, start: text.range.start }
}

interface Level {
  readonly depth: number
  readonly ordered: boolean
}

const maxDepth = 8

function findLevel({ numbering }: WordNode, styleName: string): Level | null {
  if (numbering !== null && numbering !== undefined) {
    const depth = Number.parseInt(numbering.level, 10) || 0
    return { depth: Math.min(Math.max(depth, 0), maxDepth), ordered: numbering.isOrdered }
  }
  const named = /^list (bullet|number)(?: ([2-5]))?$/.exec(styleName)
  if (named === null) return null
  return { depth: Number(named[2] ?? 1) - 1, ordered: named[1] === 'number' }
}

/** A number that is bold belongs to a title, and "1. May 2026" is a date. */
function findTypedEntry(text: Inline): ListEntry | null {
  const number = /^(\d{1,2})[.)]\s+(?!\p{L}{3,12}\.?,? \d{4}(?!\d))/u.exec(text.text)
  const letter = /^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+/.exec(text.text)
  const bullet = /^[•●▪■◦○‣·*–—-]\s+/.exec(text.text)
  const box = /^([☐□❏❑❒🞎🞏])\s+|^[☑☒🗹🗷]\s+/u.exec(text.text)
  const mark = number ?? letter ?? bullet ?? box
  if (mark === null || (mark !== bullet && mark !== box && text.style[0] === 'b')) return null
  return {
    text: sliceInline(text, mark[0].length),
    rank: number === null ? 1 : 0,
    from: number === null ? null : Number(number[1]),
    checked: box === null ? null : box[1] === undefined,
    start: text.range.start,
  }
}

interface OpenItem {
  readonly blocks: Block[]
  readonly checked: boolean | null
  readonly range: { start: number; end: number }
}

interface OpenList {
  readonly rank: number
  readonly list: { readonly kind: 'list'; readonly from: number | null; readonly items: OpenItem[] }
}

/** The lists of paragraphs that follow each other, one inside the other by their ranks. */
export function nestLists(entries: readonly ListEntry[]): readonly Block[] {
  const blocks: Block[] = []
  const open: OpenList[] = []
  for (const { text, rank, from, checked, start } of entries) {
    while (isOver(open.at(-1), rank, from)) open.pop()
    const { end } = text.range
    const item: OpenItem = { blocks: [{ kind: 'paragraph', text }], checked, range: { start, end } }
    if (open.at(-1)?.rank === rank) open.at(-1)?.list.items.push(item)
    else {
      const list: OpenList['list'] = { kind: 'list', from, items: [item] }
      const around = open.at(-1)?.list.items.at(-1)?.blocks ?? blocks
      around.push(list)
      open.push({ rank, list })
    }
    for (const { list } of open) {
      const last = list.items.at(-1)
      if (last !== undefined) last.range.end = end
    }
  }
  return blocks
}

function isOver(list: OpenList | undefined, rank: number, from: number | null): boolean {
  if (list === undefined || list.rank < rank) return false
  return list.rank > rank || (list.list.from === null) !== (from === null)
}
