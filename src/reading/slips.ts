import { commentCut, habit, wholeCut } from './comment-cut.ts'
import { lineEnd } from './lines.ts'
import { type Problem, quoted } from './problem.ts'
import { cutText, unusedAnchor } from './refusals.ts'
import type { Range, ValueBuilder } from './value-builder.ts'

/** Nobody reads on after so many of one kind. */
const most = 20

/** Finds what is good YAML and surely, or likely, not what its author meant: all of it warnings. */
export class SlipFinder {
  readonly #text: string
  readonly #builder: ValueBuilder
  readonly #sure: Problem[] = []
  readonly #likely: Problem[] = []
  readonly #named = new Map<string, Problem>()

  constructor(text: string, builder: ValueBuilder) {
    this.#text = text
    this.#builder = builder
  }

  /** A plain scalar about to become a value. */
  plain({ start, end }: Range): void {
    if (!this.#text.startsWith(' #', end) || this.#sure.length === most) return
    const cut = commentCut(this.#text, start, end)
    if (cut !== null) (cut === 'slip' ? this.#sure : this.#likely).push(this.#cut(end + 1))
  }

  /** An empty value about to be set; `end` is where its key ends. */
  empty(end: number): void {
    if (this.#sure.length < most && wholeCut(this.#text, end)) this.#sure.push(this.#cut(end + 2))
  }

  /** A plain scalar under a name: `&important thing` reads as "thing". */
  named(name: string, range: Range): void {
    const severity = 'warning'
    this.#named.set(name, this.#builder.problem(unusedAnchor(name), range, { severity }))
  }

  found(): readonly Problem[] {
    const likely = this.#likely.length > habit ? [] : this.#likely
    const unused = [...this.#named].filter(([name]) => !this.#builder.isAliased(name))
    return [...this.#sure, ...likely, ...unused.map(([, problem]) => problem)]
  }

  #cut(start: number): Problem {
    const end = lineEnd(this.#text, start)
    const telling = cutText(quoted(this.#text.slice(start, end)))
    return this.#builder.problem(telling, { start, end }, { severity: 'warning' })
  }
}
