import type { Path } from '../model/finding.ts'
import { lineStart } from './lines.ts'

/** Where a node of the text stands, in offsets. */
export interface Place {
  readonly start: number
  readonly end: number
  /** Where its decoded text begins, if that stands in the file exactly as it is read; else null. */
  readonly exact: number | null
  /** A map or list, placed at what it holds. */
  readonly holds: boolean
}

/** What the reader keeps of the text: numbers for nodes, looked at only when somebody asks for a place. */
export interface Outline {
  readonly text: string
  readonly root: unknown
  readonly rootNode: number
  readonly nodes: Nodes
  /** Null where nothing is written. */
  placeOf(node: number): Place | null
}

/** Under each list and map: the nodes of its items, or of its keys; a value's node follows its key's. */
export type Nodes = ReadonlyMap<object, readonly number[] | ReadonlyMap<string, number>>

/** What `SourceDocument.span` promises, in offsets. */
export function findPlaces(outline: Outline): (path: Path, at: 'key' | 'value') => Place {
  const top = contentPlace(outline, outline.root, outline.rootNode) ?? nowhere

  return (path, at) => {
    let here: Entry = { value: outline.root, node: outline.rootNode, key: null, empty: top }
    for (const segment of path) {
      const next = entryAt(outline, here, segment)
      if (next === null) return keyPlace(outline, here)
      here = next
    }
    if (at === 'key') return keyPlace(outline, here)
    return contentPlace(outline, here.value, here.node) ?? keyPlace(outline, here)
  }
}

interface Entry {
  readonly value: unknown
  readonly node: number
  readonly key: Place | null
  /** Where it stands when nothing is written. */
  readonly empty: Place
}

const nowhere: Place = { start: 0, end: 0, exact: null, holds: false }

function keyPlace(outline: Outline, entry: Entry): Place {
  return entry.key ?? contentPlace(outline, entry.value, entry.node) ?? entry.empty
}

function entryAt(outline: Outline, parent: Entry, segment: string | number): Entry | null {
  const { value } = parent
  if (typeof value !== 'object' || value === null) return null
  const nodes = outline.nodes.get(value)
  if (nodes instanceof Map) return valueAt(outline, value, nodes.get(String(segment)), segment)
  return Array.isArray(value) && isListOfNodes(nodes)
    ? itemAt(outline, value, nodes, parent, segment)
    : null
}

function isListOfNodes(nodes: unknown): nodes is readonly number[] {
  return Array.isArray(nodes)
}

function valueAt(
  outline: Outline,
  map: object,
  keyNode: number | undefined,
  segment: string | number,
): Entry | null {
  if (keyNode === undefined) return null
  const key = outline.placeOf(keyNode) ?? nowhere
  const value = (map as Readonly<Record<string, unknown>>)[String(segment)]
  return { value, node: keyNode + 1, key, empty: key }
}

function itemAt(
  outline: Outline,
  list: readonly unknown[],
  nodes: readonly number[],
  parent: Entry,
  segment: string | number,
): Entry | null {
  const index = Number(segment)
  const node = nodes[index]
  if (node === undefined) return null
  const written = outline.placeOf(node) !== null
  const empty = written ? nowhere : (dashPlace(outline, parent.node, index) ?? parent.empty)
  return { value: list[index], node, key: null, empty }
}

/** A map or list stands at its first key or item, all the way down. */
function contentPlace(outline: Outline, value: unknown, node: number): Place | null {
  const place = outline.placeOf(node)
  if (place?.holds !== true || typeof value !== 'object' || value === null) return place
  const nodes = outline.nodes.get(value)
  const first = nodes?.values().next().value
  if (first === undefined) return place
  if (!Array.isArray(value)) return outline.placeOf(first)
  return contentPlace(outline, value[0], first) ?? dashPlace(outline, node, 0)
}

/** The place of the n-th dash of a block list: its lines begin where the list begins. */
function dashPlace(outline: Outline, listNode: number, index: number): Place | null {
  const list = outline.placeOf(listNode)
  if (list === null) return null
  const { text } = outline
  const column = list.start - lineStart(text, list.start)
  const dash = new RegExp(`(?:\\n|\\r(?!\\n)) {${column}}-(?=[ \\t\\r\\n]|$)`, 'g')
  dash.lastIndex = list.start
  let start = list.start
  for (let count = 0; count < index; count++) {
    const found = dash.exec(text)
    if (found === null) break
    start = dash.lastIndex - 1
  }
  return { start, end: start + 1, exact: null, holds: false }
}
