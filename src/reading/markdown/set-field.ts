import type { Path } from '../../model/finding.ts'
import { readNumber } from '../../model/notations.ts'
import { type TextRange, toSpan } from '../lines.ts'
import { clipWord } from '../problem.ts'
import { type Inline, splitInline } from './inline.ts'
import {
  createScalarNode,
  getOrCreateList,
  getOrCreateMap,
  isEmptyNode,
  type MapLocation,
} from './map-location.ts'
import { addTextProblem, type NameResolver, type PlanReading } from './reading.ts'
import { resolveName, setReference, setShare, splitPeople } from './set-names.ts'
import type { ListShape, MapShape, PlanField } from './shapes.ts'
import { createMapNode, type MapNode, type PlanNode, type ScalarNode } from './tree.ts'

import { isBlank, readFieldValue, tidyText } from './values.ts'

/** Puts a text under a key of a map, read as what is expected there. A problem where it cannot be read, or has a value already. */
export function setField(
  reading: PlanReading,
  { map, path }: MapLocation,
  field: PlanField,
  key: TextRange,
  inline: Inline,
): void {
  const { shape } = field
  const here = [...path, field.key]
  if (isBlank(inline) && (shape.kind !== 'text' || inline.text.length < 2)) return
  switch (shape.kind) {
    case 'texts':
      for (const piece of splitInline(inline, /[;\r]/g))
        addToList(map, field, key, createScalarNode(piece, tidyText(piece)))
      return
    case 'people':
      deferName(reading, map, field.key, key, inline, (names) => {
        for (const person of splitPeople(inline, names)) {
          const node = resolveName(reading, person, names.person, here)
          if (node !== null) addToList(map, field, key, node)
        }
      })
      return
    case 'shares':
      deferName(reading, map, field.key, key, inline, (names) => {
        for (const piece of splitInline(inline, /[,;/\r]/g))
          setShare(reading, { map, path }, field, key, piece, names)
      })
      return
    case 'list':
      for (const piece of splitInline(inline, /[;\r]/g))
        addTitledItem(reading, map, field, shape, key, piece, here)
      return
    case 'map':
      setMap(reading, { map, path: here }, field, shape, key, inline)
      return
    case 'person':
    case 'person-or-people':
    case 'partner':
    case 'objective':
      if (isTaken(reading, { map, path }, field, key, inline)) return
      deferName(reading, map, field.key, key, inline, (names) =>
        setReference(reading, { map, path }, field, key, inline, names),
      )
      return
    default: {
      if (isTaken(reading, { map, path }, field, key, inline)) return
      const read = readFieldValue(shape, inline)
      if (read.value !== null)
        map.entries.set(field.key, { key, node: createScalarNode(inline, read.value) })
      else {
        const { message, fix } = read
        addTextProblem(reading, 'schema.value', message, inline.range, { path: here, fix })
      }
    }
  }
}

function addToList(map: MapNode, field: PlanField, key: TextRange, node: PlanNode): void {
  getOrCreateList(map, field, key).items.push(node)
}

/** The same for a text of several blocks. */
export function setText(
  reading: PlanReading,
  spot: MapLocation,
  field: PlanField,
  key: TextRange,
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
  const value = texts.map(tidyText).join('\n')
  if (isTaken(reading, spot, field, key, first)) return
  spot.map.entries.set(field.key, { key, node: { kind: 'scalar', value, place, exact: false } })
}

/** A list of maps out of one text: each piece is an item by its title. */
function addTitledItem(
  reading: PlanReading,
  map: MapNode,
  field: PlanField,
  { item, title }: ListShape,
  key: TextRange,
  piece: Inline,
  path: Path,
): void {
  const list = getOrCreateList(map, field, key)
  const node = createMapNode(piece.range)
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
  reading: PlanReading,
  { map, path }: MapLocation,
  field: PlanField,
  shape: MapShape,
  key: TextRange,
  inline: Inline,
): void {
  const money = shape.money === true ? readMoney(tidyText(inline)) : null
  const main = shape.fields.find((inner) => inner.key === shape.main)
  if (money !== null) {
    const inner = getOrCreateMap(map, field, key)
    for (const [name, value] of Object.entries(money)) {
      const node: PlanNode = { kind: 'scalar', value, place: inline.range, exact: false }
      if (!inner.entries.has(name)) inner.entries.set(name, { key: inline.range, node })
    }
  } else if (main !== undefined) {
    setField(reading, { map: getOrCreateMap(map, field, key), path }, main, key, inline)
  } else {
    const text = clipWord(inline.text)
    addTextProblem(
      reading,
      'schema.value',
      { say: 'text-without-place', text, key: field.key },
      inline.range,
      { path, fix: { say: 'choose-field', keys: shape.fields.map((inner) => inner.key) } },
    )
  }
}

/** Is there a value under the key already? The first counts, and the second is a problem. */
function isTaken(
  reading: PlanReading,
  { map, path }: MapLocation,
  field: PlanField,
  key: TextRange,
  inline: Inline,
): boolean {
  const known = map.entries.get(field.key)
  if (known === undefined || isEmptyNode(known.node)) return false
  const line = getLineNumber(reading, known.key.start)
  addTextProblem(
    reading,
    'yaml.duplicate-key',
    { say: 'field-twice', key: field.key, line },
    key === inline.range ? inline.range : key,
    { path: [...path, field.key], fix: { say: 'keep-one' } },
  )
  return true
}

/** "400,000 EUR (2027)" in its parts. */
function readMoney(
  text: string,
): { readonly amount: number; readonly currency?: string; readonly period?: number } | null {
  const period = /[\s,(]+(?:in\s+|for\s+)?((?:19|20)\d{2})\)?$/.exec(text)
  const sum = period === null ? text.trim() : text.slice(0, period.index).trim()
  const currency = /^([A-Z]{3}|[€$£])|([A-Z]{3}|[€$£])$/.exec(sum)
  const amount = readNumber(sum)
  if (amount === null) return null
  const written = currency?.[1] ?? currency?.[2]
  return {
    amount,
    ...(written === undefined ? {} : { currency: currencyCodes[written] ?? written }),
    ...(period === null ? {} : { period: Number(period[1]) }),
  }
}

const currencyCodes: Readonly<Record<string, string>> = {
  __proto__: null as never,
  '€': 'EUR',
  '£': 'GBP',
  $: '$',
}

function getLineNumber({ text }: PlanReading, offset: number): number {
  return toSpan(text, offset, offset).line
}

/** Keeps the key's place in the order of the text until names can be looked up. */
function deferName(
  { deferred: later }: PlanReading,
  map: MapNode,
  name: string,
  key: TextRange,
  inline: Inline,
  put: (names: NameResolver) => void,
): void {
  const kept = map.entries.get(name)
  const place = inline.range
  const blank: ScalarNode = { kind: 'scalar', value: null, place, exact: false, pending: true }
  if (kept === undefined || isEmptyNode(kept.node)) map.entries.set(name, { key, node: blank })
  later.push((names) => {
    put(names)
    const now = map.entries.get(name)
    if (now?.node === blank) map.entries.delete(name)
  })
}
