import { findMeantWord } from '../model/did-you-mean.ts'
import type { Prose } from '../model/prose.ts'
import { isMap } from '../model/value.ts'
import { isFreeKey } from '../model/vocabulary.ts'
import type { Message } from '../words/message.ts'
import { findComments, type SourceComment } from './comments.ts'
import { decodeText } from './decode-text.ts'
import { type TextRange, toSpan } from './lines.ts'
import { readBlocks } from './markdown/blocks.ts'
import { type Outline, openDocument, type SourceDocument } from './open-document.ts'
import { createTextProblem, refusals, type TextProblem } from './problem.ts'
import { createPlanRoot, readProse } from './prose/read-prose.ts'
import {
  createMapNode,
  type MapNode,
  type PlanNode,
  toGrowableNode,
  type YamlNode,
} from './prose/tree.ts'
import { planShape } from './prose/vocabulary.ts'
import { readYamlText } from './yaml.ts'

/**
 * Reads a plan in Markdown: YAML between `---` lines first, then the text. Nothing is thrown. A file without the key `accordant` in
 * its front matter is not ours, and is looked into only where somebody named it: then it is read as a plan.
 */
export function readMarkdownPlan(
  bytes: Uint8Array,
  name: string,
  isNamed: boolean = true,
): SourceDocument {
  const { text, problems } = decodeText(bytes)
  if (problems.length > 0) return openDocument({ name, text, problems, outline: null })
  const frontMatter = findFrontMatter(text)
  const { outline, problems: found } = readYamlText(text.slice(0, frontMatter?.end ?? 0))
  const yaml: Outline = { ...outline, text }
  const isPlan = isOurs(yaml)
  const comments = () => findComments(text.slice(0, frontMatter?.end ?? 0), outline.scalars())
  if (!isPlan && !isNamed) {
    return openDocument({ name, text, problems: found, outline: { ...yaml, comments } })
  }
  const body = frontMatter?.body ?? 0
  if (!isPlan && text.slice(body).trim() === '') {
    return openDocument({
      name,
      text,
      problems: [createTextProblem(refusals.emptyDocument, { start: 0, end: 0 })],
      outline: null,
    })
  }
  const refused = isPlan ? [...found, ...checkPlanFormat(yaml, text, body)] : checkSize(text, body)
  if (refused.some(({ severity }) => severity === 'error')) {
    return openDocument({ name, text, problems: refused, outline: { ...yaml, comments } })
  }
  const front: Outline = isPlan ? yaml : { ...yaml, root: Object.create(null), nodes: new Map() }
  const html: TextRange[] = []
  const blocks = readBlocks(text, body, (range) => html.push(range))
  const read = readProse(
    blocks,
    isPlan ? buildRoot(front) : createPlanRoot(),
    front,
    outline.nodeCount,
  )
  return openDocument({
    name,
    text,
    problems: [...refused, ...read.problems],
    outline: {
      ...read.outline,
      comments: () => [...(isPlan ? comments() : []), ...listHtmlComments(text, html)],
    },
    isAssumed: !isPlan,
    prose: isPlan ? read.prose : addFront(read.prose, text.slice(0, frontMatter?.end ?? 0)),
    unread: read.unread,
  })
}

function isOurs({ root }: Outline): boolean {
  return isMap(root) && typeof root.accordant === 'string'
}

/** Only plans are read from Markdown, and none that would take too long. */
function checkPlanFormat(front: Outline, text: string, body: number): readonly TextProblem[] {
  if (!isMap(front.root) || typeof front.root.accordant !== 'string') return []
  if (!front.root.accordant.startsWith('plan/')) {
    return [
      createTextProblem(
        {
          id: 'schema.value',
          message: { say: 'markdown-not-plan' },
          fix: { say: 'markdown-not-plan-fix' },
        },
        { start: 0, end: 3 },
        { path: ['accordant'] },
      ),
    ]
  }
  return checkSize(text, body)
}

function checkSize(text: string, body: number): readonly TextProblem[] {
  const limit = findLimitProblem(text, body)
  return limit === null ? [] : [limit]
}

/** What the front matter holds, as something that the rest can be added to: two levels down, where sections are. */
function buildRoot(front: Outline): MapNode {
  const root = toGrowableNode(createYamlNode(front.root, front.rootNode), front)
  if (root.kind !== 'map') return createMapNode({ start: 0, end: 0 })
  for (const entry of root.entries.values()) entry.node = expandNode(entry.node, front, 3)
  removeForeignKeys(root)
  return root
}

/** Other programs keep their own keys there (`layout`, `nav_order`). One that may be a slip of the pen stays, to be found. */
function removeForeignKeys({ entries }: MapNode): void {
  const title = entries.get('title')
  if (title !== undefined && !entries.has('name')) entries.set('name', title)
  const known = ['accordant', 'notes', ...planShape.fields.map(({ key }) => key)]
  for (const key of entries.keys()) {
    const isForeign = !known.includes(key) && !isFreeKey(key) && findMeantWord(key, known) === null
    if (isForeign || key === 'title') entries.delete(key)
  }
}

