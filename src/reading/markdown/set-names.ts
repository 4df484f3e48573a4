import type { Path } from '../../model/finding.ts'
import { readNumber } from '../../model/notations.ts'
import { toSlug } from '../../model/slug.ts'
import type { TextRange } from '../lines.ts'
import { clipWord } from '../problem.ts'
import { type Inline, sliceInline, splitInline } from './inline.ts'
import { createScalarNode, getOrCreateMap, type MapLocation } from './map-location.ts'
import {
  addTextProblem,
  type NameResolver,
  type PlanReading,
  type ResolvedName,
} from './reading.ts'
import type { PlanField } from './shapes.ts'
import type { MapNode, PlanNode, ScalarNode } from './tree.ts'

export function setReference(
  reading: PlanReading,
  { map, path }: MapLocation,
  field: PlanField,
  key: TextRange,
  inline: Inline,
  names: NameResolver,
): void {
  const here = [...path, field.key]
  const { kind } = field.shape
  const find =
    kind === 'partner' ? names.partner : kind === 'objective' ? names.objective : names.person
  const several =
    kind === 'person' || kind === 'person-or-people' ? splitPeople(inline, names) : [inline]
  const nodes = several.flatMap((one) => resolveName(reading, one, find, here) ?? [])
  const [first] = nodes
  if (first === undefined) return
  if (several.length === 1) map.entries.set(field.key, { key, node: first })
  else if (kind === 'person-or-people') {
    map.entries.set(field.key, { key, node: { kind: 'list', items: nodes, place: inline.range } })
  } else {
    const count = several.length
    addTextProblem(
      reading,
      'schema.value',
      { say: 'several-people', count, text: clipWord(inline.text) },
      inline.range,
      { path: here, fix: { say: 'keep-accountable-person' } },
    )
  }
}

/** One or more people: split only as far as the whole is nobody's name. */
export function splitPeople(inline: Inline, names: NameResolver): readonly Inline[] {
  if (names.person(inline.text).id !== null) return [inline]
  return splitInline(inline, /[,;\r/+&]|\s(?:and|und)\s/g).flatMap((piece) => sliceInline(piece, 0))
}

/** The node of a name: its id, or a new id of an unknown name, so that what follows can say that nobody has it; null for no id. */
export function resolveName(
  reading: PlanReading,
  inline: Inline,
  find: (name: string) => ResolvedName,
  path: Path,
): ScalarNode | null {
  const found = find(inline.text)
  if (found.id !== null) return createScalarNode(inline, found.id)
  const id = toSlug(inline.text)
  if (found.reason === 'unknown' && id !== '' && id.length <= 80)
    return createScalarNode(inline, id)
  addTextProblem(
    reading,
    'reference.unknown',
    {
      say: found.reason === 'several' ? 'plan-name-of-several' : 'plan-name-unknown',
      name: clipWord(inline.text),
    },
    inline.range,
    { path, fix: { say: 'write-id' } },
  )
  return null
}

/** "Northwind 55 %", also "55 Northwind" and "Northwind: 55". */
export function setShare(
  reading: PlanReading,
  { map, path }: MapLocation,
  field: PlanField,
  key: TextRange,
  piece: Inline,
  names: NameResolver,
): void {
  const number = /[-+]?\d+(?:[.,]\d+)?\s*%?/.exec(piece.text)
  const value = number === null ? null : readNumber(number[0])
  const name = trimSigns(piece.text.replace(number?.[0] ?? '', ''))
  const share =
    number === null ? piece : sliceInline(piece, number.index, number.index + number[0].length)
  if (value === null || name === '') {
    addTextProblem(
      reading,
      'schema.value',
      {
        say: 'plan-value-differs',
        expected: { say: 'expected-share' },
        found: clipWord(piece.text),
      },
      piece.range,
      { path: [...path, field.key], fix: { say: 'share-fix' } },
    )
    return
  }
  addShare(map, field, key, {
    name: getPartnerId(names, name),
    key: piece.range,
    node: createScalarNode(share, value),
  })
}

/** Without the signs between a name and its share. A regular expression for the end takes long where there are many. */
function trimSigns(text: string): string {
  const isSign = (at: number) => /[\s:=–—-]/.test(text.charAt(at))
  let [start, end] = [0, text.length]
  while (start < end && isSign(start)) start++
  while (end > start && isSign(end - 1)) end--
  return text.slice(start, end)
}

export function getPartnerId(names: NameResolver, name: string): string {
  return names.partner(name).id ?? toSlug(name)
}

export function addShare(
  map: MapNode,
  field: PlanField,
  key: TextRange,
  share: { readonly name: string; readonly key: TextRange; readonly node: PlanNode },
): void {
  const shares = getOrCreateMap(map, field, key)
  if (!shares.entries.has(share.name))
    shares.entries.set(share.name, { key: share.key, node: share.node })
}
