import type { Path } from '../../model/finding.ts'
import { quoteWord } from '../problem.ts'
import type { TextRange } from '../value-builder.ts'
import { addTextProblem, type PlanReading } from './reading.ts'

/** Says once for a heading what under it was not placed. */
export function addUnplacedProblem(
  reading: PlanReading,
  { title }: { readonly title: string },
  unplaced: readonly TextRange[],
  path: Path,
): void {
  const [first] = unplaced
  if (first === undefined) return
  const more = unplaced.length === 1 ? '' : `, nor ${unplaced.length - 1} more under this heading`
  const under = title === '' ? 'before the first heading' : `under ${quoteWord(title)}`
  addTextProblem(
    reading,
    'schema.unknown-key',
    `This text ${under} is not placed in the plan${more}`,
    first,
    {
      path,
      severity: 'info',
      fix: 'Write a list, a table or "Key: value" if the plan should hold it; other text is for its readers only',
    },
  )
}
