import { once } from '../model/once.ts'
import { findLineEnd, type TextRange } from './lines.ts'
import { type Refusal, refusals, type TextProblem } from './problem.ts'
import { isResponseText } from './syntax-answers.ts'
import type { ValueBuilder } from './value-builder.ts'

/** Nobody reads on after so many of one kind. */
const maxMistakes = 20

/** Finds what is good YAML but surely, or likely, not what its author meant. All of it are warnings. */
export class MistakeFinder {
  readonly #text: string
  readonly #builder: ValueBuilder
  readonly #sure: TextProblem[] = []
  readonly #likely: TextProblem[] = []
  readonly #named = new Map<string, TextProblem>()
  readonly #isResponse: () => boolean

  constructor(text: string, builder: ValueBuilder) {
    this.#text = text
    this.#builder = builder
    this.#isResponse = once(() => isResponseText(text))
  }

  /** A plain scalar about to become a value. */
  plain({ start, end }: TextRange): void {
    // In a response quotes may be meant, and around an answer they are taken away.
    const refusal = findTypedMistake(this.#text, start, end)
    if (refusal !== null && this.#sure.length < maxMistakes && !this.#isResponse()) {
      this.#sure.push(this.#builder.createProblem(refusal, { start, end }, asWarning))
    }
    if (!this.#text.startsWith(' #', end) || this.#sure.length === maxMistakes) return
    const cut = findCommentCut(this.#text, start, end)
    if (cut !== null) (cut === 'slip' ? this.#sure : this.#likely).push(this.#cut(end + 1))
  }

  /** An empty value about to be set; `end` is where its key ends. */
  empty(end: number): void {
    if (this.#sure.length < maxMistakes && isWholeValueCut(this.#text, end))
      this.#sure.push(this.#cut(end + 2))
  }

  /** A plain scalar under a name: `&important thing` reads as "thing". */
  named(name: string, range: TextRange): void {
    this.#named.set(
      name,
      this.#builder.createProblem(refusals.describeUnusedAnchor(name), range, asWarning),
    )
  }

  found(): readonly TextProblem[] {
    const likely = this.#likely.length > maxLikelyCuts ? [] : this.#likely
    const unused = [...this.#named].filter(([name]) => !this.#builder.isAliased(name))
    return [...this.#sure, ...likely, ...unused.map(([, problem]) => problem)]
  }

  #cut(start: number): TextProblem {
    const end = findLineEnd(this.#text, start)
    const refusal = refusals.describeCutText(this.#text.slice(start, end))
    return this.#builder.createProblem(refusal, { start, end }, asWarning)
  }
}

/** What a word processor makes of straight quotes, and a number with its thousands apart, which reads as a thousandth. */
function findTypedMistake(text: string, start: number, end: number): Refusal | null {
  const closing = closingQuotes.get(text.charAt(start))
  if (closing?.includes(text.charAt(end - 1)) === true && end - start > 1) {
    return refusals.describeTypedQuotes(text.charAt(start), text.charAt(end - 1))
  }
  const isGrouped = text.startsWith('.000', end - 4) && end - start <= 7
  const number = isGrouped ? text.slice(start, end) : ''
  return /^[1-9]\d*\.000$/.test(number) ? refusals.describeThousands(number) : null
}

const closingQuotes: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['»', '«'],
  ['‘', '’'],
  ['‚', '‘’'],
])

const asWarning = { severity: 'warning' } as const

/**
 * Does a comment right behind this plain text look like a part of it that YAML cuts off? `slip` is surely one
 * (`Room #12`), `likely` is prose (`Say # this`), null is a comment, or none.
 *
 * Comments are set off by two spaces or more, so only a single space before the `#` counts; after one-word values
 * (`stage: agreed # exploring | forming`), numbers and conditions, a comment is a comment even so. The caller drops the
 * likely ones when a file has many of them: then they are a habit. `accordant-` comments are ours.
 */
function findCommentCut(text: string, start: number, end: number): 'slip' | 'likely' | null {
  if (!text.startsWith(' #', end)) return null
  if (text.startsWith('accordant-', end + 2) || text.startsWith(' accordant-', end + 2)) return null
  const value = text.slice(start, Math.min(end, start + maxLookahead))
  if (!/\p{L}/u.test(value)) return null
  if (wordAtStart.test(text.slice(end + 2, end + 3))) return 'slip'
  return isProse(value) ? 'likely' : null
}

/** `channel: #partners`, `trust.promises: # 4`: a value that was meant, and is not there. `end` is where the key ends. */
function isWholeValueCut(text: string, end: number): boolean {
  if (!text.startsWith(': #', end)) return false
  const comment = text.slice(end + 3, end + 3 + maxLookahead)
  return /^(?:[\p{L}\p{N}][^\s]*| \d+)[ \t]*(?:[\r\n]|$)/u.test(comment)
}

/** More likely cuts than this in one file are its author's way to write comments. */
const maxLikelyCuts = 3

const maxLookahead = 200
const wordAtStart = /^[\p{L}\p{N}]/u

/** It begins like a sentence, or has three words of letters; and is no condition (`a != "b" && c`). */
function isProse(value: string): boolean {
  if (/[=<>&|]/.test(value)) return false
  if (/^\p{Lu}/u.test(value)) return true
  const words = value.split(/\s+/).filter((word) => /^\p{L}[\p{L}'’-]*[,.;:?!]?$/u.test(word))
  return words.length >= 3
}
