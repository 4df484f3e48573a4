import type { Span } from '../model/finding.ts'

/** A piece of a text, in offsets; the end is exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Offsets to lines and columns; line feeds, carriage returns and pairs of both end a line. */
export function toSpan(text: string, start: number, end: number): Span {
  const starts = getLineStarts(text)
  const from = findLineNumber(starts, start)
  const to = findLineNumber(starts, Math.max(start, end))
  return {
    line: from + 1,
    column: start - (starts[from] ?? 0) + 1,
    endLine: to + 1,
    endColumn: Math.max(start, end) - (starts[to] ?? 0) + 1,
  }
}

/** The text of a line, counted from 1, without its line break; empty where there is no such line. */
export function getLine(text: string, line: number): string {
  const starts = getLineStarts(text)
  const start = starts[line - 1]
  if (start === undefined) return ''
  const end = starts[line] ?? text.length
  return text.slice(start, end).replace(/\r?\n$|\r$/, '')
}

/** Where the line that holds the offset begins. */
export function findLineStart(text: string, offset: number): number {
  return Math.max(findLastBreak(text, offset - 1), -1) + 1
}

/** Where the line that holds the offset ends, before its line break. */
export function findLineEnd(text: string, offset: number): number {
  let end = offset
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++
  return end
}

/** Where the line after the one that holds the offset begins; the end of the text where there is none. */
export function findNextLine(text: string, offset: number): number {
  const end = findLineEnd(text, offset)
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length)
}

function findLastBreak(text: string, from: number): number {
  let at = from
  while (at >= 0 && !isBreak(text.charCodeAt(at))) at--
  return at
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13
}

interface LineIndex {
  readonly text: string
  readonly starts: readonly number[]
}

/** The lines of the last two texts asked for are kept: findings come in runs about a file, or a plan and its questionnaire. */
let latestIndex: LineIndex = { text: '', starts: [0] }
let previousIndex: LineIndex = latestIndex

function getLineStarts(text: string): readonly number[] {
  if (latestIndex.text === text) return latestIndex.starts
  const known = previousIndex.text === text ? previousIndex : { text, starts: listLineStarts(text) }
  previousIndex = latestIndex
  latestIndex = known
  return known.starts
}

function listLineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const found of text.matchAll(/\r\n?|\n/g)) starts.push(found.index + found[0].length)
  return starts
}

function findLineNumber(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
