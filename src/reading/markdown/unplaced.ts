import type { Path } from '../../model/finding.ts'
import type { TextRange } from '../lines.ts'
import { clipWord } from '../problem.ts'
import { addTextProblem, type PlanReading } from './reading.ts'

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
