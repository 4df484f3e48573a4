import { type Document, isMap, isScalar, type Node, type YAMLMap } from 'yaml'
import { editYaml } from './edit.ts'

/** The sections of a response that hold an entry for each question. */
const sections = ['profile', 'answers', 'inactive'] as const

/**
 * The text of a response file after it was answered further: `file` is what it has to say now, as keys and plain values.
 * What a person wrote beside the answers, comments and places still empty among it, stays.
 */
export function editResponse(text: string, file: Readonly<Record<string, unknown>>): string {
  return editYaml(text, (document) => {
    for (const [key, value] of Object.entries(file)) {
      if (!isSection(key)) document.set(key, document.createNode(value))
    }
    for (const key of ['completed', 'x-set-aside'])
      if (!Object.hasOwn(file, key)) document.delete(key)
    for (const section of sections) fill(document, section, (file[section] ?? {}) as Entries)
  })
}

type Entries = Readonly<Record<string, unknown>>

function isSection(key: string): boolean {
  return (sections as readonly string[]).includes(key)
}

function fill(document: Document, section: string, entries: Entries): void {
  const map = sectionMap(document, section, Object.keys(entries).length > 0)
  if (map === null) return
  for (const { key } of [...map.items]) {
    const id = isScalar(key) ? String(key.source ?? key.value) : ''
    const empty = isEmptyPlace(map.get(key, true))
    if (!Object.hasOwn(entries, id) && !empty) map.delete(key)
  }
  for (const [id, value] of Object.entries(entries)) map.set(id, document.createNode(value))
}

/** Null where there is no such section and none is needed. */
function sectionMap(document: Document, section: string, needed: boolean): YAMLMap | null {
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
