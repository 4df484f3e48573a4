import { readDuration } from '../../model/notations.ts'
import type { TextRange } from '../lines.ts'
import type { Block, ListItem, TableBlock } from './blocks.ts'
import type { Inline } from './inline.ts'
import { applyTitle, setListMark } from './item-title.ts'
import { addItem, type ItemList } from './items.ts'
import { parseKeyedText, parseKeyedValue } from './keyed-text.ts'
import { getOrCreateList } from './map-location.ts'
import { findField } from './names.ts'
import type { PlanReading } from './reading.ts'
import { setField, setText } from './set-field.ts'
import type { ListShape, PlanField } from './shapes.ts'
import { countNamedColumns, readFieldTable, readItemTable } from './tables.ts'
import { createFieldTarget, type FillContext, type HeadingTarget } from './target.ts'
import {
  getBlockRange,
  getBlockStart,
  getLeadRange,
  isLead,
  listInlines,
  listTextNodes,
} from './texts.ts'

type ListBlock = Extract<Block, { kind: 'list' }>
type MapTarget = Extract<HeadingTarget, { kind: 'map' }>
type LeafTarget = Extract<HeadingTarget, { kind: 'leaf' }>
/** A map that keys are looked up in. */
type FieldScope = Pick<MapTarget, 'shape' | 'spot'>

/** Puts blocks where they belong; those that belong nowhere are returned. */
export function fillTarget(
  reading: PlanReading,
  target: HeadingTarget,
  blocks: readonly Block[],
): readonly TextRange[] {
  const unplaced: TextRange[] = []
  const filling: FillContext = { reading, unplaced }
  if (target.kind === 'map') fillMap(filling, target, blocks)
  else if (target.kind === 'list') for (const block of blocks) fillList(filling, target, block)
  else if (target.kind === 'leaf') fillLeaf(filling, target, blocks)
  else if (target.kind === 'several') fillSeveral(filling, target.targets, blocks)
  else unplaced.push(...blocks.map(getBlockRange))
  return unplaced
}

function fillSeveral(
  filling: FillContext,
  targets: readonly HeadingTarget[],
  blocks: readonly Block[],
): void {
  const chosen = blocks.map((block) => {
    const fits = targets.map((target) => countKnownKeys(target, block))
    return targets[fits.indexOf(Math.max(...fits))]
  })
  for (const target of targets) {
    const own = blocks.filter((_, index) => chosen[index] === target)
    if (own.length > 0) filling.unplaced.push(...fillTarget(filling.reading, target, own))
  }
}

/** How many keys or columns of a block are known under a target. */
function countKnownKeys(target: HeadingTarget, block: Block): number {
  if (target.kind !== 'map' && target.kind !== 'list') return 0
  const shape = target.kind === 'map' ? target.shape : target.shape.item
  if (block.kind === 'table') {
    const heads = target.kind === 'map' ? block.rows.flatMap(({ cells }) => cells[0] ?? []) : []
    return [...block.header, ...heads].filter(({ text }) => findField(shape, text, true)).length
  }
  const items =
    block.kind === 'list' ? block.items.flatMap(({ blocks }) => blocks[0] ?? []) : [block]
  return items.flatMap((item) =>
    item.kind === 'paragraph' ? parseKeyedText(item.text, shape).keyed : [],
  ).length
}

function fillMap(filling: FillContext, target: MapTarget, blocks: readonly Block[]): void {
  const plain: Block[] = []
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const rest = setKeyedText(filling.reading, target, block.text)
      if (rest !== null) plain.push({ kind: 'paragraph', text: rest })
    } else if (block.kind === 'list') {
      const rest = block.items.filter((item) => !fillFromItem(filling, target, item))
      if (rest.length > 0) plain.push({ ...block, items: rest })
    } else if (block.kind !== 'table' || !fillFromTable(filling, target, block)) plain.push(block)
  }
  fillMain(filling, target, plain)
}

/** Sets what a paragraph holds as "key: value", and gives back the words before. */
function setKeyedText(
  reading: PlanReading,
  { shape, spot }: MapTarget,
  text: Inline,
): Inline | null {
  const { plain, keyed } = parseKeyedText(text, shape)
  for (const { field, key, value } of keyed) setField(reading, spot, field, key, value)
  return plain
}

