import type { Questionnaire } from './questionnaire.ts'

/**
 * Each scored question's share of the overall weight, 0..1, by full id: its weight over that of the scored questions of its dimension,
 * times the dimension's over that of all dimensions with one, whatever was answered. Source: design section 3, fine print.
 */
export function computeWeightShares(questionnaire: Questionnaire): ReadonlyMap<string, number> {
  const dimensions = questionnaire.dimensions
    .map(({ weight, questions }) => ({ weight, scored: questions.filter(({ scored }) => scored) }))
    .filter(({ scored }) => scored.length > 0)
  const outer = toShares(dimensions.map(({ weight }) => weight))
  return new Map(
    dimensions.flatMap(({ scored }, index) => {
      const inner = toShares(scored.map(({ weight }) => weight))
      return scored.map(({ id }, at) => [id, (outer[index] ?? 0) * (inner[at] ?? 0)] as const)
    }),
  )
}

/** Weights as shares of their sum; measured by the largest, so that no sum overflows. */
function toShares(weights: readonly number[]): readonly number[] {
  const measured = weights.map((weight) => weight / Math.max(...weights))
  const whole = measured.reduce((sum, weight) => sum + weight, 0)
  return measured.map((weight) => weight / whole)
}
