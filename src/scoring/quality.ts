import { listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import { findAnswer, type Person } from './answer-counts.ts'

const minRatings = 10

/** How many people gave the same number to nearly every rating: 90 % of ten or more. Source: design section 3, rule 9. */
export function countStraight(questionnaire: Questionnaire, people: readonly Person[]): number {
  const ratings = listQuestions(questionnaire).filter(({ form }) => form.type === 'rating')
  return people.filter((person) =>
    isStraight(
      ratings.flatMap(({ id }) => {
        const answer = findAnswer(person, id)
        return answer?.state === 'answered' ? [answer.value] : []
      }),
    ),
  ).length
}

/** Of one person's answers to ratings. */
export function isStraight(values: readonly unknown[]): boolean {
  if (values.length < minRatings) return false
  const times = new Map<unknown, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return Math.max(...times.values()) * 10 >= values.length * 9
}