/** A list item that begins with a key; what is nested in it belongs to the key. */
function fillFromItem(filling: FillContext, target: FieldScope, { blocks }: ListItem): boolean {
  const { shape, spot } = target
  const [first, ...nested] = blocks
  if (first?.kind !== 'paragraph') return false
  const whole = findField(shape, first.text.text)
  if (whole !== null && nested.length > 0) {
    fillField(filling, target, whole, first.text.range, null, nested)
    return true
  }
  const { plain, keyed } = parseKeyedText(first.text, shape)
  const last = keyed.at(-1)
  if (plain !== null || last === undefined) return false
  for (const { field, key, value } of keyed.slice(0, -1)) {
    setField(filling.reading, spot, field, key, value)
  }
  fillField(filling, target, last.field, last.key, last.value, nested)
  return true
}

/** A key's own text and what is nested under it. */
function fillField(
  filling: FillContext,
  within: FieldScope,
  field: PlanField,
  key: TextRange,
  own: Inline | null,
  nested: readonly Block[],
): void {
  const target = createFieldTarget(field, within, key, field.key)
  const hasText = own !== null && own.text !== ''
  if (target.kind === 'leaf' && target.field.shape.kind === 'text') {
    const text: readonly Block[] = hasText ? [{ kind: 'paragraph', text: own }] : []
    filling.unplaced.push(...fillTarget(filling.reading, target, [...text, ...nested]))
    return
  }
  if (hasText) setField(filling.reading, within.spot, field, key, own)
  if (nested.length > 0) filling.unplaced.push(...fillTarget(filling.reading, target, nested))
}

/** Keys by row or column; or the items of the one list under the map that the columns fit best. */
function fillFromTable(
  { reading, unplaced }: FillContext,
  target: MapTarget,
  table: TableBlock,
): boolean {
  const { shape, spot } = target
  if (readFieldTable(reading, spot, shape, table, ({ range }) => unplaced.push(range))) return true
  const lists = shape.fields.flatMap((field) => {
    if (field.shape.kind !== 'list') return []
    return { field, shape: field.shape, count: countNamedColumns(field.shape.item, table) }
  })
  const most = Math.max(2, ...lists.map(({ count }) => count))
  const best = lists.filter(({ count }) => count === most)
  const [only] = best
  const [head] = table.header
  if (only === undefined || best.length > 1 || head === undefined) return false
  const inner = createFieldTarget(only.field, target, head.range, only.field.key)
  if (inner.kind === 'list') readItemTable(reading, inner, table)
  return true
}

/** What has no key goes under the map's main key, if it has one that can take it. */
function fillMain(
  { reading, unplaced }: FillContext,
  target: MapTarget,
  blocks: readonly Block[],
): void {
  const main = target.shape.fields.find(({ key }) => key === target.shape.main)
  const [first] = blocks
  if (first === undefined) return
  const kind = main?.shape.kind
  const taken = main !== undefined && target.spot.map.entries.has(main.key)
  const fill = (field: PlanField, start: Block, own: readonly Block[]) => {
    const inner = createFieldTarget(field, target, getBlockStart(start), field.key)
    unplaced.push(...fillTarget(reading, inner, own))
  }
  if (main === undefined || taken) unplaced.push(...blocks.map(getBlockRange))
  else if (kind === 'text' || kind === 'list') fill(main, first, blocks)
  else if (kind === 'texts') {
    const lists = blocks.filter((block) => block.kind === 'list')
    unplaced.push(...blocks.filter((block) => block.kind !== 'list').map(getBlockRange))
    const [list] = lists
    if (list !== undefined) fill(main, list, lists)
  } else if (main.shape.kind === 'duration') {
    const [text, ...others] = blocks.flatMap(listInlines)
    const isOften = text !== undefined && readDuration(text.text) !== null
    if (isOften) setField(reading, target.spot, main, text.range, text)
    unplaced.push(...(isOften ? others : blocks.flatMap(listInlines)).map(({ range }) => range))
    unplaced.push(...blocks.filter((block) => block.kind === 'other').map(getBlockRange))
  } else unplaced.push(...blocks.map(getBlockRange))
}

