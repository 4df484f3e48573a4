import type { Finding, Path, PlacedFinding, Span } from '../model/finding.ts'
import type { Prose } from '../model/prose.ts'
import type { RefusedPlace } from '../model/unread.ts'
import type { SourceComment } from './comments.ts'
import { renderExcerpt, renderParagraph } from './excerpt.ts'
import { findLineEnd, findLineStart, findNextLine, type TextRange, toSpan } from './lines.ts'

import type { TextProblem } from './problem.ts'

/** A file as it was understood: its value, what is wrong with it as text, and a place for every path. */
export interface SourceDocument {
  /** The file as it was given, with `/`. */
  readonly name: string
  /** Decoded, without a byte order mark; offsets and columns count in it. */
  readonly text: string
  /** Null where nothing is written, undefined where the file is unreadable. Maps have no prototype, so every key is plain text. */
  readonly value: unknown
  /** False as soon as one finding is an error: the value would not be what its author meant. */
  readonly readable: boolean
  /** As `value`, also where only parts of it were refused, as `refused` says; undefined where that is all that can be told. */
  readonly partial: unknown
  readonly refused: readonly RefusedPlace[]
  /** In the order of the text. */
  readonly findings: readonly PlacedFinding[]
  /** The finding with its line and column. */
  place(finding: Finding): PlacedFinding
  /**
   * A map or list is at its first key or item, an empty value at its key, and what does not exist at the key of its
   * nearest existing parent (a list's item has none, so its first key; without any, the first key of the document).
   */
  span(path: Path, at: 'key' | 'value'): Span
  comments(): readonly SourceComment[]
  /** Has it no key `accordant`, so that it is taken for a plan since somebody named it? Its value has the key all the same. */
  readonly isAssumed: boolean
  /** What its lines are: those of the file, or the paragraphs of a Word file. */
  readonly unit: 'line' | 'paragraph'
  /** Of a document for people: what of it was not read as values. Null for YAML, and where nothing could be read. */
  readonly prose: Prose | null
}

/** What came of reading a file. */
interface ReadResult {
  readonly name: string
  readonly text: string
  readonly problems: readonly TextProblem[]
  /** Null where there was nothing that could be read. */
  readonly outline: OutlineWithComments | null
  readonly prose?: Prose | null
  readonly unit?: 'line' | 'paragraph'
  readonly isAssumed?: boolean
  /** Where a document for people has a text that was not understood. */
  readonly unread?: readonly Path[]
  /** Is every value there that is not in an error's place? */
  readonly isPartlyReadable?: boolean
}

interface OutlineWithComments extends Outline {
  /** In the order of the text. */
  comments(): readonly SourceComment[]
}

/** The document of it. Lines, places and comments are found when they are first asked for. */
export function openDocument(read: ReadResult): SourceDocument {
  const {
    name,
    text,
    problems,
    outline,
    isPartlyReadable = false,
    prose = null,
    unread = [],
    unit = 'line',
    isAssumed = false,
  } = read
  const readable = problems.every(({ severity }) => severity !== 'error')
  const known = readable || isPartlyReadable ? outline : null
  const render = unit === 'line' ? renderExcerpt : renderParagraph
  const span = (range: TextRange) => toUnit(toSpan(text, range.start, range.end), unit)
  const placed = (finding: Finding, range: TextRange): PlacedFinding => {
    const place = span(range)
    return { ...finding, ...place, file: name, excerpt: render(text, place) }
  }
  let find: ReturnType<typeof createPlaceFinder> | null = null
  const placeOf: ReturnType<typeof createPlaceFinder> = (path, at) => {
    if (known === null) return noPlace
    find ??= createPlaceFinder(known)
    return find(path, at)
  }
  return {
    name,
    text,
    value: readable ? known?.root : undefined,
    partial: known?.root,
    refused: [...problems.flatMap(toRefusedPlace), ...unread.map(toUnreadPlace)],
    readable,
    findings: problems
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, end, ...finding }) => placed(finding, { start, end })),
    place: (finding) =>
      placed(finding, narrowPlace(text, placeOf(finding.path, finding.at), finding)),
    span: (path, at) => span(placeOf(path, at)),
    comments: () => (known === null ? [] : known.comments()),
    unit,
    isAssumed,
    prose,
  }
}

/** In a Word file a place is a paragraph: nobody can count its columns. */
function toUnit(span: Span, unit: SourceDocument['unit']): Span {
  if (unit === 'line') return span
  return { line: span.line, column: 1, endLine: span.line, endColumn: 1 }
}

/** Where an error leaves the rest of a file as it was meant. */
function toRefusedPlace({ id, severity, path }: Finding): readonly RefusedPlace[] {
  if (severity !== 'error') return []
  return [{ path, as: id === 'yaml.duplicate-key' ? 'repeated' : 'value' }]
}

function toUnreadPlace(path: Path): RefusedPlace {
  return { path, as: 'value' }
}

/** The part of a text that a finding is about, if the text is in the file as it is read. */
function narrowPlace(text: string, place: NodePlace, { at, within }: Finding): TextRange {
  if (within === undefined || at === 'key') return place
  if (place.exact === null) return findRangeInBlock(text, place, within) ?? place
  const start = Math.min(place.exact + within.start, place.end)
  return { start, end: Math.max(start, Math.min(place.exact + within.end, place.end)) }
}

/** Where a node of the text stands, in offsets. */
export interface NodePlace {
  readonly start: number
  readonly end: number
  /** Where its decoded text begins, if that stands in the file exactly as it is read; else null. */
  readonly exact: number | null
  /** A map or list, placed at what it holds. */
  readonly isCollection: boolean
}

