import type { Path } from '../../model/finding.ts'
import type { TextRange } from '../lines.ts'
import { type Inline, sliceInline } from './inline.ts'
import { createScalarNode, type MapLocation } from './map-location.ts'
import type { PlanReading } from './reading.ts'
import { setField } from './set-field.ts'
import type { ListShape } from './shapes.ts'
import { createMapNode, type ListNode } from './tree.ts'

/** A list of the plan that items are added to. */
export interface ItemList {
  readonly shape: ListShape
  readonly list: ListNode
  readonly path: Path
  /** What its heading says. */
  readonly title: string
}

/** A new item at the end of the list. */
export function addItem({ list, path }: ItemList, place: TextRange): MapLocation {
  const map = createMapNode(place)
  const spot = { map, path: [...path, list.items.length] }
  list.items.push(map)
  return spot
}

/** What an item is called, and its id where that stands before it ("R1: …") or behind it ("A. Visser (p1)"). */
export function setTitle(
  reading: PlanReading,
  { shape }: ItemList,
  spot: MapLocation,
  title: Inline,
): void {
  const field = shape.item.fields.find(({ key }) => key === shape.title)
  const id = shape.item.fields.find(({ key }) => key === 'id')
  if (field === undefined || title.text === '') return
  const plain = shape.item.fields.find(({ key }) => key === shape.plain)
  if (plain !== undefined) {
    const { number, rest } = splitNumber(title)
    if (number !== null) setField(reading, spot, field, number.range, number)
    if (rest.text !== '') setField(reading, spot, plain, rest.range, rest)
    return
  }
  if (id === undefined || id === field) {
    setField(reading, spot, field, title.range, title)
    return
  }
  const { code, rest } = splitCode(title)
  if (code !== null && !spot.map.entries.has('id')) {
    const written = createScalarNode(code, code.text.toLowerCase())
    spot.map.entries.set('id', { key: code.range, node: written })
  }
  if (rest.text !== '') setField(reading, spot, field, rest.range, rest)
}

/** "Level 2: the sponsors" is a number and a text. */
function splitNumber(title: Inline): { readonly number: Inline | null; readonly rest: Inline } {
  const found = /^(?:(?:level|step|stage|tier)\s+\w+(?:[\s:.)–—-]+|$)|\d{1,3}$)/i.exec(title.mask)
  const length = found?.[0].length ?? 0
  const number = length === 0 ? null : sliceInline(title, 0, length)
  return { number, rest: sliceInline(title, length) }
}

function splitCode(title: Inline): { readonly code: Inline | null; readonly rest: Inline } {
  const before = /^([a-z]{1,3}-?\d{1,4})(?:\s*[:.)–—]\s*|\s+[-–—]\s+|\s+)(?=\S)/i.exec(title.mask)
  if (before !== null) {
    const length = before[1]?.length ?? 0
    return { code: sliceInline(title, 0, length), rest: sliceInline(title, before[0].length) }
  }
  const behind = /\s*\(([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\)$/.exec(title.mask)
  if (behind === null) return { code: null, rest: title }
  const from = behind.index + behind[0].indexOf('(') + 1
  return {
    code: sliceInline(title, from, title.text.length - 1),
    rest: sliceInline(title, 0, behind.index),
  }
}
