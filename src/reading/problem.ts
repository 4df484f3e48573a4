import type { Finding, Path } from '../model/finding.ts'

/** A finding that arises while reading: it knows its offsets, because there may be no value yet to name a path in. */
export interface TextProblem extends Finding {
  readonly start: number
  readonly end: number
}

interface ProblemDetails {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly message: string
  readonly fix: string
}

/** An error about the whole document's value, unless `more` says otherwise. */
export function createTextProblem(
  told: ProblemDetails,
  more: Partial<TextProblem> = {},
): TextProblem {
  const top: Path = []
  return { severity: 'error', path: top, at: 'value', ...told, ...more }
}

/** The offending word as messages quote it: one line, cut where it is long. */
export function quoteWord(word: string): string {
  const longest = 40
  const flat = word.replaceAll(/[\s\u0085\u2028\u2029]+/g, ' ').trim()
  return `"${flat.length > longest ? `${flat.slice(0, longest - 1)}…` : flat}"`
}
