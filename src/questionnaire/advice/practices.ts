import type { SourcedFinding } from '../sourced.ts'
import { type Advised, type AdvisedQuestion, advice } from './advised.ts'

/** Next steps and the path to the next level are chosen by effort: one that was left out counts as medium. */
export function practices(
  { file, origin }: AdvisedQuestion,
  { isWritten }: Advised,
): readonly SourcedFinding[] {
  if (!('practice' in file) || file.practice === undefined) return []
  if (isWritten(origin, ['practice', 'effort'])) return []
  return [
    advice(origin, ['practice'], {
      id: 'practice.effort',
      message: 'The practice has no effort, and counts as medium',
      fix: 'Say "effort: small", "medium" or "large": about a week, two weeks or a month until it is done',
    }),
  ]
}
