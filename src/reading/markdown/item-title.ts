import { readDay, readDays, readDuration } from '../../model/notations.ts'
import type { ListItem } from './blocks.ts'
import { type Inline, sliceInline, splitInline } from './inline.ts'
import { type ItemList, setTitle } from './items.ts'
import type { KeyedValue } from './keyed-text.ts'
import { createScalarNode, type MapLocation } from './map-location.ts'
import type { PlanReading } from './reading.ts'
import { setField } from './set-field.ts'
import type { ListShape, MapShape, PlainKind, PlanField } from './shapes.ts'
import type { FillContext } from './target.ts'
import { tidyText } from './values.ts'

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

/** What the text of an item tells. */
interface TitleParts {
  readonly title: Inline
  /** What it says for other keys of the item. */
  readonly told: readonly { readonly field: PlanField; readonly value: Inline }[]
  /** What stands behind a name, in its parts. */
  readonly about: readonly Inline[]
  /** A last bracket, which may hold a name. */
  readonly bracket: Inline | null
}

/** Takes apart what people write without keys: "Saturday call; every week", "Open the depot by 1 May 2027 (A. Visser)". */
function readTitle(whole: Inline, shape: ListShape, free: readonly PlanField[]): TitleParts {
  const { title, about } =
    shape.title === 'name' ? readName(whole, shape) : { title: whole, about: [] }
  const { before, tail, isBracket } = splitTail(title)
  const bracket = isBracket ? tail : null
  const fieldOf = (kind: PlainKind) => free.find((field) => field.shape.kind === kind)
  const told = (kind: PlainKind, value: Inline | null, rest = title): TitleParts[] => {
    const field = fieldOf(kind)
    const isTold = field !== undefined && value !== null && canRead(kind, value.text)
    return isTold ? [{ title: rest, told: [{ field, value }], about, bracket: null }] : []
  }
  const [found] = [
    ...told('duration', tail, before),
    ...told('days', tail, before),
    ...told('duration', getFirstWord(title)),
    ...findLeadingDay(title).flatMap(({ value, rest }) => told('day', value, rest)),
    ...told('day', findLastDay(before)),
  ]
  return { ...(found ?? { title, told: [], about }), bracket }
}

function canRead(kind: PlainKind, text: string): boolean {
  if (kind === 'duration') return readDuration(text) !== null
  if (kind === 'day') return readDay(text).day !== null
  return periodPattern.test(text) && readDays(text) !== null
}

const periodPattern =
  /^(?:within\s+|after\s+|max(?:imum)?\.?\s+)?\w+\s+(?:(?:working|business|calendar)\s+)?(?:hour|day|week|month)s?$/i

/** What stands behind the last comma or semicolon, or in a bracket at the end. */
function splitTail(title: Inline) {
  const isBracket = title.mask.endsWith(')')
  const end = title.text.length - (isBracket ? 1 : 0)
  const signs = isBracket ? ['('] : [';', ',']
  const from = Math.max(...signs.map((sign) => title.mask.lastIndexOf(sign)))
  if (from < 1) return { before: title, tail: null, isBracket: false }
  return { before: sliceInline(title, 0, from), tail: sliceInline(title, from + 1, end), isBracket }
}

function getFirstWord(title: Inline): Inline | null {
  const length = /^\p{L}+(?=\s)/u.exec(title.mask)?.[0].length ?? 0
  return length === 0 ? null : sliceInline(title, 0, length)
}

function findLeadingDay(
  title: Inline,
): readonly { readonly value: Inline; readonly rest: Inline }[] {
  const found = /^([^:]{6,20}?)(?::|\s[–—-])\s+(?=\S)/.exec(title.mask.slice(0, 30))
  if (found === null) return []
  return [
    { value: sliceInline(title, 0, found[1]?.length), rest: sliceInline(title, found[0].length) },
  ]
}

/** "… by 1 May 2027" */
function findLastDay(title: Inline): Inline | null {
  const from = Math.max(title.text.length - 40, 0)
  const by = /\bby\s+(?=[^;()]{6,24}$)/i.exec(title.mask.slice(from))
  return by === null ? null : sliceInline(title, from + by.index + by[0].length)
}

/** A name, in bold or before a comma or a dash, and what is said of it. An id in brackets belongs to the name. */
function readName(
  whole: Inline,
  { about, commas }: ListShape,
): Pick<TitleParts, 'title' | 'about'> {
  const bold = whole.style.length - whole.style.replace(/^b+/, '').length
  const rest = whole.text.slice(bold)
  const isName = bold > 0 && /^\s*[("“,:–—-]/.test(rest) && !/^\s*\([a-z0-9-]+\)$/.test(rest)
  if (isName) {
    const isBracket = /^\s*\([^()]*\)$/.test(rest)
    const from = bold + (/^[\s,:–—(-]*/.exec(rest)?.[0].length ?? 0)
    const to = whole.text.length - (isBracket ? 1 : 0)
    return {
      title: sliceInline(whole, 0, bold),
      about: splitInline(sliceInline(whole, from, to), asideSeparator),
    }
  }
  if (about === undefined) return { title: whole, about: [] }
  const [name, ...others] = splitInline(whole, commas === true ? asideSeparator : dashSeparator)
  return { title: name ?? whole, about: others }
}

const asideSeparator = /,|\s[–—-]\s/g
const dashSeparator = /\s[–—-]\s/g

/** A name in brackets behind what is to be done; other brackets are part of the text. */
function setOwner(
  reading: PlanReading,
  { map }: MapLocation,
  field: PlanField,
  inline: Inline,
): void {
  reading.deferred.push((names) => {
    const { id } = names.person(inline.text)
    if (id === null || map.entries.has(field.key)) return
    map.entries.set(field.key, { key: inline.range, node: createScalarNode(inline, id) })
  })
}

/** What is said of a name: the partner that somebody belongs to, or a text. */
function setAbout(
  reading: PlanReading,
  { map }: MapLocation,
  { fields }: MapShape,
  field: PlanField,
  inline: Inline,
): void {
  const partner = fields.find(({ shape }) => shape.kind === 'partner')
  reading.deferred.push((names) => {
    const id = partner === undefined ? null : names.partner(inline.text).id
    const to = id === null ? field.key : (partner?.key ?? field.key)
    const known = map.entries.get(to)?.node
    if (known === undefined) {
      map.entries.set(to, {
        key: inline.range,
        node: createScalarNode(inline, id ?? tidyText(inline)),
      })
    } else if (id === null && known.kind === 'scalar') {
      const place = { start: known.place.start, end: inline.range.end }
      const value = `${known.value}, ${tidyText(inline)}`
      map.entries.set(to, { key: inline.range, node: { ...known, value, place, exact: false } })
    }
  })
}
