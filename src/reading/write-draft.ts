import { Document } from 'yaml'
import type { Prose } from '../model/prose.ts'
import { clip } from '../model/value.ts'
import { makeVisibleLine } from '../model/visible.ts'
import { planGuide } from '../words/en/plan-guide.ts'
import type { DraftText, Message, Say } from '../words/message.ts'
import { writeInHouseStyle } from './house-style.ts'
import type { SourceDocument } from './open-document.ts'

/** A plan that was read from a document, for a person to complete. */
export interface PlanToComplete {
  readonly document: Pick<SourceDocument, 'name' | 'unit' | 'prose'>
  /** The share that was read, 0..1; null where nothing is about a plan. */
  readonly read: number | null
  /** Where it will be. */
  readonly file: string
  readonly sections: readonly DraftSection[]
}

interface DraftSection {
  /** Empty for what belongs to no section. */
  readonly key: string
  /** Undefined where nothing of it was read: then the key is in the comment alone. */
  readonly value: unknown
  /** What people have to read about, and where. */
  readonly topics: readonly { readonly title: string; readonly lines: readonly number[] }[]
  readonly problems: readonly { readonly line: number; readonly message: Message }[]
  /** What the document has no text about. */
  readonly absent: readonly Message[]
}

/**
 * The text of the plan. Comments in its sections point to what people have to read in the document, and quote how it begins there.
 * Whatever stands in the document, a comment stays one line and acts on nothing.
 */
