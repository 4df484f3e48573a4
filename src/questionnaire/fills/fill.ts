import { isPlaceholder } from '../../expression/language/placeholder.ts'
import { decode } from '../../model/decode.ts'
import type { Finding, Path } from '../../model/finding.ts'
import { isMap, valueAt } from '../../model/value.ts'
import { add, type Draft, type Edit, listAt, remove, set } from './draft.ts'
import { flatText } from './flat-text.ts'
import { findNamed, findPartner, idOf, type Named, namedIn } from './names.ts'
import type { Clash, Content, Entry, PlaceStep, Wanted } from './wanted.ts'

export interface Filled {
  readonly edits: readonly Edit[]
  /** The plan as it is then. */
  readonly plan: Readonly<Record<string, unknown>>
  /** Places that were changed. */
  readonly places: readonly string[]
  /** What a person has to look at, by path in the changed plan. */
  readonly findings: readonly Finding[]
}

/** Where a plan keeps what the answers last put in it, by place. */
export const memory = 'x-filled'

/**
 * Puts what the answers want in the plan. An answer that is the same as last time touches nothing. A new one replaces what
 * still stands as it was filled in, what is empty or what only holds a place; what a person changed stays, and is named.
 */
export function fillPlan(
  plan: Readonly<Record<string, unknown>>,
  wanted: readonly Wanted[],
  clashes: readonly Clash[],
): Filled {
  const before = isMap(plan[memory]) ? plan[memory] : {}
  const findings: Finding[] = clashes.map(differing)
  const places: string[] = []
  const now: Record<string, unknown> = { ...before }
  let draft: Draft = { plan, edits: [] }
  for (const own of wanted) {
    const start = draft
    const [content, refused] = accepted(own, draft, wanted)
    if (content === null) {
      findings.push(...refused.map((message) => finding('fills.refused', message, [])))
      continue
    }
    const found = entered(draft, own.steps)
    const last = before[own.place]
    const merged = merge(found.draft, found.path, content, last)
    // Steps on the way are made only for something to put there.
    if (merged.draft !== found.draft) draft = merged.draft
    const path = found.draft === start || draft !== start ? found.path : []
    findings.push(
      ...refused.map((message) => finding('fills.refused', message, path)),
      ...merged.kept.map(({ message, at }) => finding('fills.edited', message, [...path, ...at])),
    )
    if (draft !== start) places.push(own.place)
    now[own.place] = plainOf(content)
  }
  if (!isSame(now, before)) draft = set(draft, [memory], now)
  return { edits: draft.edits, plan: draft.plan, places, findings }
}

function differing({ place, steps, who }: Clash): Finding {
  const path = steps.filter((step) => typeof step === 'string')
  const message = `"${place}" is answered differently by ${who.join(' and ')}; nothing is filled in`
  return {
    ...finding('fills.differ', message, path),
    fix: 'Agree on one answer, and write it in the plan',
  }
}

function finding(id: string, message: string, path: Path): Finding {
  return { id, severity: 'warning', message, path, at: 'value', fix: null }
}

/** The path of a place in the plan; entries on the way that are not there yet are made. */
function entered(
  draft: Draft,
  steps: readonly PlaceStep[],
): { readonly draft: Draft; readonly path: Path } {
  let here = draft
  const path: (string | number)[] = []
  for (const step of steps) {
    if (typeof step === 'string') {
      path.push(step)
      continue
    }
    const { id } = step.entry
    const list = listAt(here, path)
    const index = list.findIndex((entry) => isMap(entry) && entry.id === id)
    if (index === -1) here = add(here, [...path], { id })
    path.push(index === -1 ? list.length : index)
  }
  return { draft: here, path }
}

interface Merged {
  readonly draft: Draft
  /** What stays because a person changed it. */
  readonly kept: readonly { readonly message: string; readonly at: Path }[]
}

function merge(draft: Draft, path: Path, content: Content, last: unknown): Merged {
  if (isSame(plainOf(content), last)) return { draft, kept: [] }
  switch (content.kind) {
    case 'value':
      return mergeValue(draft, path, content.value, last)
    case 'texts':
      return mergeTexts(draft, path, content.items, textsIn(last))
    case 'entries':
      return mergeEntries(draft, path, content, entriesIn(last))
    default:
      return content satisfies never
  }
}

function mergeValue(draft: Draft, path: Path, value: string | number, last: unknown): Merged {
  const there = valueAt(draft.plan, path)
  if (isSameText(there, value)) return { draft, kept: [] }
  if (isEmpty(there) || isSameText(there, last)) return { draft: set(draft, path, value), kept: [] }
  return { draft, kept: [{ message: changed(value), at: [] }] }
}

