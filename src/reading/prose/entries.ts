import type { TextRange } from '../lines.ts'
import type { ListBlock, ListItem } from '../markdown/blocks.ts'
import { type Inline, sliceInline } from '../markdown/inline.ts'
import { parseKeyedText } from './keyed-text.ts'
import { canBeMeeting, countWords } from './looks.ts'
import { findField } from './names.ts'
import type { Section } from './outline.ts'
import {
  getOrCreateList,
  keepEntry,
  type ListSpot,
  type PlanReading,
  type Spot,
  startReading,
} from './reading.ts'
import { cutName, setValue } from './set-value.ts'
import type { ListShape, MapShape, PlanField } from './shapes.ts'
import { createMapNode, type MapNode } from './tree.ts'

/** Reads an entry; it is kept only if it says enough. */
export function readEntry(
  reading: PlanReading,
  list: ListSpot,
  place: TextRange,
  fill: (entry: PlanReading, spot: Spot) => void,
): boolean {
  const { shape, field, spot, key } = list
  const known = spot.map.entries.get(field.key)?.node
  const index = known?.kind === 'list' ? known.items.length : 0
  const map = createMapNode(place)
  const entry = startReading()
  fill(entry, { map, path: [...spot.path, field.key, index] })
  const target = saysEnough(map, shape) ? getOrCreateList(spot, field, key) : null
  if (target === null) return false
  sortKeys(map, shape.item)
  target.items.push(map)
  keepEntry(reading, entry)
  reading.entries.push({ list: target, map, shape })
  return true
}

/** Has an entry a title, and a value under one of the keys that its list needs besides? */
export function saysEnough({ entries }: MapNode, { title, plain, needs }: ListShape): boolean {
  const has = (key: string) => {
    const { node } = entries.get(key) ?? {}
    return node !== undefined && node.kind !== 'unread'
  }
  const name = entries.get(title)?.node
  const isMeeting = name?.kind === 'scalar' && canBeMeeting(String(name.value))
  const wanted = needs?.replace('meeting', '').split(',')
  return (
    (has(title) || has(plain ?? title)) &&
    (wanted === undefined || wanted.some(has) || (needs?.includes('meeting') === true && isMeeting))
  )
}

/** In the order in which a plan has them. */
function sortKeys({ entries }: MapNode, { fields }: MapShape): void {
  const order = fields.map(({ key }) => key)
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  const sorted = [...entries].sort(([a], [b]) => rank(a) - rank(b))
  entries.clear()
  for (const [key, entry] of sorted) entries.set(key, entry)
}

/** The items of a list, each an entry; or all of them one entry, where each is another key of it. */
export function readItems(reading: PlanReading, list: ListSpot, block: ListBlock): void {
  const { item: shape } = list.shape
  if (isOneEntry(block, shape)) {
    const place = block.items[0]?.range ?? list.key
    readEntry(reading, list, place, (entry, spot) => {
      for (const item of block.items) fillFromItem(entry, list, spot, item)
    })
    return
  }
  for (const [index, item] of block.items.entries()) {
    readEntry(reading, list, item.range, (entry, spot) => {
      fillFromItem(entry, list, spot, item)
      setMark(list, spot, item, block.from === null ? null : block.from + index)
    })
  }
}

function isOneEntry({ items }: ListBlock, shape: MapShape): boolean {
  const keys = items.map(({ blocks: [first] }) => {
    if (first?.kind !== 'paragraph') return null
    const { plain, keyed } = parseKeyedText(first.text, (name) => findField(shape, name))
    return plain === null && keyed.length === 1 ? (keyed[0]?.found.key ?? null) : null
  })
  return keys.length > 1 && !keys.includes(null) && new Set(keys).size === keys.length
}

/** The title, the keys behind it, and the keys in a list inside. */
function fillFromItem(reading: PlanReading, list: ListSpot, spot: Spot, item: ListItem): void {
  const [first, ...inner] = item.blocks
  if (first?.kind !== 'paragraph') return
  const { item: shape } = list.shape
  const { plain, keyed } = parseKeyedText(first.text, (name) => findField(shape, name))
  if (plain !== null && !/:$/.test(plain.text)) setTitle(reading, list, spot, plain)
  for (const { found, key, value } of keyed) {
    setValue(reading, { spot, field: found, key, text: value })
  }
  for (const block of inner) {
    if (block.kind === 'list')
      for (const nested of block.items) fillKeys(reading, shape, spot, nested)
  }
}