/** What the reader keeps of the text: numbers for nodes, looked at only when somebody asks for a place. */
export interface Outline {
  readonly text: string
  readonly root: unknown
  readonly rootNode: number
  readonly nodes: ChildNodes
  /** Null where nothing is written. */
  placeOf(node: number): NodePlace | null
}

/** Under each list and map: the nodes of its items, or of its keys; a value's node follows its key's. */
export type ChildNodes = ReadonlyMap<object, readonly number[] | ReadonlyMap<string, number>>

/** What `SourceDocument.span` promises, in offsets. */
function createPlaceFinder(outline: Outline): (path: Path, at: 'key' | 'value') => NodePlace {
  const top = findContentPlace(outline, outline.root, outline.rootNode) ?? noPlace

  return (path, at) => {
    let here: OutlineEntry = { value: outline.root, node: outline.rootNode, key: null, empty: top }
    for (const segment of path) {
      const next = findEntry(outline, here, segment)
      if (next === null) return getKeyPlace(outline, here)
      here = next
    }
    if (at === 'key') return getKeyPlace(outline, here)
    return findContentPlace(outline, here.value, here.node) ?? getKeyPlace(outline, here)
  }
}

interface OutlineEntry {
  readonly value: unknown
  readonly node: number
  readonly key: NodePlace | null
  /** Where it stands when nothing is written. */
  readonly empty: NodePlace
}

const noPlace: NodePlace = { start: 0, end: 0, exact: null, isCollection: false }

function getKeyPlace(outline: Outline, entry: OutlineEntry): NodePlace {
  return entry.key ?? findContentPlace(outline, entry.value, entry.node) ?? entry.empty
}

function findEntry(
  outline: Outline,
  parent: OutlineEntry,
  segment: string | number,
): OutlineEntry | null {
  const { value } = parent
  if (typeof value !== 'object' || value === null) return null
  const nodes = outline.nodes.get(value)
  if (nodes instanceof Map)
    return findValueEntry(outline, value, nodes.get(String(segment)), segment)
  return Array.isArray(value) && isListOfNodes(nodes)
    ? findItemEntry(outline, value, nodes, parent, segment)
    : null
}

function isListOfNodes(nodes: unknown): nodes is readonly number[] {
  return Array.isArray(nodes)
}

function findValueEntry(
  outline: Outline,
  map: object,
  keyNode: number | undefined,
  segment: string | number,
): OutlineEntry | null {
  if (keyNode === undefined) return null
  const key = outline.placeOf(keyNode) ?? noPlace
  const value = (map as Readonly<Record<string, unknown>>)[String(segment)]
  return { value, node: keyNode + 1, key, empty: key }
}

function findItemEntry(
  outline: Outline,
  list: readonly unknown[],
  nodes: readonly number[],
  parent: OutlineEntry,
  segment: string | number,
): OutlineEntry | null {
  const index = Number(segment)
  const node = nodes[index]
  if (node === undefined) return null
  const written = outline.placeOf(node) !== null
  const empty = written ? noPlace : (findDashPlace(outline, parent.node, index) ?? parent.empty)
  return { value: list[index], node, key: null, empty }
}

/** A map or list stands at its first key or item, all the way down. */
function findContentPlace(outline: Outline, value: unknown, node: number): NodePlace | null {
  const place = outline.placeOf(node)
  if (place?.isCollection !== true || typeof value !== 'object' || value === null) return place
  const nodes = outline.nodes.get(value)
  const first = nodes?.values().next().value
  if (first === undefined) return place
  if (!Array.isArray(value)) return outline.placeOf(first)
  return findContentPlace(outline, value[0], first) ?? findDashPlace(outline, node, 0)
}

/** The place of the n-th dash of a block list: its lines begin where the list begins. */
function findDashPlace(outline: Outline, listNode: number, index: number): NodePlace | null {
  const list = outline.placeOf(listNode)
  if (list === null) return null
  const { text } = outline
  const column = list.start - findLineStart(text, list.start)
  const dash = new RegExp(`(?:\\n|\\r(?!\\n)) {${column}}-(?=[ \\t\\r\\n]|$)`, 'g')
  dash.lastIndex = list.start
  let start = list.start
  for (let count = 0; count < index; count++) {
    const found = dash.exec(text)
    if (found === null) break
    start = dash.lastIndex - 1
  }
  return { start, end: start + 1, exact: null, isCollection: false }
}

/**
 * Where a part of a block text (`|` or `>`) is in the file, by its offsets in the text as it is read; null for any other
 * text. A folded line break counts as one character, as it reads; blank lines in a folded text can shift what follows by one.
 */
function findRangeInBlock(text: string, block: TextRange, within: TextRange): TextRange | null {
  const sign = text[block.start]
  if (sign !== '|' && sign !== '>') return null
  const start = findOffset(text, block, within.start)
  const end = findOffset(text, block, within.end)
  return start === null ? null : { start, end: Math.max(start, end ?? start) }
}

function findOffset(text: string, block: TextRange, wanted: number): number | null {
  let line = findNextLine(text, block.start)
  let read = 0
  let indent: number | null = null
  while (line < block.end) {
    const end = findLineEnd(text, line)
    const blank = text.slice(line, end).search(/\S/)
    indent ??= blank === -1 ? null : blank
    const from = Math.min(line + (indent ?? 0), end)
    if (wanted <= read + end - from) return from + wanted - read
    read += end - from + 1
    line = findNextLine(text, line)
  }
  return null
}
