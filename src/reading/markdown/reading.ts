import type { Path } from '../../model/finding.ts'
import type { Message } from '../../words/message.ts'
import type { TextRange } from '../lines.ts'
import { createTextProblem, type TextProblem } from '../problem.ts'

/** What comes up while a Markdown plan is read. */
export interface PlanReading {
  readonly text: string
  readonly problems: TextProblem[]
  /** Names of people and partners, to be looked up when all are known; in the order of the text. */
  readonly deferred: ((names: NameResolver) => void)[]
}

/** What the plan's names stand for. */
export interface NameResolver {
  person(name: string): ResolvedName
  partner(name: string): ResolvedName
  objective(name: string): ResolvedName
}

/** An id; or why there is none. */
export type ResolvedName =
  | { readonly id: string }
  | { readonly id: null; readonly reason: 'several' | 'unknown' }

const maxProblems = 200

/** Says what could not be read. `schema.value` and the like: a warning that the value is left out. */
export function addTextProblem(
  { problems }: PlanReading,
  id: string,
  message: Message,
  range: TextRange,
  more: {
    readonly path: Path
    readonly fix?: Message | null
    readonly severity?: 'info' | 'warning'
  },
): void {
  if (problems.length >= maxProblems) return
  const { path, fix = null, severity = 'warning' } = more
  problems.push(createTextProblem({ id, message, fix }, range, { path, severity }))
}
