import { questionsOf } from '../../model/questionnaire.ts'
import { ownFile, type SourcedFinding } from '../sourced.ts'
import { type Advised, advice } from './advised.ts'

/** Where everything is a must, one low answer decides every time and the score tells nothing. */
export function musts({ questionnaire }: Advised): readonly SourcedFinding[] {
  const scored = questionsOf(questionnaire).filter((question) => question.scored)
  const own = scored.filter(({ must }) => must !== null)
  if (scored.length < 3 || own.length < scored.length) return []
  return [
    advice(ownFile, ['levels'], {
      id: 'level.all-musts',
      message: `Every one of the ${scored.length} scored questions is a must: the lowest answer alone decides the level`,
      fix: 'Keep "must" for the few things without which nothing else counts',
    }),
  ]
}
