import { readNumber } from '../../model/notations.ts'
import { type Inline, sliceInline, splitInline } from '../markdown/inline.ts'
import {
  canBeLaw,
  canBeOrganisation,
  canBePerson,
  canBeText,
  goesOnAsSentence,
  hasBlank,
  hasVerb,
  isNothing,
} from './looks.ts'
import {
  addProblem,
  type Cell,
  getOrCreateList,
  getOrCreateMap,
  isFree,
  markRead,
  type PlanReading,
  putUnread,
  putValue,
  refer,
} from './reading.ts'
import type { ListShape, MapShape } from './shapes.ts'
import { createMapNode, createScalarNode } from './tree.ts'
import { readFieldValue, type SimpleShape, tidyText } from './values.ts'

/** Reads a text as what a field of the plan can hold, and puts it there; what it cannot be is left unread. */
export function setValue(reading: PlanReading, cell: Cell): void {
  const { field, text } = cell
  const { shape } = field
  if (isNothing(text.text)) return
  if (shape.kind === 'texts') {
    for (const piece of splitInline(text, /[;\r]/g)) addText(reading, { ...cell, text: piece })
    return
  }
  if (hasBlank(text.text)) return
  switch (shape.kind) {
    case 'person':
    case 'people':
    case 'person-or-people':
    case 'partner':
    case 'objective':
    case 'shares':
      if (isFree(cell) || isMoreOf(cell)) refer(reading, cell)
      return
    case 'list':
      for (const piece of splitInline(text, getSeparator(shape)))
        addTitled(reading, cell, shape, piece)
      return
    case 'map':
      setMap(reading, cell, shape)
      return
    default:
      if (isFree(cell)) setSimple(reading, cell, shape)
  }
}

/** Is it the next of several people in the list under one key? */
function isMoreOf({ spot, field: { key: name, shape }, key }: Cell): boolean {
  const isOfPeople = shape.kind === 'people' || shape.kind === 'person-or-people'
  return isOfPeople && spot.map.entries.get(name)?.key.start === key.start
}

function setSimple(reading: PlanReading, cell: Cell, shape: SimpleShape): void {
  // A number alone counts the entries.
  if (shape.kind === 'id' && /^\d+[.)]?$/.test(cell.text.text)) {
    markRead(reading, cell)
    return
  }
  const text = isNameShape(shape) ? cutName(cell.text) : cell.text
  const isCut = text !== cell.text
  const goesOn = isCut && (goesOnAsSentence(cell.text.text) || /^[^(]*\(\d+\)/.test(cell.text.text))
  const isOther = cell.field.key === 'law' && !canBeLaw(text.text)
  if (goesOn || isOther || !canBe(shape.kind, text.text) || isList(shape, cell.text)) {
    putUnread(cell)
    return
  }
  const read = readFieldValue(shape, text)
  if (read.value === null) {
    addProblem(reading, 'schema.value', cell, read.message, read.fix)
    putUnread(cell)
    return
  }
  putValue(cell, createScalarNode(text, read.value))
  markRead(reading, { ...cell, text })
}

function isNameShape({ kind }: SimpleShape): boolean {
  return kind === 'person-name' || kind === 'organisation-name' || kind === 'id'
}

