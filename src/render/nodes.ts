import type {
  BlockContent,
  Blockquote,
  Heading,
  InlineCode,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
  Strong,
  Table,
  Text,
} from 'mdast'
import type { ReportDetail } from '../model/house-style.ts'
import { makeVisibleLine } from '../model/visible.ts'
import type { ReportText } from '../words/message.ts'
import { sayReport } from '../words/say-report.ts'
import { formatBar } from './bar.ts'

/**
 * The document tree's nodes. Every text of a report passes `text` or `code`, the one gate: a sentence is said, what would act is made visible,
 * and `@name`, `#12` or `!7` notify nobody on a code host. Escaping for a format is the serialiser's work.
 */

export function textNode(value: ReportText): Text {
  return { type: 'text', value: disarmMentions(makeVisibleLine(sayReport(value))) }
}

export function code(value: string): InlineCode {
  return { type: 'inlineCode', value: makeVisibleLine(value) }
}

export function strong(value: ReportText): Strong {
  return { type: 'strong', children: [textNode(value)] }
}

/** What a node says beyond its Markdown, for formats that can show more. */
declare module 'mdast' {
  interface Data {
    /** The chart before this block, in formats that can draw. */
    chart?: ChartName
  }
  interface BlockquoteData {
    /** Words of whoever prepares the report. */
    comment?: boolean
  }
  interface TextData {
    /** The text is a bar of this size, 0..100, or of none. */
    share?: number | null
  }
  interface TableData {
    caption?: string
    /** A chart before it has all of its figures. */
    folded?: boolean
  }
  interface TableCellData {
    heat?: Heat
  }
}

/** The shade of a cell, and how its answers are spread. */
export interface Heat {
  /** 0..100; null where it is not scored. */
  readonly value: number | null
  /** How many people gave each value of the scale, from the worst to the best; null where that may not be shown. */
  readonly counts: readonly number[] | null
}

export type ChartName = 'dimensions' | 'room' | 'gaps' | 'risks' | 'trend'

/** The blocks, with a chart before the first of them. */
export function addChart(chart: ChartName, blocks: readonly RootContent[]): RootContent[] {
  return blocks.map((block, index) =>
    index === 0 ? { ...block, data: { ...block.data, chart } } : block,
  )
}

/** A bar of block characters. `share` is 0..100. */
export function barNode(share: number | null): Text {
  return { type: 'text', value: formatBar(share), data: { share } }
}

export type InlineContent = ReportText | PhrasingContent

/** The id of what was just named, in the full report alone: the others are for people who have no use for one. */
export function withId(
  id: string,
  { detail }: { readonly detail: ReportDetail },
): readonly InlineContent[] {
  return detail === 'full' ? [' ', code(id)] : []
}

/** Words become text nodes. */
function toInlineNodes(parts: readonly InlineContent[]): PhrasingContent[] {
  return parts.map((part) => (isWords(part) ? textNode(part) : part))
}

function isWords(part: InlineContent): part is ReportText {
  return typeof part === 'string' || 'say' in part
}

export function heading(depth: Heading['depth'], value: InlineContent): Heading {
  return { type: 'heading', depth, children: toInlineNodes([value]) }
}

export function paragraph(...parts: readonly InlineContent[]): Paragraph {
  return { type: 'paragraph', children: toInlineNodes(parts) }
}

export function blockQuote(...children: readonly BlockContent[]): Blockquote {
  return { type: 'blockquote', children: [...children] }
}

/** A tight list. An item is one or several blocks; the first is its line. */
export function list(items: readonly (readonly BlockContent[])[], ordered = false): List {
  return {
    type: 'list',
    ordered,
    spread: false,
    children: items.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [...children],
    })),
  }
}

export function table(
  head: readonly ReportText[],
  rows: readonly (readonly InlineContent[])[],
  right: readonly number[] = [],
  caption: ReportText | null = null,
): Table {
  const row = (cells: readonly InlineContent[]) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({
      type: 'tableCell' as const,
      children: toInlineNodes([cell]),
    })),
  })
  return {
    type: 'table',
    ...(caption === null ? {} : { data: { caption: makeVisibleLine(sayReport(caption)) } }),
    align: head.map((_, index) => (right.includes(index) ? 'right' : null)),
    children: [row(head), ...rows.map(row)],
  }
}

/** A text's first sentence, then the rest with its space. Three dots leave a gap to fill in, and end none; nor does a sentence inside a quotation. */
export function splitFirstSentence(text: string): readonly [string, string] {
  for (const end of text.matchAll(/(?<!\.\.)[.!?]["”’')]*(?=\s|$)/g)) {
    const first = text.slice(0, end.index + end[0].length)
    if (!isInQuotation(first)) return [first, text.slice(first.length)]
  }
  return [text, '']
}

function isInQuotation(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1
  return count('"') % 2 === 1 || count('“') > count('”')
}

/** Nothing for an empty list of blocks, else the heading and the blocks. */
export function section(
  depth: Heading['depth'],
  title: ReportText,
  blocks: readonly RootContent[],
): RootContent[] {
  return blocks.length === 0 ? [] : [heading(depth, title), ...blocks]
}

/** A section with a list of sentences. */
export function sentenceSection(
  depth: Heading['depth'],
  title: ReportText,
  lines: readonly ReportText[],
): RootContent[] {
  return section(
    depth,
    title,
    lines.length === 0 ? [] : [list(lines.map((line) => [paragraph(line)]))],
  )
}

/**
 * U+2060, a joiner of no width, keeps a code host from reading a mention or a reference, and a link where the serialiser
 * does not see one (`www.` before anything but an ASCII letter or digit).
 */
export function disarmMentions(value: string): string {
  return value
    .replaceAll(/@(?=[\p{L}\p{N}_])/gu, '@\u2060')
    .replaceAll(/([#!])(?=\d)/g, '$1\u2060')
    .replaceAll(/\b(GH-)(?=\d)/gi, '$1\u2060')
    .replaceAll(/www(?=\.(?![a-z\d]))/gi, '$&\u2060')
}