function changed(value: unknown): string {
  return `Written by hand, and left as it is; the answers say "${String(value)}"`
}

function mergeTexts(
  draft: Draft,
  path: Path,
  items: readonly string[],
  last: readonly string[],
): Merged {
  let here = withoutHolders(draft, path, (item) => isEmpty(item))
  const has = (text: string) => listAt(here, path).some((item) => isSameText(item, text))
  const kept: Merged['kept'][number][] = []
  for (const gone of last.filter((item) => !items.includes(item))) {
    const index = listAt(here, path).findIndex((item) => isSameText(item, gone))
    if (index !== -1) here = remove(here, path, index)
    else if (hasOwn(listAt(here, path), items, last))
      kept.push({
        message: `"${gone}" is no longer among the answers; what was made of it by hand stays`,
        at: [],
      })
  }
  for (const item of items) if (!last.includes(item) && !has(item)) here = add(here, path, item)
  return { draft: here, kept }
}

/** Is there something a person wrote? */
function hasOwn(
  list: readonly unknown[],
  items: readonly string[],
  last: readonly string[],
): boolean {
  return list.some((own) => ![...items, ...last].some((item) => isSameText(own, item)))
}

function mergeEntries(
  draft: Draft,
  path: Path,
  { key, items }: Extract<Content, { kind: 'entries' }>,
  last: readonly Entry[],
): Merged {
  let here = withoutHolders(draft, path, (entry) => isMap(entry) && holdsPlace(entry, key))
  const kept: Merged['kept'][number][] = []
  const indexOf = (entry: Entry) => placeOf(listAt(here, path), entry, key, path)
  for (const gone of last.filter((own) => !items.some((item) => item[key] === own[key]))) {
    const index = indexOf(gone)
    if (index === -1) continue
    if (isUntouched(listAt(here, path)[index], gone)) here = remove(here, path, index)
    else
      kept.push({
        message: `"${gone[key]}" is no longer among the answers; it stays, for more is written there`,
        at: [index],
      })
  }
  for (const item of items) {
    const old = last.find((own) => own[key] === item[key])
    const index = indexOf(item)
    if (index === -1) {
      // What a person took out stays out, unless the answer is new.
      if (old === undefined) here = add(here, path, newEntry(item, key, path, listAt(here, path)))
      else if (!isSame(old, item))
        kept.push({
          message: `"${item[key]}" was taken out or renamed by hand; its new answer is left out`,
          at: [],
        })
      continue
    }
    for (const [field, value] of Object.entries(item)) {
      const at = [...path, index, field]
      if (isSame(old?.[field], value)) continue
      const merged = mergeValue(here, at, value, old?.[field])
      here = merged.draft
      kept.push(...merged.kept.map(({ message }) => ({ message, at: [index, field] })))
    }
  }
  return { draft: here, kept }
}

/** Takes out what only holds a place, before something is put there. */
function withoutHolders(draft: Draft, path: Path, holds: (item: unknown) => boolean): Draft {
  const index = listAt(draft, path).findIndex(holds)
  return index === -1 ? draft : withoutHolders(remove(draft, path, index), path, holds)
}

/** An entry of people or partners is known by its id, and may be all there is to it. */
function holdsPlace(entry: Readonly<Record<string, unknown>>, key: string): boolean {
  return Object.hasOwn(entry, key) && entry.id === undefined && isEmpty(entry[key])
}

function placeOf(list: readonly unknown[], entry: Entry, key: string, path: Path): number {
  const name = entry[key]
  if (key === 'name' && path.length === 1 && typeof name === 'string' && hasIds(path)) {
    const known =
      path[0] === 'partners' ? findPartner(name, namedIn(list)) : findNamed(name, namedIn(list))
    return known === null ? -1 : list.findIndex((own) => isMap(own) && own.id === known.id)
  }
  return list.findIndex((own) => isMap(own) && isSameText(own[key], name))
}

function hasIds([section]: Path): boolean {
  return section === 'partners' || section === 'people'
}

function newEntry(item: Entry, key: string, path: Path, list: readonly unknown[]): object {
  if (path.length !== 1 || !hasIds(path)) return item
  const taken = new Set(namedIn(list).map(({ id }) => id))
  const base = idOf(String(item[key])) ?? (path[0] === 'people' ? 'person' : 'candidate')
  let id = base
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
  return { id, ...item }
}

/** Nothing in it but what was filled in. */
function isUntouched(there: unknown, filled: Entry): boolean {
  if (!isMap(there)) return false
  const fields = Object.keys(there).filter((field) => field !== 'id')
  return (
    fields.length === Object.keys(filled).length &&
    fields.every((field) => isSameText(there[field], filled[field]))
  )
}

