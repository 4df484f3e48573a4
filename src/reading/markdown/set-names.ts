import type { Path } from '../../model/finding.ts'
import { quoted } from '../problem.ts'
import type { Range } from '../value-builder.ts'
import { type Inline, part, split } from './inline.ts'
import { kebab } from './names.ts'
import { readNumber } from './numbers.ts'
import { isEmpty, mapAt, type Spot, scalar } from './place.ts'
import { type Named, type Names, type Reading, tell } from './reading.ts'
import type { Field, MapShape } from './shapes.ts'
import type { MapNode, Node, ScalarNode } from './tree.ts'
import { tidy } from './values.ts'

/** Keeps the key's place in the order of the text until names can be looked up. */
export function later(
  { later }: Reading,
  map: MapNode,
  name: string,
  key: Range,
  inline: Inline,
  put: (names: Names) => void,
): void {
  const kept = map.entries.get(name)
  const place = inline.range
  const blank: ScalarNode = { kind: 'scalar', value: null, place, exact: false, pending: true }
  if (kept === undefined || isEmpty(kept.node)) map.entries.set(name, { key, node: blank })
  later.push((names) => {
    put(names)
    const now = map.entries.get(name)
    if (now?.node === blank) map.entries.delete(name)
  })
}

export function setReference(
  reading: Reading,
  { map, path }: Spot,
  field: Field,
  key: Range,
  inline: Inline,
  names: Names,
): void {
  const here = [...path, field.key]
  const { kind } = field.shape
  const find =
    kind === 'partner' ? names.partner : kind === 'objective' ? names.objective : names.person
  const several =
    kind === 'person' || kind === 'person-or-people' ? peopleIn(inline, names) : [inline]
  const nodes = several.flatMap((one) => named(reading, one, find, here) ?? [])
  const [first] = nodes
  if (first === undefined) return
  if (several.length === 1) map.entries.set(field.key, { key, node: first })
  else if (kind === 'person-or-people') {
    map.entries.set(field.key, { key, node: { kind: 'list', items: nodes, place: inline.range } })
  } else {
    const message = `Expected one person, found ${several.length}: ${quoted(inline.text)}; they are left out`
    tell(reading, 'schema.value', message, inline.range, {
      path: here,
      fix: 'Keep the one who answers for it',
    })
  }
}

/** A name in brackets behind what is to be done; other brackets are part of the text. */
export function setOwner(reading: Reading, { map }: Spot, field: Field, inline: Inline): void {
  reading.later.push((names) => {
    const { id } = names.person(inline.text)
    if (id === null || map.entries.has(field.key)) return
    map.entries.set(field.key, { key: inline.range, node: scalar(inline, id) })
  })
}

/** What is said of a name: the partner that somebody belongs to, or a text. */
export function setAbout(
  reading: Reading,
  { map }: Spot,
  { fields }: MapShape,
  field: Field,
  inline: Inline,
): void {
  const partner = fields.find(({ shape }) => shape.kind === 'partner')
  reading.later.push((names) => {
    const id = partner === undefined ? null : names.partner(inline.text).id
    const to = id === null ? field.key : (partner?.key ?? field.key)
    const known = map.entries.get(to)?.node
    if (known === undefined) {
      map.entries.set(to, { key: inline.range, node: scalar(inline, id ?? tidy(inline)) })
    } else if (id === null && known.kind === 'scalar') {
      const place = { start: known.place.start, end: inline.range.end }
      const value = `${known.value}, ${tidy(inline)}`
      map.entries.set(to, { key: inline.range, node: { ...known, value, place, exact: false } })
    }
  })
}

/** One or more people: split only as far as the whole is nobody's name. */
export function peopleIn(inline: Inline, names: Names): readonly Inline[] {
  if (names.person(inline.text).id !== null) return [inline]
  return split(inline, /[,;\r/+&]|\s(?:and|und)\s/g).flatMap((piece) => part(piece, 0))
}

/**
 * The node of a name: the id that it stands for. An unknown name becomes an id of its own, so that what follows can say
 * that nobody has it; a text that can be no id is left out here.
 */
export function named(
  reading: Reading,
  inline: Inline,
  find: (name: string) => Named,
  path: Path,
): ScalarNode | null {
  const found = find(inline.text)
  if (found.id !== null) return scalar(inline, found.id)
  const id = kebab(inline.text)
  if (found.reason === 'unknown' && id !== '' && id.length <= 80) return scalar(inline, id)
  const message =
    found.reason === 'several'
      ? `${quoted(inline.text)} is the name of several; it is left out`
      : `${quoted(inline.text)} is nobody's name or id; it is left out`
  tell(reading, 'reference.unknown', message, inline.range, { path, fix: 'Write the id' })
  return null
}

/** "Northwind 55 %", also "55 Northwind" and "Northwind: 55". */
export function setShare(
  reading: Reading,
  { map, path }: Spot,
  field: Field,
  key: Range,
  piece: Inline,
  names: Names,
): void {
  const number = /[-+]?\d+(?:[.,]\d+)?\s*%?/.exec(piece.text)
  const value = number === null ? null : readNumber(number[0])
  const name = withoutSigns(piece.text.replace(number?.[0] ?? '', ''))
  const share = number === null ? piece : part(piece, number.index, number.index + number[0].length)
  if (value === null || name === '') {
    const message = `Expected a partner and a percentage, found ${quoted(piece.text)}; it is left out`
    tell(reading, 'schema.value', message, piece.range, {
      path: [...path, field.key],
      fix: 'Write it like "northwind: 55, contoso: 45"',
    })
    return
  }
  putShare(map, field, key, {
    name: idOfPartner(names, name),
    key: piece.range,
    node: scalar(share, value),
  })
}

/** Without the signs between a name and its share. A regular expression for the end takes long where there are many. */
function withoutSigns(text: string): string {
  const isSign = (at: number) => /[\s:=–—-]/.test(text.charAt(at))
  let [start, end] = [0, text.length]
  while (start < end && isSign(start)) start++
  while (end > start && isSign(end - 1)) end--
  return text.slice(start, end)
}

export function idOfPartner(names: Names, name: string): string {
  return names.partner(name).id ?? kebab(name)
}

export function putShare(
  map: MapNode,
  field: Field,
  key: Range,
  share: { readonly name: string; readonly key: Range; readonly node: Node },
): void {
  const shares = mapAt(map, field, key)
  if (!shares.entries.has(share.name))
    shares.entries.set(share.name, { key: share.key, node: share.node })
}
