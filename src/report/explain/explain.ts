import { suggestion } from '../../model/did-you-mean.ts'
import { type Check, type Questionnaire, questionsOf } from '../../model/questionnaire.ts'
import type { Telling } from '../telling.ts'
import { explainCheck } from './check.ts'
import { explainDimension } from './dimension.ts'
import type { Explanation } from './explanation.ts'
import { explainLevel } from './level.ts'
import { explainQuestion } from './question.ts'

/**
 * What an id stands for and, where there are answers, how its number came about. `telling` is null without answers.
 * Null when the questionnaire knows no such id.
 */
export function explain(
  id: string,
  questionnaire: Questionnaire,
  telling: Telling | null,
): Explanation | null {
  const question = [...questionnaire.profile, ...questionsOf(questionnaire)].find(
    (candidate) => candidate.id === id,
  )
  if (question !== undefined) return explainQuestion(question, questionnaire, telling)
  const dimension = questionnaire.dimensions.find((candidate) => candidate.id === id)
  if (dimension !== undefined) return explainDimension(dimension, questionnaire, telling)
  const check = checksOf(questionnaire).find((candidate) => candidate.id === id)
  if (check !== undefined) return explainCheck(check, questionnaire)
  const level = questionnaire.levels.find((candidate) => candidate.id === id)
  return level === undefined ? null : explainLevel(level, questionnaire, telling)
}

/** What to say of an id that is not there. */
export function unknownId(id: string, questionnaire: Questionnaire): string {
  const known = [
    ...questionsOf(questionnaire).map((question) => question.id),
    ...checksOf(questionnaire).map((check) => check.id),
    ...questionnaire.profile.map((question) => question.id),
    ...questionnaire.dimensions.map((dimension) => dimension.id),
    ...questionnaire.levels.map((level) => level.id),
  ]
  return `"${id}" is no question, check, dimension or level of "${questionnaire.id}"${suggestion(id, known)}`
}

function checksOf({ dimensions }: Questionnaire): readonly Check[] {
  return dimensions.flatMap(({ checks }) => checks)
}
