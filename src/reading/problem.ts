import type { Finding } from '../model/finding.ts'
import type { Message } from '../words/message.ts'
import type { TextRange } from './lines.ts'

/** What is refused in a text: the rule it breaks, what is wrong, and what to do. */
export interface Refusal {
  readonly id: string
  readonly message: Message
  readonly fix: Message | null
}

/** A finding that arises while reading: it has offsets, because there may be no value yet to name a path in. */
export interface TextProblem extends Finding, TextRange {}

/** An error about the whole document's value, unless `more` says otherwise. */
export function createTextProblem(
  { id, message, fix }: Refusal,
  { start, end }: TextRange,
  more: Partial<TextProblem> = {},
): TextProblem {
  return { id, message, fix, start, end, severity: 'error', path: [], at: 'value', ...more }
}

/** The offending word as messages show it: on one line, cut where it is long. */
export function clipWord(word: string): string {
  const flat = word.replaceAll(/[\s\u0085\u2028\u2029]+/g, ' ').trim()
  return flat.length > maxWordLength ? `${flat.slice(0, maxWordLength - 1)}…` : flat
}

const maxWordLength = 40
