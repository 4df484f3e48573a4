import { listQuestions } from '../../model/questionnaire.ts'
import { ownFile, type SourcedFinding } from '../sourced-finding.ts'
import { type AdviceInput, createAdvice } from './advice-input.ts'

/** Where everything is a must, one low answer decides every time and the score tells nothing. */
export function checkAllMusts({ questionnaire }: AdviceInput): readonly SourcedFinding[] {
  const scored = listQuestions(questionnaire).filter((question) => question.scored)
  const own = scored.filter(({ must }) => must !== null)
  if (scored.length < 3 || own.length < scored.length) return []
  return [
    createAdvice(ownFile, ['levels'], {
      id: 'level.all-musts',
      message: `Every one of the ${scored.length} scored questions is a must: the lowest answer alone decides the level`,
      fix: 'Keep "must" for the few things without which nothing else counts',
    }),
  ]
}
