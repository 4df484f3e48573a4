import { haveSameScale } from '../../model/forms/forms.ts'
import { listQuestions, type Question } from '../../model/questionnaire.ts'
import type { Message } from '../../words/message.ts'
import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdviceInput, type AdvisedQuestion, createAdvice } from './advice-input.ts'

/**
 * Two mirrored questions can be compared only if one asks about us and the other about them, on one scale, and neither is in another
 * pair: else scoring leaves them out.
 */
export function checkMirrorPair(
  { question, origin }: AdvisedQuestion,
  { questionnaire }: AdviceInput,
): readonly SourcedFinding[] {
  if (question.dimension === null || question.mirror === null) return []
  const all = listQuestions(questionnaire)
  const other = all.find(({ id }) => id === question.mirror)
  if (other === undefined) return []
  const problem = findProblem([question, other], all)
  return problem === null
    ? []
    : [createAdvice(origin, ['mirror'], { id: 'question.mirror', ...problem })]
}

function findProblem(
  [question, other]: readonly [Question, Question],
  all: readonly Question[],
): { readonly message: Message; readonly fix: Message } | null {
  const pair = { id: question.id, mirror: other.id }
  if ([question.about, other.about].toSorted().join() !== 'them,us') {
    return { message: { say: 'mirror-subjects', ...pair }, fix: { say: 'mirror-subjects-fix' } }
  }
  if (!haveSameScale(question.form, other.form)) {
    return { message: { say: 'mirror-scales', ...pair }, fix: { say: 'mirror-scales-fix' } }
  }
  const third = all.find(
    ({ id, mirror, about, scored }) =>
      scored && about === question.about && mirror === other.id && id !== question.id,
  )
  return third === undefined
    ? null
    : {
        message: { say: 'mirror-in-two-pairs', id: other.id, pairs: [question.id, third.id] },
        fix: { say: 'mirror-in-two-pairs-fix' },
      }
}
