import { questionsOf } from '../../model/questionnaire.ts'
import type { SourcedFinding } from '../sourced.ts'
import { type Advised, type AdvisedQuestion, advice } from './advised.ts'

/** Of a mirrored pair one asks about us and the other about them; else there is nothing to hold together. */
export function mirrors(
  { question, origin }: AdvisedQuestion,
  { questionnaire }: Advised,
): readonly SourcedFinding[] {
  if (question.dimension === null || question.mirror === null) return []
  const { id, mirror } = question
  const other = questionsOf(questionnaire).find((own) => own.id === mirror)
  if (other === undefined) return []
  const about = [question.about, other.about].toSorted().join()
  if (about === 'them,us') return []
  return [
    advice(origin, ['mirror'], {
      id: 'question.mirror',
      message: `"${id}" and "${mirror}" are not held together: one has to be about us, the other about them`,
      fix: 'Write "about: us" on the one that asks about the own side, and "about: them" on the other',
    }),
  ]
}
