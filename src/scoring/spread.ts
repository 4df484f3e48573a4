import { getFormType } from '../model/forms/forms.ts'
import type { Question } from '../model/questionnaire.ts'
import type { AnswerCounts } from './answer-counts.ts'
import { computeMoments, computeVariance } from './counts.ts'
import { sum, tolerance } from './numbers.ts'

/** Standard deviation (n − 1) of one partner's answers on the question's own scale; null under two of them. */
export function computeStandardDeviation(tally: AnswerCounts): number | null {
  const variance = computeVariance(computeMoments(tally.values))
  return variance === null ? null : Math.sqrt(variance)
}

/**
 * Agreement within one partner on a rating or yes-no: rwg = 1 − s² / ((A² − 1) / 12) for a scale of A values, the spread of
 * answers drawn at random. 1 is full agreement; negative is more spread than chance. Null under two answers.
 * Source: James, Demaree and Wolf 1984; design section 3, rule 7.
 */
export function computeRwg(question: Question, tally: AnswerCounts): number | null {
  const ratio = computeSpreadRatio(question, tally)
  return ratio === null ? null : 1 - ratio
}

/**
 * Agreement within one partner on a dimension, over its ratings with two answers or more: with J of them and the mean ratio
 * r of spread to chance, J(1 − r) / (J(1 − r) + r). Null with none, or with more spread than chance (r over 1).
 * Source: James, Demaree and Wolf 1984; design section 3, rule 7.
 */
export function computeRwgj(
  questions: readonly Question[],
  tallyOf: (question: Question) => AnswerCounts,
): number | null {
  const ratios = questions
    .filter((question) => question.form.type === 'rating')
    .flatMap((question) => computeSpreadRatio(question, tallyOf(question)) ?? [])
  if (ratios.length === 0) return null
  const r = sum(ratios) / ratios.length
  if (r > 1 + tolerance) return null
  const agreed = ratios.length * Math.max(0, 1 - r)
  return agreed / (agreed + r)
}

/** s² against the variance of the uniform null; null where there is none. */
function computeSpreadRatio(question: Question, tally: AnswerCounts): number | null {
  const steps = getFormType(question.form).countSteps?.(question.form)
  const variance = computeVariance(computeMoments(tally.values))
  if (steps === undefined || variance === null) return null
  return variance / (((steps + 1) ** 2 - 1) / 12)
}
