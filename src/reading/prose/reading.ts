import type { Path } from '../../model/finding.ts'
import type { Message } from '../../words/message.ts'
import type { TextRange } from '../lines.ts'
import type { Inline } from '../markdown/inline.ts'
import { createTextProblem, type TextProblem } from '../problem.ts'
import type { ListShape, PlanField } from './shapes.ts'
import {
  createMapNode,
  createScalarNode,
  type ListNode,
  type MapNode,
  type PlanNode,
} from './tree.ts'

/** Where something is put: a map of the plan, and the path that leads to it. */
export interface Spot {
  readonly map: MapNode
  readonly path: Path
}

/** A list of entries in a map of the plan, made when the first entry is read. */
export interface ListSpot {
  readonly shape: ListShape
  readonly field: PlanField
  readonly spot: Spot
  /** Of its title. */
  readonly key: TextRange
}

/** A text for a field of a map, with the place of the key that it was written under. */
export interface Cell {
  readonly spot: Spot
  readonly field: PlanField
  readonly key: TextRange
  readonly text: Inline
}

/** A cell that names people, partners or objectives: read when all names are known. */
export interface Reference {
  readonly cell: Cell
  /** Where the value is written, if that is not where its name is. */
  readonly mark: Inline | null
}

/** A stretch of text that was read as a value. */
export interface ReadRange extends TextRange {
  /** The map that the value is in. */
  readonly map: MapNode
  /** Running text, which may say more than the field that took it: topics are looked for in it all the same. */
  readonly isRunning: boolean
}

/** What comes up while a document is read. */
export interface PlanReading {
  readonly problems: TextProblem[]
  readonly references: Reference[]
  readonly read: ReadRange[]
  /** Entries that were read, with the list each is in. */
  readonly entries: ReadEntry[]
}

export interface ReadEntry {
  readonly list: ListNode
  readonly map: MapNode
  readonly shape: ListShape
}

/** Nothing yet. An entry is read on its own first: where it turns out to be none, nothing of it is kept. */
export function startReading(): PlanReading {
  return { problems: [], references: [], read: [], entries: [] }
}

/** Keeps what was read of an entry. */
export function keepEntry(reading: PlanReading, entry: PlanReading): void {
  reading.problems.push(...entry.problems)
  reading.references.push(...entry.references)
  reading.read.push(...entry.read)
  reading.entries.push(...entry.entries)
}

const maxShortWords = 12

/** Marks a text, and the key it was written under, as read. */
export function markRead({ read }: PlanReading, { key, text, field, spot: { map } }: Cell): void {
  const isRunning = saysMore(field.shape.kind, text.text)
  // A text without a key of its own is put in its place.
  if (key.start !== text.range.start) read.push({ ...key, map, isRunning: false })
  read.push({ ...text.range, map, isRunning })
}

/** Does a text say more than the value that was read from it, or so much that it says more than one thing? */
function saysMore(kind: string, text: string): boolean {
  if (kind === 'text' || kind === 'texts') return text.split(' ').length > maxShortWords
  const isNumber = ['days', 'whole', 'likelihood', 'impact'].includes(kind)
  return isNumber && /\p{L}/u.test(text.replaceAll(numberWords, ''))
}

const numberWords =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:hour|day|week|month|quarter|year)s?|within|working|calendar|business|written|notice|step|level|stage|very|low|medium|moderate|high|rare|(?:un)?likely|possible|almost|certain|negligible|minor|major|severe|critical|catastrophic|out|of)\b/gi

export function putValue({ spot, field, key }: Cell, node: PlanNode): void {
  spot.map.entries.set(field.key, { key, node })
}

/** Keeps the place of a text that is not understood, so that nobody takes its value for missing. */
export function putUnread(cell: Cell): void {
  // What a plan is (its stage, its kind) changes what all checks ask, so a text about that is left to their topics.
  const isOfAll = cell.spot.path.length === 0 && cell.field.shape.kind === 'word'
  if (isFree(cell) && !isOfAll) putValue(cell, { kind: 'unread', place: cell.text.range })
}

/** Is there no value under the key yet? The first one counts; what is written after it is not read. */
export function isFree({ spot, field }: Cell): boolean {
  return !spot.map.entries.has(field.key)
}

/** The list under a key, made where there is none; null where something else is there. */
export function getOrCreateList({ map }: Spot, field: PlanField, key: TextRange): ListNode | null {
  const known = map.entries.get(field.key)
  if (known !== undefined) return known.node.kind === 'list' ? known.node : null
  const list: ListNode = { kind: 'list', items: [], place: key }
  map.entries.set(field.key, { key, node: list })
  return list
}

/** The map under a key, made where there is none; null where something else is there. */
export function getOrCreateMap({ map }: Spot, field: PlanField, key: TextRange): MapNode | null {
  const known = map.entries.get(field.key)
  if (known !== undefined) return known.node.kind === 'map' ? known.node : null
  const inner = createMapNode(key)
  map.entries.set(field.key, { key, node: inner })
  return inner
}

/** Keeps a cell that names somebody until all names are known, and the place of its key among the keys of its map. */
export function refer(reading: PlanReading, cell: Cell, mark: Inline | null = null): void {
  if (isFree(cell)) putValue(cell, createScalarNode(cell.text, ''))
  reading.references.push({ cell, mark })
}

const maxProblems = 200

/** Says why a text under a documented key was not read as its value. */
export function addProblem(
  { problems }: PlanReading,
  id: string,
  { spot, field, text }: Cell,
  message: Message,
  fix: Message | null,
): void {
  if (problems.length >= maxProblems) return
  const path = [...spot.path, field.key]
  problems.push(createTextProblem({ id, message, fix }, text.range, { path, severity: 'info' }))
}
