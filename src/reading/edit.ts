import {
  Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  YAMLMap,
  YAMLSeq,
} from 'yaml'
import { writeInHouseStyle } from './house-style.ts'
import { findLineStart, findNextLine } from './lines.ts'
import { countIndent } from './syntax-context.ts'

/** A new file in our house style: `accordant` first, prose in block style. `readYaml` reads the same value back. */
export function writeYaml(value: unknown, options: { readonly head?: string } = {}): string {
  const document = new Document(moveAccordantFirst(value), { aliasDuplicateObjects: false })
  const head = options.head === undefined ? '' : `${formatComment(options.head)}\n`
  return head + writeInHouseStyle(document)
}

/** The text after a change to its document. Comments stay, and what is the same stays as written. `readYaml` must read the text. */
export function editYaml(text: string, change: (document: Document) => void): string {
  const lines = text.replaceAll(/\r\n?/g, '\n')
  const document = parseDocument(lines, parseOptions)
  if (document.errors.length > 0) throw new TypeError('not readable')
  change(document)
  const edited = keepLayout(lines, parseDocument(lines, parseOptions), document)
  return text.includes('\r\n') ? edited.replaceAll('\n', '\r\n') : edited
}

const parseOptions = { version: '1.2', schema: 'core', uniqueKeys: false } as const

function moveAccordantFirst(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if (!Object.hasOwn(value, 'accordant')) return value
  const { accordant, ...others } = value as Readonly<Record<string, unknown>>
  return { accordant, ...others }
}

function formatComment(head: string): string {
  return head
    .split('\n')
    .map((line) => `# ${line}`.trimEnd())
    .join('\n')
}

/** Writes the changed document, taking all that did not change from the text of the old one. */
function keepLayout(text: string, old: Document, changed: Document): string {
  const merged = mergeCollection({ text, old, changed }, old.contents, changed.contents)
  return merged ?? writeInHouseStyle(changed)
}

interface Documents {
  readonly text: string
  readonly old: Document
  readonly changed: Document
}

/** A key or item and the lines that are its own: comments above it, and all of its value. */
interface Entry {
  readonly key: string
  readonly value: unknown
  readonly start: number
  /** Where the line of its key or dash begins, behind the comments. */
  readonly head: number
  readonly end: number
  /** The first key of a map that begins on the line of its dash: `head` is then the key's own begin. */
  readonly behindDash: boolean
}

/** The lines of a block map or list, from its first entry to the end of its last; null where it must be written anew. */
function mergeCollection(documents: Documents, old: unknown, changed: unknown): string | null {
  const before = listEntries(documents.text, old)
  const first = before?.[0]
  const items = getItems(changed)
  if (before === null || first === undefined || items === null) return null
  if (items.length === 0 || (isSeq(changed) && items.length < before.length)) return null
  if (first.behindDash && getKey(items[0], 0) !== first.key) return null
  const indent = first.behindDash
    ? first.head - findLineStart(documents.text, first.head)
    : countIndent(documents.text.slice(first.head))
  const known = new Map(before.map((entry) => [entry.key, entry]))
  const parts = items.map((item, index) => {
    const entry = known.get(getKey(item, index))
    return entry === undefined
      ? writeEntry(documents, item, indent)
      : mergeEntry(documents, entry, item, indent)
  })
  const isRoot = old === documents.old.contents
  const start = isRoot ? documents.text.slice(0, first.start) : ''
  const end = isRoot ? documents.text.slice(before.at(-1)?.end) : ''
  const lines = parts.map(addLineBreak).join('')
  return start + (first.behindDash ? lines.trimStart() : lines) + end
}

function mergeEntry(documents: Documents, entry: Entry, item: unknown, indent: number): string {
  const { text, old, changed } = documents
  const value = isPair(item) ? item.value : item
  if (toComparableJson(old, entry.value) === toComparableJson(changed, value))
    return text.slice(entry.start, entry.end)
  const within = listEntries(text, entry.value)
  const inside = within?.[0]
  const merged =
    inside !== undefined && inside.start > entry.head
      ? mergeCollection(documents, entry.value, value)
      : null
  if (inside !== undefined && merged !== null) {
    const behind = text.slice(within?.at(-1)?.end ?? entry.end, entry.end)
    return text.slice(entry.start, inside.start) + merged + behind
  }
  const lines = addLineBreak(writeEntry(documents, item, indent))
  return (
    text.slice(entry.start, entry.head) + lines + text.slice(findLastEnd(text, entry), entry.end)
  )
}

/** Where the last line with a value of its own ends; comments may follow that still count to the entry. */
function findLastEnd(text: string, { value, end }: Entry): number {
  const last = listEntries(text, value)?.at(-1)
  return last === undefined ? end : Math.min(findLastEnd(text, last), end)
}

/** One entry in our style, at its indent, without the comments above it and behind its last line: they are in the text. */
function writeEntry({ changed }: Documents, item: unknown, indent: number): string {
  const named = isPair(item) ? item.key : item
  if (isNode(named)) {
    named.commentBefore = null
    named.spaceBefore = false
  }
  dropEndComment(isPair(item) ? item.value : item)
  const alone = new Document(null, { schema: 'core' })
  const seq = new YAMLSeq()
  const map = new YAMLMap()
  if (isPair(item)) map.items.push(item)
  else seq.items.push(isNode(item) ? item : changed.createNode(item))
  alone.contents = isPair(item) ? map : seq
  const lines = writeInHouseStyle(alone).trimEnd().split('\n')
  return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n')
}

function dropEndComment(node: unknown): void {
  if (!(isMap(node) || isSeq(node)) || node.flow === true) return
  node.comment = null
  const last = node.items.at(-1)
  dropEndComment(isPair(last) ? last.value : last)
}

function addLineBreak(part: string): string {
  return part === '' || part.endsWith('\n') || part.endsWith('\r') ? part : `${part}\n`
}

function toComparableJson(document: Document, value: unknown): string {
  const data = isNode(value) ? value.toJS(document, { maxAliasCount: -1 }) : value
  return JSON.stringify(data ?? null)
}

function getItems(collection: unknown): readonly unknown[] | null {
  return isMap(collection) || isSeq(collection) ? collection.items : null
}

function getKey(item: unknown, index: number): string {
  if (!isPair(item)) return String(index)
  return String(isScalar(item.key) ? item.key.value : item.key)
}

/** The entries of a block collection of which each begins a line; null for any other. */
function listEntries(text: string, collection: unknown): readonly Entry[] | null {
  if (!(isMap(collection) || isSeq(collection)) || collection.flow === true) return null
  const entries: Entry[] = []
  for (const [index, item] of collection.items.entries()) {
    const [key, value] = isPair(item) ? [item.key, item.value] : [item, item]
    const from = getNodeRange(key)?.[0]
    const to = getNodeRange(value)?.[1] ?? getNodeRange(key)?.[1]
    if (from === undefined || to === undefined) return null
    const line = findLineStart(text, from)
    const behindDash = index === 0 && isMap(collection) && /-[ \t]+$/.test(text.slice(line, from))
    const head = behindDash ? from : line
    const end = text.charAt(to - 1) === '\n' && to > from ? to : findNextLine(text, to)
    const start = entries.at(-1)?.end ?? head
    if (start > head) return null
    entries.push({ key: getKey(item, index), value, start, head, end, behindDash })
  }
  return entries
}

function getNodeRange(node: unknown) {
  return isNode(node) ? node.range : null
}
