import { readNumber } from '../../model/notations.ts'
import { toSlug } from '../../model/slug.ts'
import { type Inline, sliceInline, splitInline } from '../markdown/inline.ts'
import { clipWord } from '../problem.ts'
import { saysEnough } from './entries.ts'
import { createNameFinder, type NameFinder } from './find-names.ts'
import { canBeOrganisation, canBePerson } from './looks.ts'
import {
  addProblem,
  type Cell,
  getOrCreateMap,
  markRead,
  type PlanReading,
  putUnread,
  type Reference,
} from './reading.ts'
import { createScalarNode, type ListNode, type MapNode, type ScalarNode } from './tree.ts'

/** Puts ids in the place of names, now that all of them are known. A text that cannot be a name is left unread. */
export function resolveNames(reading: PlanReading, root: MapNode): void {
  const names = createNameFinder(root)
  for (const reference of reading.references) {
    const { cell } = reference
    const { entries } = cell.spot.map
    const before = entries.get(cell.field.key)
    const isBlank = before?.node.kind === 'scalar' && before.node.value === ''
    if (cell.field.shape.kind === 'shares') readShares(reading, cell, names, isBlank)
    else putIds(reading, reference, readIds(reading, reference, names))
    const now = entries.get(cell.field.key)
    if (now?.node.kind === 'scalar' && now.node.value === '') {
      entries.delete(cell.field.key)
      putUnread(cell)
    }
  }
  removeHollowEntries(reading)
}

/** Without a name that could not be read, an entry may say too little. */
function removeHollowEntries({ entries, read }: PlanReading): void {
  const hollow = new Set<MapNode>()
  for (const { list, map, shape } of entries) {
    if (saysEnough(map, shape)) continue
    hollow.add(map)
    list.items.splice(list.items.indexOf(map), 1)
  }
  const kept = hollow.size === 0 ? read : read.filter(({ map }) => !hollow.has(map))
  read.splice(0, read.length, ...kept)
}

/** One node for each name, or nothing where one of them can be none. */
function readIds(
  reading: PlanReading,
  { cell, mark }: Reference,
  names: NameFinder,
): readonly ScalarNode[] {
  const { kind } = cell.field.shape
  const nodes: ScalarNode[] = []
  for (const name of kind === 'partner' || kind === 'objective'
    ? [cell.text]
    : splitNames(cell.text, names, mark !== null)) {
    const id = findId(reading, { ...cell, text: name }, names)
    if (id === null) return []
    nodes.push(createScalarNode(mark ?? name, id))
  }
  return nodes
}

/** Split only as far as the whole is nobody's name. The head of a column is one role, "Product & UX", unless it names people we know. */
function splitNames(text: Inline, names: NameFinder, isHead: boolean): readonly Inline[] {
  if (names.person(text.text).id !== null) return [text]
  const parts = splitInline(hideBrackets(text), /[,;\r/+&]|\s(?:and|und)\s/g)
  const isKnown = (name: string) => [names.person(name), names.partner(name)].some(({ id }) => id)
  return isHead && !parts.every((part) => isKnown(part.text)) ? [text] : parts
}

/** "A. Visser (CEO, Northwind)" is one name. */
function hideBrackets(text: Inline): Inline {
  const mask = text.mask.replaceAll(brackets, (found) => '\0'.repeat(found.length))
  return { ...text, mask }
}

/** The id of somebody known, or one made of what can be a name: then what follows can say that nobody has it. */
function findId(reading: PlanReading, cell: Cell, names: NameFinder): string | null {
  const { text } = cell.text
  const { kind } = cell.field.shape
  const isPerson = kind !== 'partner' && kind !== 'objective'
  const found = isPerson ? names.person(text) : names[kind](text)
  if (found.id !== null) return found.id
  if (found.reason === 'several') {
    const message = { say: 'plan-name-of-several', name: clipWord(text) } as const
    addProblem(reading, 'reference.unknown', cell, message, { say: 'write-id' })
    return null
  }
  const organisation = isPerson ? names.partner(text).id : null
  if (organisation !== null) return organisation
  const canBe = isPerson ? canBePerson(text) : canBeOrganisation(text)
  if (!canBe && !/^[a-z][a-z0-9]*(?:-[a-z0-9]+|\d)+$/.test(text)) return null
  const id = toSlug(withoutBracket(text), 80)
  return id === '' ? null : id
}

