import { listQuestions } from '../../model/questionnaire.ts'
import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdviceInput, type AdvisedQuestion, createAdvice } from './advice-input.ts'

/** Only where one question of a mirrored pair asks about us and the other about them can the two be compared. */
export function checkMirrorSubjects(
  { question, origin }: AdvisedQuestion,
  { questionnaire }: AdviceInput,
): readonly SourcedFinding[] {
  if (question.dimension === null || question.mirror === null) return []
  const { id, mirror } = question
  const other = listQuestions(questionnaire).find((own) => own.id === mirror)
  if (other === undefined) return []
  const about = [question.about, other.about].toSorted().join()
  if (about === 'them,us') return []
  return [
    createAdvice(origin, ['mirror'], {
      id: 'question.mirror',
      message: { say: 'mirror-subjects', id, mirror },
      fix: { say: 'mirror-subjects-fix' },
    }),
  ]
}
