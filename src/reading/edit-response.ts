import { type Document, isMap, isScalar, type Node, type YAMLMap } from 'yaml'
import { editYaml } from './edit.ts'

/** The sections of a response that hold an entry for each question. */
const sections = ['profile', 'answers', 'inactive'] as const

/**
 * The text of a response file after it was answered further: `file` is what it has to say now, as keys and plain values, and
 * `before` what it had to say when it was last written (null: everything counts as new). Only what changed between
 * the two is touched, so that what a person wrote in the meantime stays: comments, places still empty, other keys.
 */
export function editResponse(text: string, file: Entries, before: Entries | null): string {
  return editYaml(text, (document) => {
    for (const key of new Set([
      ...Object.keys(before ?? {}),
      ...Object.keys(file),
      ...transientKeys,
    ])) {
      if (isSection(key) || (before !== null && isSame(file[key], before[key]))) continue
      if (Object.hasOwn(file, key)) document.set(key, document.createNode(file[key]))
      else document.delete(key)
    }
    for (const section of sections) {
      mergeSection(
        document,
        section,
        getEntries(file, section),
        before === null ? null : getEntries(before, section),
      )
    }
  })
}

/** Keys that come and go. */
const transientKeys = ['completed', 'x-set-aside'] as const

function getEntries(file: Entries, section: string): Entries {
  return (file[section] ?? {}) as Entries
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

type Entries = Readonly<Record<string, unknown>>

function isSection(key: string): boolean {
  return (sections as readonly string[]).includes(key)
}

function mergeSection(
  document: Document,
  section: string,
  entries: Entries,
  before: Entries | null,
): void {
  const changed = Object.keys(entries).filter(
    (id) => before === null || !isSame(entries[id], before[id]),
  )
  const map = getOrCreateSection(document, section, changed.length > 0)
  if (map === null) return
  for (const { key } of [...map.items]) {
    const id = isScalar(key) ? String(key.source ?? key.value) : ''
    const gone = before === null ? !isEmptyPlace(map.get(key, true)) : Object.hasOwn(before, id)
    if (gone && !Object.hasOwn(entries, id)) map.delete(key)
  }
  for (const id of changed) map.set(id, document.createNode(entries[id]))
}

/** Null where there is no such section and none is needed. */
function getOrCreateSection(document: Document, section: string, needed: boolean): YAMLMap | null {
  const there = document.get(section)
  if (isMap(there)) {
    if (there.items.length === 0) there.flow = false
    return there
  }
  if (!needed) return null
  const made = document.createNode({}) as YAMLMap
  made.flow = false
  document.set(section, made)
  return made
}

/** Nothing yet, or a note without an answer: a person's own, and not ours to take away. */
function isEmptyPlace(value: Node | undefined): boolean {
  if (value === undefined || (isScalar(value) && value.value === null)) return true
  return isMap(value) && !isFilled(value, 'value') && !isFilled(value, 'state')
}

function isFilled(map: YAMLMap, key: string): boolean {
  return map.get(key) !== undefined && map.get(key) !== null
}
