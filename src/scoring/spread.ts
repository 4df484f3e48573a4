import { getFormType } from '../model/forms/forms.ts'
import type { Question } from '../model/questionnaire.ts'
import { type AnswerCounts, getAnswerCounts, type PartnerCounts } from './answer-counts.ts'
import { computeMoments, computeVariance } from './counts.ts'
import { sum, tolerance } from './numbers.ts'

/** Standard deviation (n − 1) of one partner's answers on the question's own scale; null under two of them. */
export function computeStandardDeviation(answers: AnswerCounts): number | null {
  const variance = computeVariance(computeMoments(answers.values))
  return variance === null ? null : Math.sqrt(variance)
}

/**
 * Agreement within one partner on a rating or yes-no: rwg = 1 − s² / ((A² − 1) / 12) for a scale of A values, the spread of
 * answers drawn at random. 1 is full agreement; negative is more spread than chance. Null under two answers.
 * Source: James, Demaree and Wolf 1984; design section 3, rule 7.
 */
export function computeRwg(question: Question, answers: AnswerCounts): number | null {
  const ratio = computeSpreadRatio(question, answers)
  return ratio === null ? null : 1 - ratio
}

/**
 * Agreement within one partner on a dimension, over its ratings with two answers or more: with J of them and the mean ratio
 * r of spread to chance, J(1 − r) / (J(1 − r) + r). Null with none, or with more spread than chance (r over 1).
 * Source: James, Demaree and Wolf 1984; design section 3, rule 7.
 */
export function computeRwgj(questions: readonly Question[], partner: PartnerCounts): number | null {
  const ratios = questions
    .filter((question) => question.form.type === 'rating')
    .flatMap(
      (question) => computeSpreadRatio(question, getAnswerCounts(partner, question.id)) ?? [],
    )
  if (ratios.length === 0) return null
  const r = sum(ratios) / ratios.length
  if (r > 1 + tolerance) return null
  const agreed = ratios.length * Math.max(0, 1 - r)
  return agreed / (agreed + r)
}

/** How many values a rating or yes-no has; null for what has none to count. */
export function countValuesOfScale({ form }: Question): number | null {
  const steps = getFormType(form).countSteps?.(form)
  return steps === undefined ? null : steps + 1
}

/** s² against the variance of the uniform null; null where there is none. */
function computeSpreadRatio(question: Question, answers: AnswerCounts): number | null {
  const values = countValuesOfScale(question)
  const variance = computeVariance(computeMoments(answers.values))
  if (values === null || variance === null) return null
  return variance / ((values ** 2 - 1) / 12)
}
