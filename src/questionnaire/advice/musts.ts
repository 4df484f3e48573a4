import { listQuestions } from '../../model/questionnaire.ts'
import { ownFile, type SourcedFinding } from '../sourced-finding.ts'
import { type AdviceInput, createAdvice } from './advice-input.ts'

/** Where everything is a must, one low answer decides every time and the score means nothing. */
export function checkAllMusts({ questionnaire }: AdviceInput): readonly SourcedFinding[] {
  const scored = listQuestions(questionnaire).filter((question) => question.scored)
  const own = scored.filter(({ must }) => must !== null)
  if (scored.length < 3 || own.length < scored.length) return []
  return [
    createAdvice(ownFile, ['levels'], {
      id: 'level.all-musts',
      message: { say: 'all-musts', count: scored.length },
      fix: { say: 'all-musts-fix' },
    }),
  ]
}