/** What the plan can take of it, and what is left out and why; people and partners by their ids. */
function accepted(
  { content, steps, place }: Wanted,
  draft: Draft,
  all: readonly Wanted[],
): readonly [Content | null, readonly string[]] {
  if (content.kind === 'texts') return [content, []]
  const known = knownIn(draft, all)
  const refused: string[] = []
  if (content.kind === 'value') {
    const field = String(steps.at(-1))
    const value = reference(field, content.value, known)
    const wrong = value === null ? unknownPerson(field, content.value) : wrongAt(steps, value)
    if (wrong !== null) return [null, [`${wrong}; "${place}" is not filled in`]]
    return [{ ...content, value: value ?? content.value }, []]
  }
  const items = content.items.map((item) => {
    const cells = Object.entries(item).flatMap(([field, cell]) => {
      const value = reference(field, cell, known)
      const wrong =
        value === null ? unknownPerson(field, cell) : wrongAt(steps, [{ [field]: value }])
      if (wrong === null) return [[field, value ?? cell] as const]
      refused.push(`${wrong}; "${field}" of "${item[content.key]}" is left out`)
      return []
    })
    return Object.fromEntries(cells)
  })
  const [once, doubles] = withoutDoubles(items, content.key)
  return [{ ...content, items: once }, [...refused, ...doubles]]
}

/** One entry by each name; what would be another under the same name is named itself. */
function withoutDoubles(
  items: readonly Entry[],
  key: string,
): readonly [readonly Entry[], readonly string[]] {
  const byName = new Map<string, Entry>()
  const doubles: string[] = []
  for (const item of items) {
    const name = flatText(item[key])
    const first = byName.get(name)
    if (first === undefined) byName.set(name, item)
    else if (!isSame(first, item)) {
      doubles.push(`"${name}" is answered twice, and not the same; only the first is filled in`)
    }
  }
  return [[...byName.values()], doubles]
}

interface Known {
  readonly people: readonly Named[]
  readonly partners: readonly Named[]
}

/** People of the plan, and those the answers are about to add. */
function knownIn({ plan }: Draft, all: readonly Wanted[]): Known {
  const people = namedIn(plan.people)
  const named = all.flatMap(({ place, content }) =>
    place === 'people' && content.kind === 'entries' ? content.items : [],
  )
  const coming = named.flatMap(({ name }) => {
    const text = String(name)
    const id = findNamed(text, people) === null ? idOf(text) : null
    return id === null ? [] : [{ id, name: text }]
  })
  return { people: [...people, ...coming], partners: namedIn(plan.partners) }
}

const personFields = ['owner', 'decider', 'accountable', 'sponsor', 'manager', 'deputy', 'chair']

/** The id of the person or partner that a field names; null where nobody is known by that name. */
function reference(field: string, value: string | number, known: Known): string | number | null {
  const isPerson = personFields.includes(field)
  if (!isPerson && field !== 'partner') return value
  const found = isPerson
    ? findNamed(String(value), known.people)
    : findPartner(String(value), known.partners)
  return found?.id ?? (isPerson ? null : (idOf(String(value)) ?? value))
}

function unknownPerson(field: string, value: string | number): string {
  return `Nobody under "people" is called "${value}", who is named as "${field}"`
}

/** Why the plan cannot take this at the end of these steps; null where it can. */
function wrongAt(steps: readonly PlaceStep[], value: unknown): string | null {
  const [section] = steps
  if (typeof section === 'string' && section.startsWith('x-')) return null
  const probe = steps.toReversed().reduce<unknown>(
    (inner, step) => {
      if (typeof step === 'string') return { [step]: inner }
      return [{ ...(isMap(inner) ? inner : {}), id: 'probe' }]
    },
    withIds(value, section),
  )
  const { findings } = decode('plan', { accordant: 'plan/1', ...(isMap(probe) ? probe : {}) })
  return findings.find(({ severity }) => severity === 'error')?.message ?? null
}

function withIds(value: unknown, section: PlaceStep | undefined): unknown {
  if (!Array.isArray(value) || typeof section !== 'string' || !hasIds([section])) return value
  return value.map((entry: unknown) => (isMap(entry) ? { id: 'probe', ...entry } : entry))
}

function plainOf(content: Content): unknown {
  return content.kind === 'value' ? content.value : content.items
}

function textsIn(last: unknown): readonly string[] {
  return Array.isArray(last) ? last.filter((item) => typeof item === 'string') : []
}

function entriesIn(last: unknown): readonly Entry[] {
  return Array.isArray(last) ? last.filter(isMap).map((entry) => entry as Entry) : []
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'string' && (value.trim() === '' || isPlaceholder(value))
}

function isSameText(a: unknown, b: unknown): boolean {
  return a !== undefined && b !== undefined && flatText(a) === flatText(b)
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}
