import type { Question } from '../model/questionnaire.ts'
import type { Effort } from '../model/vocabulary.ts'

const effortWeights: Readonly<Record<Effort, number>> = { small: 1, medium: 3, large: 8 }

/** What one step on a question costs: 1, 3 or 8; a question without a practice counts as medium. Design section 3, rule 11. */
export function getEffort(question: Question): number {
  return effortWeights[question.practice?.effort ?? 'medium']
}
