import type { Range } from '../value-builder.ts'
import type { Item } from './blocks.ts'
import type { Keyed } from './fields.ts'
import type { Inline } from './inline.ts'
import { type Items, newItem, setTitle } from './items.ts'
import type { Spot } from './place.ts'
import type { Reading } from './reading.ts'
import { setField } from './set.ts'
import { setAbout, setOwner } from './set-names.ts'
import type { Filling, Target } from './target.ts'
import { readTitle } from './titles.ts'
import { tellUnplaced } from './unplaced.ts'

/** A new item that a heading names. */
export function headedItem(reading: Reading, items: Items, heading: Inline): Target {
  const spot = newItem(items, heading.range)
  const unplaced: Range[] = []
  fillTitle({ reading, unplaced }, items, spot, heading, [])
  const target: Target = { kind: 'map', shape: items.shape.item, spot, title: heading.text }
  tellUnplaced(reading, target, unplaced, spot.path)
  return target
}

/** What an item is called, and what its title says without a key. */
export function fillTitle(
  { reading, unplaced }: Filling,
  items: Items,
  spot: Spot,
  whole: Inline,
  keyed: readonly Keyed[],
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
export function setMark(
  { shape }: Items,
  { map }: Spot,
  { checked, range }: Item,
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
