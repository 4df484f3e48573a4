import type { TextRange } from '../lines.ts'
import type { Block, ListItem } from './blocks.ts'
import { type Inline, sliceInline } from './inline.ts'
import { createScalarNode } from './map-location.ts'
import { tidyText } from './values.ts'

/** A text for each item of a list, with what is nested in it; a paragraph is one. */
export function listTextNodes(block: Block) {
  const wholes = block.kind === 'list' ? block.items.flatMap(listItemParts) : [[block]]
  return wholes.flatMap((blocks) => {
    const texts = blocks.flatMap(listInlines).map(removeEndSeparator)
    const [first] = texts
    const last = texts.at(-1)
    if (first === undefined || last === undefined) return []
    const text = createScalarNode(first, texts.map(tidyText).join('\n'))
    return { ...text, place: { start: first.range.start, end: last.range.end } }
  })
}

/** A list in a sentence has commas or semicolons behind its items. */
function removeEndSeparator(text: Inline): Inline {
  return /[;,]$/.test(text.mask) ? sliceInline(text, 0, text.text.length - 1) : text
}

/** The texts of an item; where it only leads to a list, like "We part when:", the texts of that list. */
function listItemParts(item: ListItem): readonly (readonly Block[])[] {
  const [, list] = item.blocks
  if (!isLead(item) || list?.kind !== 'list') return [item.blocks]
  return list.items.map(({ blocks }) => blocks)
}

export function isLead({ blocks }: ListItem): boolean {
  const [first, list, ...more] = blocks
  const leads = first?.kind === 'paragraph' && first.text.text.endsWith(':')
  return leads && list?.kind === 'list' && more.length === 0
}

export function getLeadRange({ blocks: [first], range }: ListItem): TextRange {
  return first === undefined ? range : getBlockRange(first)
}

/** All the text in a block, piece by piece. */
export function listInlines(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.text]
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(listInlines))
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.filter(({ text }) => text !== ''))
    default:
      return []
  }
}

export function getBlockRange(block: Block): TextRange {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text.range
    case 'list':
      return block.items[0]?.range ?? noRange
    default:
      return block.range
  }
}

export function getBlockStart(block: Block): TextRange {
  const { start } = getBlockRange(block)
  return { start, end: start + 1 }
}

const noRange: TextRange = { start: 0, end: 0 }
