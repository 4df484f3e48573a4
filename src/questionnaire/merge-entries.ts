import { quotedList, suggestionAfter } from '../model/did-you-mean.ts'
import type { Change } from '../model/questionnaire-file.ts'
import { type Origin, problem, type SourcedFinding } from './sourced.ts'

/** A question, check, level or dimension as it is written, and where. */
export interface Entry {
  readonly value: Change
  readonly origin: Origin
}

/** What the entries of one list are called, and what a new one cannot do without. */
export interface EntryKind {
  readonly what: 'question' | 'check' | 'level' | 'profile question' | 'dimension'
  readonly needs: readonly string[]
  /** In front of their ids in messages: `trust.`, or nothing. */
  readonly prefix: string
}

/**
 * Changes held against what there is, by id: the keys of a change replace those of the entry, null takes a key away, and what
 * has a new id is added at the end.
 */
export function mergeEntries(
  base: readonly Entry[],
  changes: readonly Entry[],
  kind: EntryKind,
  findings: SourcedFinding[],
): readonly Entry[] {
  const merged = new Map(base.map((entry) => [entry.value.id, entry]))
  const known = base.map(({ value }) => `${kind.prefix}${value.id}`)
  const seen = new Set<string>()
  for (const change of changes) {
    const { id } = change.value
    const before = merged.get(id)
    const full = `${kind.prefix}${id}`
    if (seen.has(id)) {
      findings.push(problem(change.origin, ['id'], `The ${kind.what} "${full}" is there twice`))
      continue
    }
    seen.add(id)
    const entry = before === undefined ? added(change) : changed(before, change)
    const missing = kind.needs.filter((key) => entry.value[key] === undefined)
    if (before === undefined && missing.length > 0) {
      const hint = suggestionAfter(findings.length, full, known)
      const message = `There is no ${kind.what} "${full}" to change${hint}`
      const fix = `A new ${kind.what} needs ${quotedList(missing)} as well`
      findings.push(problem(change.origin, ['id'], message, { id: 'reference.unknown', fix }))
    } else merged.set(id, entry)
  }
  return [...merged.values()]
}

function added({ value, origin }: Entry): Entry {
  return { value: withoutNulls(value), origin }
}

function changed(before: Entry, { value, origin }: Entry): Entry {
  const lost = new Set(lostBy(before.value, value))
  const kept = Object.entries(before.value).filter(([key]) => !(lost.has(key) || key in value))
  const keys = new Set(kept.map(([key]) => key))
  return {
    value: withoutNulls({ ...Object.fromEntries(kept), ...value }),
    origin: { ...origin, kept: { keys, origin: before.origin } },
  }
}

/** What an answer may be; another type begins anew. */
const formKeys = ['scale', 'anchors', 'choices', 'from', 'to', 'rows', 'columns', 'reverse', 'must']

/** Keys of a question that mean nothing, or the wrong thing, after a change. */
function lostBy(before: Change, change: Change): readonly string[] {
  if (typeof change.type === 'string' && change.type !== before.type) return formKeys
  if (typeof change.scale === 'string') return ['anchors']
  return typeof change.anchors === 'object' && change.anchors !== null ? ['scale'] : []
}

function withoutNulls(value: Change): Change {
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined)
  return { ...Object.fromEntries(entries), id: value.id }
}