export function writeDraft(
  draft: PlanToComplete,
  say: Say,
  sayDraft: (text: DraftText) => string,
): string {
  const { document, sections } = draft
  const title = findFirstTitle(document.prose)
  const quote = createQuoter(document, sayDraft)
  const pen = { say, sayDraft, unit: document.unit, title, quote }
  const blocks = [writeHead(draft, sayDraft)]
  let isShort = false
  for (const section of sections) {
    const lines = writeSection(section, pen)
    const wasShort = isShort
    isShort = lines.length === 1
    if (wasShort && isShort) blocks.at(-1)?.push(...lines)
    else blocks.push(lines)
  }
  const topics = sections.flatMap((section) => section.topics)
  const known = new Set(topics.flatMap(({ lines }) => lines))
  return [...blocks, writeOtherText(document, known, sayDraft)]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

interface Pen {
  readonly say: Say
  readonly sayDraft: (text: DraftText) => string
  readonly unit: 'line' | 'paragraph'
  /** Of the document; null where it has none. */
  readonly title: string | null
  readonly quote: (line: number) => string | null
}

function writeHead(
  { document, read, file, sections }: PlanToComplete,
  sayDraft: Pen['sayDraft'],
): string[] {
  const head = sayDraft({
    say: 'draft-head',
    document: makeVisibleLine(document.name),
    percent: read === null ? null : Math.floor(read * 100),
    file: makeVisibleLine(file),
    comments: (['topics', 'absent', 'problems'] as const).filter((kind) =>
      sections.some((section) => section[kind].length > 0),
    ),
  })
  return head.split('\n').map((line) => toComment(line))
}

function isDone({ topics, problems, absent }: DraftSection): boolean {
  return topics.length + problems.length + absent.length === 0
}

function writeSection(section: DraftSection, pen: Pen): string[] {
  const { key, value } = section
  const isNamed = key !== 'name' || value !== undefined || pen.title === null
  const lines = isDone(section) && isNamed ? [] : listComments(section, pen)
  if (value === undefined && key !== '' && lines.length > 0) {
    return [toComment(`${key}:`), ...lines.map((line) => toComment(line, 2))]
  }
  if (value === undefined) return lines.map((line) => toComment(line))
  const document = new Document({ [key]: value }, { aliasDuplicateObjects: false })
  return [
    ...lines.map((line) => toComment(line)),
    ...writeInHouseStyle(document).trimEnd().split('\n'),
  ]
}

function listComments({ key, topics, problems, absent }: DraftSection, pen: Pen): string[] {
  const { say, sayDraft, unit, quote } = pen
  const lines = [...new Set(topics.flatMap((topic) => topic.lines))].toSorted((a, b) => a - b)
  const quotations = lines.flatMap((line) => quote(line) ?? [])
  const keys = listKeys(key)
  const group = (head: DraftText, items: readonly string[]) =>
    items.length === 0 ? [] : [sayDraft(head), ...items.map((item) => `  ${item}`)]
  return [
    ...(key === '' ? [] : [planGuide[key] ?? key]),
    ...(key === 'name' && pen.title !== null
      ? [sayDraft({ say: 'draft-title', title: pen.title })]
      : []),
    ...(keys.length === 0 ? [] : [sayDraft({ say: 'draft-keys', keys })]),
    ...group({ say: 'draft-judge' }, [
      ...topics
        .toSorted((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0))
        .map((topic) => sayDraft({ say: 'draft-topic', ...topic, unit })),
      ...cut(quotations, maxQuotations, sayDraft),
    ]),
    ...group(
      { say: 'draft-unread' },
      cut(
        problems.map(({ line, message }) =>
          sayDraft({ say: 'draft-problem', text: say(message), unit, lines: [line] }),
        ),
        maxProblems,
        sayDraft,
      ),
    ),
    ...group({ say: 'draft-nowhere' }, absent.map(say)),
  ]
}

const maxQuotations = 8
const maxProblems = 12

function cut(items: readonly string[], most: number, sayDraft: Pen['sayDraft']): readonly string[] {
  if (items.length <= most) return items
  return [...items.slice(0, most), sayDraft({ say: 'draft-more', number: items.length - most })]
}

/** The keys that a section, or each of its entries, may have. */
function listKeys(section: string): readonly string[] {
  return Object.keys(planGuide).flatMap((path) => {
    const [first, key, ...rest] = path.split('.')
    return first === section && key !== undefined && rest.length === 0 ? [key] : []
  })
}

/** What the unread text on a line begins with, under its title; null where there is none. */
function createQuoter({ prose, unit }: PlanToComplete['document'], sayDraft: Pen['sayDraft']) {
  const byLine = new Map<number, { readonly title: string; readonly parts: string[] }>()
  for (const { titles, line, text } of listUnreadText(prose)) {
    const known = byLine.get(line) ?? { title: findTitle(titles), parts: [] }
    known.parts.push(text)
    byLine.set(line, known)
  }
  return (line: number): string | null => {
    const found = byLine.get(line)
    if (found === undefined) return null
    const { parts } = found
    const text = clip((parts.length > 1 ? parts.map(cutHeading) : parts).join(' | '), maxQuotation)
    return sayDraft({ say: 'draft-quotation', title: found.title, text, unit, lines: [line] })
  }
}

const maxQuotation = 140

/** A cell begins with what stands at the head of its column, which may be long. */
function cutHeading(cell: string): string {
  const end = cell.indexOf(': ')
  return end > maxHeading ? `${clip(cell.slice(0, end), maxHeading)}${cell.slice(end)}` : cell
}

const maxHeading = 16

/** Each no longer than it may be needed. */
function listUnreadText(prose: Prose | null) {
  return (prose?.sections ?? []).flatMap(({ titles, passages }) =>
    passages.flatMap(({ line, unread }) => {
      const text = unread.trim().slice(0, 2 * maxQuotation)
      return text === '' ? [] : [{ titles, line, text }]
    }),
  )
}

/** One that ends with a colon only leads over to what follows. */
function findTitle(titles: readonly string[]): string {
  return clip(titles.findLast((title) => !title.endsWith(':')) ?? '')
}

function findFirstTitle(prose: Prose | null): string | null {
  return prose?.sections.find(({ titles }) => titles.length > 0)?.titles[0] ?? null
}

/** Unread text that is not known, by its title. */
function writeOtherText(
  { prose, unit }: PlanToComplete['document'],
  known: ReadonlySet<number>,
  sayDraft: Pen['sayDraft'],
): string[] {
  const byTitle = new Map<string, Set<number>>()
  for (const { titles, line } of listUnreadText(prose)) {
    if (known.has(line)) continue
    const title = findTitle(titles)
    byTitle.set(title, (byTitle.get(title) ?? new Set()).add(line))
  }
  const found = [...byTitle].map(([title, lines]) => {
    const ranges = joinRanges(lines)
    const shown = ranges.slice(0, maxRanges)
    const more = ranges.length - shown.length
    return sayDraft({ say: 'draft-other', title, ranges: shown, more, unit })
  })
  if (found.length === 0) return []
  const shown = cut(found, maxTitles, sayDraft)
  return [toComment(sayDraft({ say: 'draft-others' })), ...shown.map((text) => toComment(text, 2))]
}

const maxRanges = 20
const maxTitles = 60

/** Each run of lines, by its first and last. */
function joinRanges(lines: ReadonlySet<number>) {
  const ranges: { readonly from: number; to: number }[] = []
  for (const line of [...lines].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last?.to === line - 1) last.to = line
    else ranges.push({ from: line, to: line })
  }
  return ranges
}

function toComment(text: string, indent = 0): string {
  return `# ${' '.repeat(indent)}${makeVisibleLine(text)}`.trimEnd()
}
