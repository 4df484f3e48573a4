import type { Path } from '../../model/finding.ts'
import { getValueAt, isMap } from '../../model/value.ts'
import type { Message } from '../../words/message.ts'
import { addToDraft, getDraftList, type PlanDraft, removeFromDraft, setInDraft } from './draft.ts'
import { findByName, findPartner, hasIds, listPeopleOrPartners, toPlanId } from './names.ts'
import type { FillContent, PlanEntry } from './plan-fills.ts'
import { isNotFilledIn, isSameText, isSameValue, toPlanValue } from './same.ts'

interface ContentMerge {
  readonly draft: PlanDraft
  /** What stays because a person changed it. */
  readonly kept: readonly { readonly message: Message; readonly at: Path }[]
}

/** Puts something in a place, unless a person changed what is there; `last` is what the answers put there before. */
export function mergeContent(
  draft: PlanDraft,
  path: Path,
  content: FillContent,
  last: unknown,
): ContentMerge {
  if (isSameValue(toPlanValue(content), last)) return { draft, kept: [] }
  switch (content.kind) {
    case 'value':
      return mergeValue(draft, path, content.value, last)
    case 'texts':
      return mergeTexts(draft, path, content.items, listFilledTexts(last))
    case 'entries':
      return mergePlanEntries(draft, path, content, listFilledEntries(last))
    default:
      return content satisfies never
  }
}

function mergeValue(
  draft: PlanDraft,
  path: Path,
  value: string | number,
  last: unknown,
): ContentMerge {
  const there = getValueAt(draft.plan, path)
  if (isSameText(there, value)) return { draft, kept: [] }
  if (isNotFilledIn(there) || isSameText(there, last))
    return { draft: setInDraft(draft, path, value), kept: [] }
  return { draft, kept: [{ message: { say: 'fill-hand-edit', value: String(value) }, at: [] }] }
}

function mergeTexts(
  draft: PlanDraft,
  path: Path,
  items: readonly string[],
  last: readonly string[],
): ContentMerge {
  let here = dropPlaceholders(draft, path, (item) => isNotFilledIn(item))
  const has = (text: string) => getDraftList(here, path).some((item) => isSameText(item, text))
  const kept: ContentMerge['kept'][number][] = []
  for (const gone of last.filter((item) => !items.includes(item))) {
    const index = getDraftList(here, path).findIndex((item) => isSameText(item, gone))
    if (index !== -1) here = removeFromDraft(here, path, index)
    else if (hasHandWrittenItem(getDraftList(here, path), items, last))
      kept.push({ message: { say: 'fill-text-gone', text: gone }, at: [] })
  }
  for (const item of items)
    if (!last.includes(item) && !has(item)) here = addToDraft(here, path, item)
  return { draft: here, kept }
}

/** Is there something a person wrote? */
function hasHandWrittenItem(
  list: readonly unknown[],
  items: readonly string[],
  last: readonly string[],
): boolean {
  return list.some((own) => ![...items, ...last].some((item) => isSameText(own, item)))
}

function mergePlanEntries(
  draft: PlanDraft,
  path: Path,
  { key, items }: Extract<FillContent, { kind: 'entries' }>,
  last: readonly PlanEntry[],
): ContentMerge {
  let here = dropPlaceholders(
    draft,
    path,
    (entry) => isMap(entry) && isPlaceholderEntry(entry, key),
  )
  const kept: ContentMerge['kept'][number][] = []
  const indexOf = (entry: PlanEntry) => findEntryIndex(getDraftList(here, path), entry, key, path)
  for (const gone of last.filter((own) => !items.some((item) => item[key] === own[key]))) {
    const index = indexOf(gone)
    if (index === -1) continue
    if (isUntouched(getDraftList(here, path)[index], gone))
      here = removeFromDraft(here, path, index)
    else kept.push({ message: { say: 'fill-entry-gone', entry: String(gone[key]) }, at: [index] })
  }
  for (const item of items) {
    const old = last.find((own) => own[key] === item[key])
    const index = indexOf(item)
    if (index === -1) {
      // What a person removed stays removed, unless the answer is new.
      if (old === undefined)
        here = addToDraft(here, path, createPlanEntry(item, key, path, getDraftList(here, path)))
      else if (!isSameValue(old, item))
        kept.push({ message: { say: 'fill-entry-renamed', entry: String(item[key]) }, at: [] })
      continue
    }
    for (const [field, value] of Object.entries(item)) {
      const at = [...path, index, field]
      if (isSameValue(old?.[field], value)) continue
      const merged = mergeValue(here, at, value, old?.[field])
      here = merged.draft
      kept.push(...merged.kept.map(({ message }) => ({ message, at: [index, field] })))
    }
  }
  return { draft: here, kept }
}

/** Removes placeholders before something is put there. */
function dropPlaceholders(
  draft: PlanDraft,
  path: Path,
  holds: (item: unknown) => boolean,
): PlanDraft {
  const index = getDraftList(draft, path).findIndex(holds)
  return index === -1 ? draft : dropPlaceholders(removeFromDraft(draft, path, index), path, holds)
}

/** An entry of people or partners may consist of its id alone, so it is not a placeholder. */
function isPlaceholderEntry(entry: Readonly<Record<string, unknown>>, key: string): boolean {
  return Object.hasOwn(entry, key) && entry.id === undefined && isNotFilledIn(entry[key])
}

function findEntryIndex(
  list: readonly unknown[],
  entry: PlanEntry,
  key: string,
  path: Path,
): number {
  const name = entry[key]
  if (key === 'name' && path.length === 1 && typeof name === 'string' && hasIds(path)) {
    const known =
      path[0] === 'partners'
        ? findPartner(name, listPeopleOrPartners(list))
        : findByName(name, listPeopleOrPartners(list))
    return known === null ? -1 : list.findIndex((own) => isMap(own) && own.id === known.id)
  }
  return list.findIndex((own) => isMap(own) && isSameText(own[key], name))
}

function createPlanEntry(
  item: PlanEntry,
  key: string,
  path: Path,
  list: readonly unknown[],
): object {
  if (path.length !== 1 || !hasIds(path)) return item
  const taken = new Set(listPeopleOrPartners(list).map(({ id }) => id))
  const base = toPlanId(String(item[key])) ?? (path[0] === 'people' ? 'person' : 'candidate')
  let id = base
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
  return { id, ...item }
}

/** Does it hold only what was filled in? */
function isUntouched(there: unknown, filled: PlanEntry): boolean {
  if (!isMap(there)) return false
  const fields = Object.keys(there).filter((field) => field !== 'id')
  return (
    fields.length === Object.keys(filled).length &&
    fields.every((field) => isSameText(there[field], filled[field]))
  )
}

function listFilledTexts(last: unknown): readonly string[] {
  return Array.isArray(last) ? last.filter((item) => typeof item === 'string') : []
}

function listFilledEntries(last: unknown): readonly PlanEntry[] {
  return Array.isArray(last) ? last.filter(isMap).map((entry) => entry as PlanEntry) : []
}
