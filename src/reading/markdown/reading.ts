import type { Path } from '../../model/finding.ts'
import { spanAt } from '../lines.ts'
import { type Problem, problem } from '../problem.ts'
import type { Range } from '../value-builder.ts'

/** What comes up while a Markdown plan is read. */
export interface Reading {
  readonly text: string
  readonly problems: Problem[]
  /** Names of people and partners, to be looked up when all are known; in the order of the text. */
  readonly later: ((names: Names) => void)[]
}

/** What the plan's names stand for. */
export interface Names {
  person(name: string): Named
  partner(name: string): Named
  objective(name: string): Named
}

/** An id; or why there is none. */
export type Named =
  | { readonly id: string }
  | { readonly id: null; readonly reason: 'several' | 'unknown' }

const most = 200

/** Says what could not be read. `schema.value` and the like: a warning that the value is left out. */
export function tell(
  { problems }: Reading,
  id: string,
  message: string,
  range: Range,
  more: { readonly path: Path; readonly fix?: string; readonly severity?: 'info' | 'warning' },
): void {
  if (problems.length >= most) return
  const { path, fix = null, severity = 'warning' } = more
  const told = { id, message, start: range.start, end: range.end, fix: fix ?? '' }
  problems.push(problem(told, { path, severity, fix }))
}

export function lineOf({ text }: Reading, offset: number): number {
  return spanAt(text, offset, offset).line
}
