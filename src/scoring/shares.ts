import type { Questionnaire } from '../model/questionnaire.ts'
import { toShares } from './numbers.ts'
import { listScoredQuestions } from './partnership-scores.ts'

/**
 * Each scored question's share of the overall weight, 0..1, by id: its weight over that of the scored questions of its dimension, times
 * the dimension's over that of all dimensions with one, whatever was answered. Source: design section 3, fine print.
 */
export function computeWeightShares(questionnaire: Questionnaire): ReadonlyMap<string, number> {
  const dimensions = questionnaire.dimensions
    .map((dimension) => ({ weight: dimension.weight, scored: listScoredQuestions(dimension) }))
    .filter(({ scored }) => scored.length > 0)
  const outer = toShares(dimensions.map(({ weight }) => weight)) ?? []
  return new Map(
    dimensions.flatMap(({ scored }, index) => {
      const inner = toShares(scored.map(({ weight }) => weight)) ?? []
      return scored.map(({ id }, at) => [id, (outer[index] ?? 0) * (inner[at] ?? 0)] as const)
    }),
  )
}
