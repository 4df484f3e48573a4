import { suggestWordEarly } from '../model/did-you-mean.ts'
import type { Change } from '../model/questionnaire-file.ts'
import { isFreeKey } from '../model/vocabulary.ts'
import {
  type PartOrigin,
  placeFinding,
  placeUnknownReference,
  type SourcedFinding,
} from './sourced-finding.ts'

/** A question, check, level or dimension as it is written, and where. */
export interface SourcedEntry {
  readonly value: Change
  readonly origin: PartOrigin
}

/** What the entries of one list are called, and what a new one cannot do without. */
interface EntryKind {
  readonly what: 'question' | 'check' | 'level' | 'profile question' | 'dimension'
  readonly needs: readonly string[]
  /** In front of their ids in messages: `trust.`, or nothing. */
  readonly prefix: string
}

/**
 * Applies changes to the entries with their ids: the keys of a change replace those of the entry, null removes a key, and an entry
 * with a new id is added at the end.
 */
export function mergeEntries(
  base: readonly SourcedEntry[],
  changes: readonly SourcedEntry[],
  kind: EntryKind,
  findings: SourcedFinding[],
): readonly SourcedEntry[] {
  const merged = new Map(base.map((entry) => [entry.value.id, entry]))
  const known = base.map(({ value }) => `${kind.prefix}${value.id}`)
  const seen = new Set<string>()
  for (const change of changes) {
    const { id } = change.value
    const before = merged.get(id)
    const full = `${kind.prefix}${id}`
    if (seen.has(id)) {
      const message = { say: 'entry-repeated', kind: kind.what, id: full } as const
      findings.push(placeFinding(change.origin, ['id'], message))
      continue
    }
    seen.add(id)
    const entry = before === undefined ? toNewEntry(change) : applyEntryChange(before, change)
    const missing = kind.needs.filter((key) => entry.value[key] === undefined)
    if (before === undefined && missing.length > 0) {
      const hint = suggestWordEarly(findings.length, full, known)
      const message = { say: 'entry-unknown', kind: kind.what, id: full, hint } as const
      const fix = { say: 'entry-incomplete', kind: kind.what, keys: missing } as const
      findings.push(placeUnknownReference(change.origin, ['id'], message, fix))
    } else merged.set(id, entry)
  }
  return [...merged.values()]
}

function toNewEntry({ value, origin }: SourcedEntry): SourcedEntry {
  return { value: dropNulls(value), origin }
}

function applyEntryChange(before: SourcedEntry, { value, origin }: SourcedEntry): SourcedEntry {
  const lost = new Set(listLostKeys(before.value, value))
  const kept = Object.entries(before.value).filter(([key]) => !(lost.has(key) || key in value))
  const keys = new Set(kept.map(([key]) => key))
  return {
    value: dropNulls({ ...Object.fromEntries(kept), ...value }),
    origin: { ...origin, inherited: { keys, origin: before.origin } },
  }
}

/** Keys that every type of question has; a change of type starts again without all others. */
const commonKeys = [
  'id',
  'ask',
  'type',
  'why',
  'when',
  'formerly',
  'weight',
  'core',
  'about',
  'mirror',
  'evidence',
  'practice',
  'source',
  'fills',
]

/** Keys of a question that mean nothing, or the wrong thing, after a change. */
function listLostKeys(before: Change, change: Change): readonly string[] {
  if (typeof change.type === 'string' && change.type !== before.type) {
    return Object.keys(before).filter((key) => !commonKeys.includes(key) && !isFreeKey(key))
  }
  if (typeof change.scale === 'string') return ['anchors']
  return typeof change.anchors === 'object' && change.anchors !== null ? ['scale'] : []
}

function dropNulls(value: Change): Change {
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined)
  return { ...Object.fromEntries(entries), id: value.id }
}
