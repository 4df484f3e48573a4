import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdviceInput, type AdvisedQuestion, createAdvice } from './advice-input.ts'

/** Next steps and the path to the next level are chosen by effort: one that was left out counts as medium. */
export function checkPracticeEffort(
  { file, origin }: AdvisedQuestion,
  { isWritten }: AdviceInput,
): readonly SourcedFinding[] {
  if (!('practice' in file) || file.practice === undefined) return []
  if (isWritten(origin, ['practice', 'effort'])) return []
  return [
    createAdvice(origin, ['practice'], {
      id: 'practice.effort',
      message: { say: 'practice-effort' },
      fix: { say: 'practice-effort-fix' },
    }),
  ]
}
