import { lineEnd, lineStart } from './lines.ts'

/** The surroundings of a complaint. Very long lines are cut, so offsets in `line` count from `start`. */
export interface Spot {
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
export interface Cause {
  /** `yaml.syntax` unless it says otherwise. */
  readonly id?: string
  readonly start: number
  readonly end: number
  readonly message: string
  readonly fix: string
  /** What to overwrite to read on; left out where that is not known. */
  readonly mend?: Mend
}

export type FindCause = (spot: Spot) => Cause | null

/** A stretch to overwrite. */
export interface Mend {
  readonly start: number
  readonly end: number
  readonly by: 'x' | ' '
}

export function spotAt(text: string, position: number, reason: string): Spot {
  const start = Math.max(lineStart(text, position), position - longest)
  const end = Math.min(lineEnd(text, position), position + longest)
  const line = text.slice(start, end)
  const before = text.slice(start, position)
  return { text, position, reason, start, end, line, before, sign: text.charAt(position) }
}

const longest = 2_000

export interface Line {
  readonly start: number
  readonly text: string
  readonly indent: number
}

/** The lines above, from the nearest up, without empty ones and comments; at most some hundred. */
export function* linesAbove(text: string, from: number): Generator<Line> {
  let start = from
  for (let count = 0; start > 0 && count < 500; count++) {
    const end = start - (text.startsWith('\r\n', start - 2) ? 2 : 1)
    start = lineStart(text, end)
    const line = text.slice(start, Math.min(end, start + longest))
    const indent = indentOf(line)
    if (indent < line.length && line.charAt(indent) !== '#') yield { start, text: line, indent }
  }
}

/** The nearest line above that is indented by no more than `most`: the one that a line there belongs to, or stands beside. */
export function lineAbove(text: string, from: number, most: number): Line | null {
  for (const line of linesAbove(text, from)) if (line.indent <= most) return line
  return null
}

/** Spaces at the front. */
export function indentOf(line: string): number {
  let indent = 0
  while (line.charAt(indent) === ' ') indent++
  return indent
}

/** Where the value on a line begins: behind its dashes and its key. */
export function valueStart(line: string): number {
  const items = /^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? 0
  const key = /^(?:"[^"]*"|'[^']*'|[^\s"'#[{][^:#]*?)[ \t]*:[ \t]+/.exec(line.slice(items))
  return items + (key?.[0].length ?? 0)
}

/** Is there a key on the line, behind its dashes? */
export function hasKey(line: string): boolean {
  const items = /^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? 0
  return /^[^\s#][^#]*?:(?:[ \t]|$)/.test(line.slice(items))
}

/** The innermost quote or bracket that opens from `from` on and is still open at `to`. */
export function openedBefore(text: string, from: number, to: number): number | null {
  const open: number[] = []
  let at = from
  let begins = true
  while (at < to) {
    const sign = text.charAt(at)
    if (begins && (sign === '"' || sign === "'")) {
      const close = closingQuote(text, at, to)
      if (close === null) return at
      at = close
    } else if (begins && sign === '#') at = lineEnd(text, at)
    else if (begins && '[{'.includes(sign)) open.push(at)
    else if (open.length > 0 && ']}'.includes(sign)) open.pop()
    // Behind a comment stands the end of its line.
    const last = text.charAt(at)
    begins = ' \t\r\n[{'.includes(last) || (open.length > 0 && ',:'.includes(last))
    at++
  }
  return open.at(-1) ?? null
}

/** Where the quote that opens there is closed; null where it is not before `to`. */
export function closingQuote(text: string, opening: number, to: number): number | null {
  const quote = text.charAt(opening)
  for (let at = opening + 1; at < to; at++) {
    const sign = text.charAt(at)
    if (sign === '\\' && quote === '"') at++
    else if (sign === quote && quote === "'" && text.charAt(at + 1) === quote) at++
    else if (sign === quote) return at
  }
  return null
}
