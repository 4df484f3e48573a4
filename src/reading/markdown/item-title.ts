import type { TextRange } from '../lines.ts'
import type { ListItem } from './blocks.ts'
import type { Inline } from './inline.ts'
import { addItem, type ItemList, setTitle } from './items.ts'
import type { KeyedValue } from './keyed-text.ts'
import type { MapLocation } from './map-location.ts'
import type { PlanReading } from './reading.ts'
import { setField } from './set-field.ts'
import { setAbout, setOwner } from './set-names.ts'
import type { FillContext, HeadingTarget } from './target.ts'
import { readTitle } from './titles.ts'
import { addUnplacedProblem } from './unplaced.ts'

/** A new item that a heading names. */
export function addHeadedItem(
  reading: PlanReading,
  items: ItemList,
  heading: Inline,
): HeadingTarget {
  const spot = addItem(items, heading.range)
  const unplaced: TextRange[] = []
  applyTitle({ reading, unplaced }, items, spot, heading, [])
  const target: HeadingTarget = { kind: 'map', shape: items.shape.item, spot, title: heading.text }
  addUnplacedProblem(reading, target, unplaced, spot.path)
  return target
}

/** What an item is called, and what its title says without a key. */
export function applyTitle(
  { reading, unplaced }: FillContext,
  items: ItemList,
  spot: MapLocation,
  whole: Inline,
  keyed: readonly KeyedValue[],
): void {
  const { fields } = items.shape.item
  const free = fields.filter(({ key }) => !keyed.some(({ field }) => field.key === key))
  const { title, told, about, bracket } = readTitle(whole, items.shape, free)
  setTitle(reading, items, spot, title)
  for (const { field, value } of told) setField(reading, spot, field, value.range, value)
  const owner = free.find(({ key }) => key === 'owner')
  if (bracket !== null && owner !== undefined) setOwner(reading, spot, owner, bracket)
  const field = free.find(({ key }) => key === items.shape.about)
  for (const piece of about) {
    if (field === undefined) unplaced.push(piece.range)
    else setAbout(reading, spot, items.shape.item, field, piece)
  }
}

/** What a list's own marks say: the box of a task list, the number of an ordered one. */
export function setListMark(
  { shape }: ItemList,
  { map }: MapLocation,
  { checked, range }: ListItem,
  number: number | null,
): void {
  const has = (key: string) =>
    shape.item.fields.some((field) => field.key === key) && !map.entries.has(key)
  const put = (key: string, value: string | number) => {
    map.entries.set(key, {
      key: range,
      node: { kind: 'scalar', value, place: map.place, exact: false },
    })
  }
  if (checked !== null && has('status')) put('status', checked ? 'done' : 'open')
  if (number !== null && has('level')) put('level', number)
}