function fillList(filling: FillContext, items: ItemList, block: Block): void {
  if (block.kind === 'table') readItemTable(filling.reading, items, block)
  else if (block.kind === 'list') fillItems(filling, items, block)
  else filling.unplaced.push(getBlockRange(block))
}

function fillItems(filling: FillContext, items: ItemList, list: ListBlock): void {
  if (isOneItem(items.shape, list)) {
    let spot = addItem(items, getBlockRange(list))
    for (const item of list.items) {
      const first = item.blocks[0]
      const keyed =
        first?.kind === 'paragraph' ? parseKeyedValue(first.text, items.shape.item) : null
      if (keyed !== null && spot.map.entries.has(keyed.field.key)) {
        spot = addItem(items, item.range)
      }
      fillFromItem(filling, { shape: items.shape.item, spot }, item)
    }
    return
  }
  for (const [index, item] of list.items.entries()) {
    fillItem(filling, items, item, list.from === null ? null : list.from + index)
  }
}

/** A list whose items are one key each, with different keys, is about one thing, not about several. */
function isOneItem({ item }: ListShape, { items }: ListBlock): boolean {
  const keys = items.map(({ blocks: [first] }) => {
    if (first?.kind !== 'paragraph') return null
    const { plain, keyed } = parseKeyedText(first.text, item)
    return plain === null && keyed.length === 1 ? (keyed[0]?.field.key ?? null) : null
  })
  return keys.length > 1 && !keys.includes(null) && new Set(keys).size > 1
}

function fillItem(
  filling: FillContext,
  items: ItemList,
  item: ListItem,
  number: number | null,
): void {
  const { reading } = filling
  const [first, ...nested] = item.blocks
  const text = first?.kind === 'paragraph' ? first.text : null
  const pieces = text === null ? null : parseKeyedText(text, items.shape.item)
  const place = pieces?.plain?.range ?? pieces?.keyed[0]?.value.range ?? item.range
  const spot = addItem(items, place)
  const target: MapTarget = { kind: 'map', shape: items.shape.item, spot, title: items.title }
  if (pieces?.plain != null) applyTitle(filling, items, spot, pieces.plain, pieces.keyed)
  for (const { field, key, value } of pieces?.keyed ?? [])
    setField(reading, spot, field, key, value)
  fillMap(filling, target, first === undefined || text !== null ? nested : item.blocks)
  setListMark(items, spot, item, number)
}

function fillLeaf(filling: FillContext, target: LeafTarget, blocks: readonly Block[]): void {
  const { reading, unplaced } = filling
  const { field, spot, key } = target
  const { kind } = field.shape
  if (kind === 'text') {
    const texts = blocks
      .flatMap((block) => removeKeyedItems(filling, target, block))
      .flatMap(listInlines)
    unplaced.push(...blocks.filter(({ kind: of }) => of === 'other').map(getBlockRange))
    setText(reading, spot, field, key, texts)
    return
  }
  for (const block of blocks) {
    if (kind === 'texts') {
      const list = getOrCreateList(spot.map, field, key)
      for (const text of listTextNodes(block)) list.items.push(text)
      if (block.kind === 'list') unplaced.push(...block.items.filter(isLead).map(getLeadRange))
      if (block.kind === 'other') unplaced.push(getBlockRange(block))
    } else if (block.kind === 'paragraph' || block.kind === 'list') {
      for (const inline of listInlines(block)) setField(reading, spot, field, key, inline)
    } else unplaced.push(getBlockRange(block))
  }
}

/** What is in a list under a text, like "Owner: p2", may belong beside it. */
function removeKeyedItems(
  filling: FillContext,
  { field, shape, spot }: LeafTarget,
  block: Block,
): readonly Block[] {
  if (block.kind !== 'list') return [block]
  const fields = shape.fields.filter(({ key }) => key !== field.key)
  const beside: FieldScope = { shape: { ...shape, fields }, spot }
  const items = block.items.filter((item) => !fillFromItem(filling, beside, item))
  return items.length === 0 ? [] : [{ ...block, items }]
}