/** What a bracket says of somebody is no part of the name. */
function withoutBracket(text: string): string {
  return text.endsWith(')') ? text.replace(/\s*\([^()]*\)$/, '') : text
}

function putIds(
  reading: PlanReading,
  { cell, mark }: Reference,
  nodes: readonly ScalarNode[],
): void {
  const [first] = nodes
  if (first === undefined) return
  const { spot, field, key } = cell
  const { entries } = spot.map
  const before = entries.get(field.key)?.node
  const known = before?.kind === 'scalar' && before.value !== '' ? [before] : []
  const { kind } = field.shape
  if (kind === 'people' || kind === 'person-or-people') {
    const list = before?.kind === 'list' ? before : null
    const items = [...(list?.items ?? known), ...nodes]
    const isOne = kind === 'person-or-people' && items.length === 1
    entries.set(field.key, { key, node: isOne ? first : createList(items as ScalarNode[]) })
  } else if (nodes.length > 1) {
    const message = {
      say: 'several-people',
      count: nodes.length,
      text: clipWord(cell.text.text),
    } as const
    addProblem(reading, 'schema.value', cell, message, { say: 'keep-accountable-person' })
    return
  } else entries.set(field.key, { key, node: first })
  markNames(reading, cell)
  if (mark !== null) reading.read.push({ ...mark.range, map: spot.map, isRunning: false })
}

/** Topics are looked for in what brackets say of somebody. */
function markNames({ read }: PlanReading, { key, text, spot: { map } }: Cell): void {
  const mark = (from: number, to: number, isRunning: boolean) =>
    read.push({ ...sliceInline(text, from, to).range, map, isRunning })
  let from = 0
  for (const { index, 0: bracket } of text.text.matchAll(brackets)) {
    mark(from, index, false)
    from = index + bracket.length
    mark(index, from, true)
  }
  mark(from, text.text.length, false)
  read.push({ ...key, map, isRunning: false })
}

const brackets = /\([^()]*\)/g

function createList(items: readonly ScalarNode[]): ListNode {
  return { kind: 'list', items: [...items], place: items[0]?.place ?? { start: 0, end: 0 } }
}

/** "Northwind 55 %, Contoso 45 %", also "55 Northwind" and "Northwind: 55": all of them, or nothing. */
function readShares(reading: PlanReading, cell: Cell, names: NameFinder, isBlank: boolean): void {
  const { spot, field, key, text } = cell
  const shares = splitInline(text, /[,;/\r]/g).map((piece) => readShare(piece, names))
  if (shares.length === 0 || shares.includes(null)) return
  if (isBlank) spot.map.entries.delete(field.key)
  const map = getOrCreateMap(spot, field, key)
  for (const share of shares) {
    if (share === null || map === null || map.entries.has(share.id)) continue
    map.entries.set(share.id, { key: share.key, node: share.node })
  }
  markRead(reading, cell)
}

function readShare(piece: Inline, names: NameFinder) {
  const number = /[-+]?\d+(?:[.,]\d+)?\s*%?/.exec(piece.text)
  if (number === null) return null
  const name = trimSigns(piece.text.replace(number[0], ''))
  const value = readNumber(number[0])
  const id = names.partner(name).id ?? (canBeOrganisation(name) ? toSlug(name) : null)
  if (value === null || id === null || id === '') return null
  const share = sliceInline(piece, number.index, number.index + number[0].length)
  return { id, key: piece.range, node: createScalarNode(share, value) }
}

/** Without the signs between a name and its share. A regular expression for the end takes long where there are many. */
function trimSigns(text: string): string {
  const isSign = (at: number) => /[\s:=–—-]/.test(text.charAt(at))
  let [start, end] = [0, text.length]
  while (start < end && isSign(start)) start++
  while (end > start && isSign(end - 1)) end--
  return text.slice(start, end)
}