/** "Smith, Jones and Partners" may be one name or three, "Northwind & Contoso" one or two. */
function isList({ kind }: SimpleShape, { mask }: Inline): boolean {
  return (
    kind === 'organisation-name' &&
    (/^[^(–—]*,\s(?!(?:Inc|Ltd|LLC|LLP|GmbH|S\.A\.|B\.V\.|plc)\b)\p{Lu}/u.test(mask) ||
      /^[^\s&]+\s+&\s+[^\s&]+$/.test(mask))
  )
}

/** "Northwind Traders (northwind)", "A. Visser, sponsor", "Northwind Ltd, of Oslo": the name alone. */
export function cutName(text: Inline): Inline {
  const at = text.mask.search(nameEnd)
  return at === -1 ? text : sliceInline(text, 0, at)
}

/** A legal form behind a comma belongs to a name; so may other words with a capital letter, and then nobody knows where it ends. */
const nameEnd = /\s*\(|\s+[–—-]\s|,(?!\s(?:Inc|Ltd|LLC|LLP|GmbH|S\.A\.|B\.V\.|plc)\b)/u

function canBe(kind: string, text: string): boolean {
  if (kind === 'person-name') return canBePerson(text)
  if (kind === 'organisation-name') return canBeOrganisation(text)
  if (kind === 'days' || kind === 'whole') return !hasVerb(text)
  return kind !== 'text' || canBeText(text)
}

/** Adds one text to a list of texts. */
export function addText(reading: PlanReading, cell: Cell): void {
  const { spot, field, key, text } = cell
  if (!canBeText(text.text)) return
  const list = getOrCreateList(spot, field, key)
  if (list === null) return
  list.items.push(createScalarNode(text, tidyText(text)))
  markRead(reading, cell)
}

/** Several paragraphs or items as one text, if each of them can be part of it. */
export function setLongText(
  reading: PlanReading,
  cell: Omit<Cell, 'text'>,
  texts: readonly Inline[],
): void {
  const [first] = texts
  const last = texts.at(-1)
  if (first === undefined || last === undefined) return
  const whole: Cell = { ...cell, text: first }
  if (texts.length === 1) setValue(reading, whole)
  else if (isFree(whole) && !texts.some(({ text }) => hasBlank(text))) {
    const value = texts.map(tidyText).join('\n')
    const place = { start: first.range.start, end: last.range.end }
    putValue(whole, { kind: 'scalar', value, place, exact: false })
    for (const text of texts) markRead(reading, { ...whole, text })
  }
}

/** In one line, names of organisations are also joined by "and" and commas. */
function getSeparator({ item, title }: ListShape): RegExp {
  const titled = item.fields.find(({ key }) => key === title)?.shape.kind
  return titled === 'organisation-name' ? /[;\r×&]|,\s|\sand\s/g : /[;\r]/g
}

/** An entry of a list of which nothing but its title is written. */
function addTitled(
  reading: PlanReading,
  { spot, field, key }: Cell,
  { item, title, needs }: ListShape,
  piece: Inline,
): void {
  const titleField = item.fields.find((inner) => inner.key === title)
  if (titleField === undefined || needs !== undefined) return
  const map = createMapNode(piece.range)
  const known = spot.map.entries.get(field.key)?.node
  const index = known?.kind === 'list' ? known.items.length : 0
  setValue(reading, {
    spot: { map, path: [...spot.path, field.key, index] },
    field: titleField,
    key: piece.range,
    text: piece,
  })
  if (map.entries.size === 0) return
  getOrCreateList(spot, field, key)?.items.push(map)
  reading.read.push({ ...key, map: spot.map, isRunning: false })
}

/** A map out of one text: an amount of money, or what its main key is for. */
function setMap(reading: PlanReading, cell: Cell, shape: MapShape): void {
  const { spot, field, key, text } = cell
  const main = shape.fields.find((inner) => inner.key === shape.main)
  const money = shape.money === true ? readMoney(tidyText(text)) : null
  if (money === null && main === undefined) return
  const map = getOrCreateMap(spot, field, key)
  if (map === null) return
  if (main !== undefined) {
    setValue(reading, { ...cell, spot: { map, path: [...spot.path, field.key] }, field: main })
  } else if (map.entries.size === 0) {
    for (const [name, value] of Object.entries(money ?? {})) {
      const node = { kind: 'scalar', value, place: text.range, exact: false } as const
      map.entries.set(name, { key: text.range, node })
    }
    markRead(reading, cell)
  }
}

/** "400,000 EUR (2027)" in its parts. */
function readMoney(text: string): Readonly<Record<string, string | number>> | null {
  const period = /[\s,(]+(?:in\s+|for\s+)?((?:19|20)\d{2})\)?$/.exec(text)
  const sum = period === null ? text.trim() : text.slice(0, period.index).trim()
  const currency = /^([A-Z]{3}|[€$£])|([A-Z]{3}|[€$£])$/.exec(sum)
  const amount = readNumber(sum)
  if (amount === null) return null
  const written = currency?.[1] ?? currency?.[2]
  return {
    amount,
    ...(written === undefined ? {} : { currency: currencyCodes.get(written) ?? written }),
    ...(period === null ? {} : { period: Number(period[1]) }),
  }
}

const currencyCodes: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
])
