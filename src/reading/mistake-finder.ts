import { findCommentCut, isWholeValueCut, maxLikelyCuts } from './comment-cut.ts'
import { findLineEnd, type TextRange } from './lines.ts'
import type { TextProblem } from './problem.ts'
import { refusals } from './refusals.ts'
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

  constructor(text: string, builder: ValueBuilder) {
    this.#text = text
    this.#builder = builder
  }

  /** A plain scalar about to become a value. */
  plain({ start, end }: TextRange): void {
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

const asWarning = { severity: 'warning' } as const
