import { listQuestions } from '../../model/questionnaire.ts'
import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdviceInput, type AdvisedQuestion, createAdvice } from './advice-input.ts'

/** Of a mirrored pair one asks about us and the other about them; else there is nothing to hold together. */
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
      message: `"${id}" and "${mirror}" are not held together: one has to be about us, the other about them`,
      fix: 'Write "about: us" on the one that asks about the own side, and "about: them" on the other',
    }),
  ]
}