function expandNode(node: PlanNode, front: Outline, depth: number): PlanNode {
  const open = node.kind === 'yaml' && depth > 0 ? toGrowableNode(node, front) : node
  if (open.kind === 'map') {
    for (const entry of open.entries.values()) entry.node = expandNode(entry.node, front, depth - 1)
  } else if (open.kind === 'list') {
    for (const [index, item] of open.items.entries())
      open.items[index] = expandNode(item, front, depth - 1)
  }
  return open
}

function createYamlNode(value: unknown, node: number): YamlNode {
  return { kind: 'yaml', value, node }
}

/** Where the front matter of a Markdown text ends, in offsets; null where it has none. */
interface FrontMatter {
  /** Where its YAML ends: before the closing `---`. From the text's begin, since the opening one begins a YAML document too. */
  readonly end: number
  /** Where the line after the closing `---` begins. */
  readonly body: number
}

function findFrontMatter(text: string): FrontMatter | null {
  if (!/^---[ \t]*(?:\r\n?|\n)/.test(text)) return null
  closingLine.lastIndex = 3
  const found = closingLine.exec(text)
  if (found === null) return null
  const end = found.index + (found[1]?.length ?? 0)
  return { end, body: closingLine.lastIndex }
}

const closingLine = /(\r\n?|\n)(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/g

/** Front matter of another program may say what a document is and how old; no values are read from it. */
function addFront({ sections }: Prose, front: string): Prose {
  const passages = front.split(/\r\n?|\n/).flatMap((unread, index) => {
    const isAbout = /^(?:date|description|last|owner|review|revision|status|updated|version)/i.test(
      unread,
    )
    return isAbout && index < 100 ? [{ line: index + 1, unread, words: 0, wordsRead: 0 }] : []
  })
  if (passages.length === 0) return { sections }
  const [{ line } = { line: 1 }] = passages
  return { sections: [{ titles: [], line, counted: false, passages }, ...sections] }
}

/** The HTML comments at these places, without their marks. */
function listHtmlComments(text: string, ranges: readonly TextRange[]): readonly SourceComment[] {
  return ranges
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => ({
      ...toSpan(text, start, end),
      text: text.slice(start + '<!--'.length, end - '-->'.length).trim(),
      alone: isBlankTo(text, start - 1, -1) && isBlankTo(text, end, 1),
    }))
}

/** Looks only as far as there is nothing to see: a line may hold many comments. */
function isBlankTo(text: string, from: number, step: 1 | -1): boolean {
  let at = from
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += step
  return ['', '\r', '\n'].includes(text.charAt(at))
}

/**
 * The parser is slow, so what it is given is bounded: a plan of hundreds of pages is far below this. In one paragraph it takes time
 * by the lines times the signs that could mark something.
 */
const limits = { characters: 1024 * 1024, pieces: 12_000, marks: 20, column: 100, paragraph: 1e8 }

/** Why a Markdown text is too much to be read, or null. */
function findLimitProblem(text: string, from: number): TextProblem | null {
  if (text.length - from > limits.characters) {
    return createLimitProblem(0, { say: 'plan-over-1-mb' })
  }
  let pieces = 0
  let paragraph = { lines: 0, signs: 0 }
  linePattern.lastIndex = from
  for (let found = linePattern.exec(text); found !== null; found = linePattern.exec(text)) {
    const [whole, indent = '', marks = '', rest = ''] = found
    const depth = marks.match(/\S+/g)?.length ?? 0
    if (depth > limits.marks || (depth > 0 && indent.length > limits.column)) {
      return createLimitProblem(found.index, { say: 'lists-too-deep', most: limits.marks })
    }
    pieces += 1 + depth + Math.min(indent.length >> 1, limits.column) + countSigns(rest, /\|/g) / 2
    paragraph =
      depth > 0 || rest === ''
        ? { lines: 0, signs: 0 }
        : {
            lines: paragraph.lines + 1,
            signs: paragraph.signs + countSigns(rest, /[*_[\]!<&\\`]/g),
          }
    if (pieces > limits.pieces || paragraph.lines * paragraph.signs > limits.paragraph) {
      return createLimitProblem(found.index, { say: 'plan-too-long' })
    }
    if (whole.length === 0) linePattern.lastIndex++
    if (linePattern.lastIndex >= text.length) break
  }
  return null
}

/** A line: its indentation, its marks of lists, the rest. */
const linePattern = /([ \t]*)((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)([^\r\n]*)(?:\r\n?|\n|$)/g

function countSigns(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0
}

function createLimitProblem(start: number, message: Message): TextProblem {
  const fix: Message = { say: 'make-plan-shorter' }
  return createTextProblem({ id: 'yaml.limit', message, fix }, { start, end: start })
}