function fillKeys(reading: PlanReading, shape: MapShape, spot: Spot, { blocks }: ListItem): void {
  const [first, inner] = blocks
  if (first?.kind !== 'paragraph') return
  const { plain, keyed } = parseKeyedText(first.text, (name) => findField(shape, name))
  const [only] = keyed
  if (plain === null && only?.value.text === '' && inner?.kind === 'list') {
    for (const { blocks: texts } of inner.items) {
      const [text] = texts
      if (text?.kind !== 'paragraph' || texts.length > 1) continue
      setValue(reading, { spot, field: only.found, key: only.key, text: text.text })
    }
    return
  }
  if (plain !== null) return
  for (const { found, key, value } of keyed) {
    setValue(reading, { spot, field: found, key, text: value })
  }
}

/** A section whose title is an entry's, if keys with values are under it. */
export function readTitledEntry(
  reading: PlanReading,
  list: ListSpot,
  section: Section,
  readInside: (reading: PlanReading, section: Section, shape: MapShape, spot: Spot) => void,
): boolean {
  const { title } = section
  if (title === null) return false
  return readEntry(reading, list, title.range, (entry, spot) => {
    const inside = startReading()
    readInside(inside, section, list.shape.item, spot)
    if (spot.map.entries.size === 0) return
    keepEntry(entry, inside)
    setTitle(entry, list, spot, withoutNumber(title), true)
  })
}

function withoutNumber(title: Inline): Inline {
  const number = /^\s*(?:\d+(?:\.\d+)*[.)]?|[a-z][.)])\s+/i.exec(title.text)
  return number === null ? title : sliceInline(title, number[0].length)
}

/** What an entry is called: a name with what is said of it, or a text. */
export function setTitle(
  reading: PlanReading,
  { shape }: ListSpot,
  spot: Spot,
  text: Inline,
  isHeading = false,
): void {
  const name = isHeading ? shape.title : (shape.plain ?? shape.title)
  const field = shape.item.fields.find(({ key }) => key === name)
  if (field === undefined) return
  const { kind } = field.shape
  if (kind === 'person-name' || kind === 'organisation-name' || kind === 'id') {
    setName(reading, shape.item, spot, field, text, shape.about)
  } else if (kind !== 'text' || canBeTitle(text)) {
    setValue(reading, { spot, field, key: text.range, text })
  }
}

/** A text in which other keys are hidden, or that says there is nothing, is no title. */
function canBeTitle({ text, mask }: Inline): boolean {
  return !/[:;]\s|\s[–—-]\s/.test(mask) && !/^(?:no|none|nothing|there (?:are|is))\b/i.test(text)
}

/** A name with what is known to follow it: an id in brackets, or a role. */
function setName(
  reading: PlanReading,
  shape: MapShape,
  spot: Spot,
  field: PlanField,
  text: Inline,
  about: string | undefined,
): void {
  const name = cutName(text)
  setValue(reading, { spot, field, key: name.range, text })
  if (name === text || !spot.map.entries.has(field.key)) return
  const rest = sliceInline(text, name.text.length)
  const id = /^\(([a-z0-9]+(?:-[a-z0-9]+)*)\)/.exec(rest.text)?.[1]
  const idField = shape.fields.find(({ key }) => key === 'id')
  if (id !== undefined && idField !== undefined) {
    const inner = sliceInline(rest, 1, 1 + id.length)
    setValue(reading, { spot, field: idField, key: inner.range, text: inner })
  }
  const said = /^(?:,|[–—-])\s+/.exec(rest.text)?.[0].length
  const aboutField = shape.fields.find(({ key }) => key === about)
  if (aboutField === undefined || said === undefined) return
  const words = sliceInline(rest, said)
  if (countWords(words.text) <= 6 && !words.mask.includes(',')) {
    setValue(reading, { spot, field: aboutField, key: words.range, text: words })
  }
}

/** The tick of a task list, and the number of a step. */
function setMark(
  { shape, field: { key: list } }: ListSpot,
  { map }: Spot,
  item: ListItem,
  number: number | null,
): void {
  const place = { start: item.range.start, end: item.range.start + 1 }
  const put = (key: string, value: string | number) => {
    if (map.entries.has(key) || !shape.item.fields.some((field) => field.key === key)) return
    map.entries.set(key, { key: place, node: { kind: 'scalar', value, place, exact: false } })
  }
  if (list === 'escalation' && number !== null) put('level', number)
  if (list === 'commitments' && item.checked !== null) put('status', item.checked ? 'done' : 'open')
}
