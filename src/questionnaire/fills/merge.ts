import type { Path } from '../../model/finding.ts'
import { isMap, valueAt } from '../../model/value.ts'
import { add, type Draft, listAt, remove, set } from './draft.ts'
import { findNamed, findPartner, hasIds, idOf, namedIn } from './names.ts'
import { isEmpty, isSame, isSameText, plainOf } from './same.ts'
import type { Content, Entry } from './wanted.ts'

export interface Merged {
  readonly draft: Draft
  /** What stays because a person changed it. */
  readonly kept: readonly { readonly message: string; readonly at: Path }[]
}

/** Puts something at a place, unless a person changed what stands there; `last` is what the answers put there before. */
export function merge(draft: Draft, path: Path, content: Content, last: unknown): Merged {
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

function textsIn(last: unknown): readonly string[] {
  return Array.isArray(last) ? last.filter((item) => typeof item === 'string') : []
}

function entriesIn(last: unknown): readonly Entry[] {
  return Array.isArray(last) ? last.filter(isMap).map((entry) => entry as Entry) : []
}
