import type { Message } from '../words/message.ts'
import { findLineEnd, findLineStart, findNextLine, type TextRange } from './lines.ts'

/** The surroundings of a complaint. Very long lines are cut, so offsets in `line` count from `start`. */
interface SyntaxContext {
  readonly text: string
  readonly position: number
  readonly reason: string
  readonly start: number
  readonly end: number
  readonly line: string
  /** The line up to the complaint. */
  readonly before: string
  /** The character complained about, empty at the end. */
  readonly sign: string
}

/** Why a text can't be read. */
export interface SyntaxCause extends TextRange {
  /** `yaml.syntax` unless it says otherwise. */
  readonly id?: string
  readonly message: Message
  readonly fix: Message | null
  /** What to overwrite to read on; left out where its extent is unclear. */
  readonly repair?: Replacement
}

export type CauseFinder = (context: SyntaxContext) => SyntaxCause | null

/** A stretch to overwrite. */
export interface Replacement extends TextRange {
  readonly by: 'x' | ' '
}

export function createSyntaxContext(text: string, position: number, reason: string): SyntaxContext {
  const start = Math.max(findLineStart(text, position), position - maxLineLength)
  const end = Math.min(findLineEnd(text, position), position + maxLineLength)
  const line = text.slice(start, end)
  const before = text.slice(start, position)
  return { text, position, reason, start, end, line, before, sign: text.charAt(position) }
}

const maxLineLength = 2_000

export interface SourceLine {
  readonly start: number
  readonly text: string
  readonly indent: number
}

/** The lines above, from the nearest up, without empty ones and comments; at most some hundred. */
export function* listLinesAbove(text: string, from: number): Generator<SourceLine> {
  let start = from
  for (let count = 0; start > 0 && count < 500; count++) {
    const end = start - (text.startsWith('\r\n', start - 2) ? 2 : 1)
    start = findLineStart(text, end)
    const line = text.slice(start, Math.min(end, start + maxLineLength))
    const indent = countIndent(line)
    if (indent < line.length && line.charAt(indent) !== '#') yield { start, text: line, indent }
  }
}

/** The nearest line below, without empty ones and comments; null at the end of the text. */
export function findLineBelow(text: string, from: number): SourceLine | null {
  let start = from
  for (let count = 0; count < 500; count++) {
    start = findNextLine(text, start)
    if (start >= text.length) return null
    const line = text.slice(start, Math.min(findLineEnd(text, start), start + maxLineLength))
    const indent = countIndent(line)
    if (indent < line.length && line.charAt(indent) !== '#') return { start, text: line, indent }
  }
  return null
}

/** The nearest line above that is indented by `most` at most: a line with that indent belongs to it, or is beside it. */
export function findLineAbove(text: string, from: number, most: number): SourceLine | null {
  for (const line of listLinesAbove(text, from)) if (line.indent <= most) return line
  return null
}

/** Spaces at the front. */
export function countIndent(line: string): number {
  let indent = 0
  while (line.charAt(indent) === ' ') indent++
  return indent
}

/** Where the value on a line begins: behind its dashes and its key. */
export function findValueStart(line: string): number {
  const items = /^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? 0
  const key = /^(?:"[^"]*"|'[^']*'|[^\s"'#[{][^:#]*?)[ \t]*:[ \t]+/.exec(line.slice(items))
  return items + (key?.[0].length ?? 0)
}

/** Is there a key on the line, behind its dashes? */
export function hasKey(line: string): boolean {
  const items = /^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? 0
  return /^[^\s#][^#]*?:(?:[ \t]|$)/.test(line.slice(items))
}

/** Where the quote that opens there is closed; null where it is not before `to`. */
export function findClosingQuote(text: string, opening: number, to: number): number | null {
  const quote = text.charAt(opening)
  for (let at = opening + 1; at < to; at++) {
    const sign = text.charAt(at)
    if (sign === '\\' && quote === '"') at++
    else if (sign === quote && quote === "'" && text.charAt(at + 1) === quote) at++
    else if (sign === quote) return at
  }
  return null
}

/** Where the line's key begins, behind its dashes: its text continues only further in. */
export function getKeyColumn({ text, indent }: SourceLine): number {
  return indent + (/^(?:- +)*/.exec(text.slice(indent))?.[0].length ?? 0)
}

/** A key of one word. */
export function isPlainKey(line: string): boolean {
  return /^[ \t]*(["']?)[\p{L}\p{N}_.-]+\1:(?:[ \t]|$)/u.test(line)
}

/** Is it an item of a list in block style? */
export function isItem(line: string): boolean {
  return /^ *-(?:[ \t]|$)/.test(line)
}
