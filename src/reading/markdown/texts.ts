import type { Range } from '../value-builder.ts'
import type { Block, Item } from './blocks.ts'
import { type Inline, part } from './inline.ts'
import { scalar } from './place.ts'
import { tidy } from './values.ts'

/** A text for each item of a list, with what is nested in it; a paragraph is one. */
export function textsIn(block: Block) {
  const wholes = block.kind === 'list' ? block.items.flatMap(partsOf) : [[block]]
  return wholes.flatMap((blocks) => {
    const texts = blocks.flatMap(inlinesIn).map(withoutStop)
    const [first] = texts
    const last = texts.at(-1)
    if (first === undefined || last === undefined) return []
    const text = scalar(first, texts.map(tidy).join('\n'))
    return { ...text, place: { start: first.range.start, end: last.range.end } }
  })
}

/** A list in a sentence has commas or semicolons behind its items. */
function withoutStop(text: Inline): Inline {
  return /[;,]$/.test(text.mask) ? part(text, 0, text.text.length - 1) : text
}

/** The texts of an item; where it only leads to a list, like "We part when:", the texts of that list. */
function partsOf(item: Item): readonly (readonly Block[])[] {
  const [, list] = item.blocks
  if (!isLead(item) || list?.kind !== 'list') return [item.blocks]
  return list.items.map(({ blocks }) => blocks)
}

export function isLead({ blocks }: Item): boolean {
  const [first, list, ...more] = blocks
  const leads = first?.kind === 'paragraph' && first.text.text.endsWith(':')
  return leads && list?.kind === 'list' && more.length === 0
}

export function leadOf({ blocks: [first], range }: Item): Range {
  return first === undefined ? range : rangeOf(first)
}

/** All the text in a block, piece by piece. */
export function inlinesIn(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.text]
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(inlinesIn))
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.filter(({ text }) => text !== ''))
    default:
      return []
  }
}

export function rangeOf(block: Block): Range {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text.range
    case 'list':
      return block.items[0]?.range ?? nowhere
    default:
      return block.range
  }
}

export function startOf(block: Block): Range {
  const { start } = rangeOf(block)
  return { start, end: start + 1 }
}

const nowhere: Range = { start: 0, end: 0 }
