import type { Path } from '../../model/finding.ts'
import type { Message } from '../../words/message.ts'
import { type TextRange, toSpan } from '../lines.ts'
import { clipWord, createTextProblem, type TextProblem } from '../problem.ts'

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

export function getLineNumber({ text }: PlanReading, offset: number): number {
  return toSpan(text, offset, offset).line
}

/** One problem for all the text under a heading that was not placed. */
export function addUnplacedProblem(
  reading: PlanReading,
  { title }: { readonly title: string },
  unplaced: readonly TextRange[],
  path: Path,
): void {
  const [first] = unplaced
  if (first === undefined) return
  const more = unplaced.length - 1
  addTextProblem(
    reading,
    'schema.unknown-key',
    title === ''
      ? { say: 'text-before-headings-unread', more }
      : { say: 'text-unread', heading: clipWord(title), more },
    first,
    { path, severity: 'info', fix: { say: 'text-unread-fix' } },
  )
}
