import type { Path } from '../../model/finding.ts'
import { quoted } from '../problem.ts'
import type { Range } from '../value-builder.ts'
import { type Inline, split } from './inline.ts'
import { readMoney } from './numbers.ts'
import { isTaken, listAt, mapAt, type Spot, scalar } from './place.ts'
import { type Reading, tell } from './reading.ts'
import { later, named, peopleIn, setReference, setShare } from './set-names.ts'
import type { Field, ListShape, MapShape } from './shapes.ts'
import { aMap, type MapNode, type Node } from './tree.ts'
import { isBlank, readValue, tidy } from './values.ts'

/** Puts a text under a key of a map, read as what is expected there. Says so where it cannot be, or stands there already. */
export function setField(
  reading: Reading,
  { map, path }: Spot,
  field: Field,
  key: Range,
  inline: Inline,
): void {
  const { shape } = field
  const here = [...path, field.key]
  if (isBlank(inline) && (shape.kind !== 'text' || inline.text.length < 2)) return
  switch (shape.kind) {
    case 'texts':
      for (const piece of split(inline, /[;\r]/g)) push(map, field, key, scalar(piece, tidy(piece)))
      return
    case 'people':
      later(reading, map, field.key, key, inline, (names) => {
        for (const person of peopleIn(inline, names)) {
          const node = named(reading, person, names.person, here)
          if (node !== null) push(map, field, key, node)
        }
      })
      return
    case 'shares':
      later(reading, map, field.key, key, inline, (names) => {
        for (const piece of split(inline, /[,;/\r]/g))
          setShare(reading, { map, path }, field, key, piece, names)
      })
      return
    case 'list':
      for (const piece of split(inline, /[;\r]/g))
        addItem(reading, map, field, shape, key, piece, here)
      return
    case 'map':
      setMap(reading, { map, path: here }, field, shape, key, inline)
      return
    case 'person':
    case 'person-or-people':
    case 'partner':
    case 'objective':
      if (isTaken(reading, { map, path }, field, key, inline)) return
      later(reading, map, field.key, key, inline, (names) =>
        setReference(reading, { map, path }, field, key, inline, names),
      )
      return
    default: {
      if (isTaken(reading, { map, path }, field, key, inline)) return
      const read = readValue(shape, inline)
      if (read.value !== null) map.entries.set(field.key, { key, node: scalar(inline, read.value) })
      else {
        const fix = read.fix === null ? {} : { fix: read.fix }
        tell(reading, 'schema.value', read.message, inline.range, { path: here, ...fix })
      }
    }
  }
}

function push(map: MapNode, field: Field, key: Range, node: Node): void {
  listAt(map, field, key).items.push(node)
}

/** The same for a text of several blocks. */
export function setText(
  reading: Reading,
  spot: Spot,
  field: Field,
  key: Range,
  texts: readonly Inline[],
): void {
  const [first] = texts
  const last = texts.at(-1)
  if (first === undefined || last === undefined) return
  if (texts.length === 1) {
    setField(reading, spot, field, key, first)
    return
  }
  const place = { start: first.range.start, end: last.range.end }
  const value = texts.map(tidy).join('\n')
  if (isTaken(reading, spot, field, key, first)) return
  spot.map.entries.set(field.key, { key, node: { kind: 'scalar', value, place, exact: false } })
}

/** A list of maps out of one text: each piece is an item by its title. */
function addItem(
  reading: Reading,
  map: MapNode,
  field: Field,
  { item, title }: ListShape,
  key: Range,
  piece: Inline,
  path: Path,
): void {
  const list = listAt(map, field, key)
  const node = aMap(piece.range)
  list.items.push(node)
  const titleField = item.fields.find((inner) => inner.key === title)
  if (titleField !== undefined) {
    setField(
      reading,
      { map: node, path: [...path, list.items.length - 1] },
      titleField,
      piece.range,
      piece,
    )
  }
}

/** A map out of one text: an amount of money, or what its main key stands for. */
function setMap(
  reading: Reading,
  { map, path }: Spot,
  field: Field,
  shape: MapShape,
  key: Range,
  inline: Inline,
): void {
  const money = shape.money === true ? readMoney(tidy(inline)) : null
  const main = shape.fields.find((inner) => inner.key === shape.main)
  if (money !== null) {
    const inner = mapAt(map, field, key)
    for (const [name, value] of Object.entries(money)) {
      const node: Node = { kind: 'scalar', value, place: inline.range, exact: false }
      if (!inner.entries.has(name)) inner.entries.set(name, { key: inline.range, node })
    }
  } else if (main !== undefined) {
    setField(reading, { map: mapAt(map, field, key), path }, main, key, inline)
  } else {
    const message = `${quoted(inline.text)} cannot be placed under "${field.key}"; it is left out`
    const known = shape.fields.map((inner) => `"${inner.key}"`).join(', ')
    tell(reading, 'schema.value', message, inline.range, { path, fix: `Say which it is: ${known}` })
  }
}
