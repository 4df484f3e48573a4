import type { PlanCompleteness } from '../model/check-run.ts'
import type { Questionnaire } from '../model/questionnaire.ts'
import { computeMeanOfAll, computeMeanOfAnswered, type Estimate, toScore } from './estimate.ts'

/** What a counted check gives to the plan's score. */
interface CheckShare {
  /** The dimension's id. */
  readonly dimension: string
  readonly weight: number
  /** The share of its visits that pass, 0..1. */
  readonly share: number
}

/**
 * How complete the written plan is, with the arithmetic of answers: checks to dimensions to the whole. Where no check
 * counts there is no score. Source: design section 3, rule 12.
 */
export function scorePlan(
  { dimensions }: Pick<Questionnaire, 'dimensions'>,
  shares: readonly CheckShare[],
): PlanCompleteness {
  const estimates = dimensions.map(({ id, weight }) => {
    const own = shares
      .filter(({ dimension }) => dimension === id)
      .map((check) => ({ weight: check.weight, estimate: makeCertainEstimate(check.share) }))
    return { id, weight, estimate: computeMeanOfAnswered(own, 0) }
  })
  return {
    score: toScore(computeMeanOfAll(estimates)),
    dimensions: estimates.map(({ id, estimate }) => ({ id, score: toScore(estimate) })),
  }
}

function makeCertainEstimate(share: number): Estimate {
  return { value: share, low: share, high: share, coverage: 1 }
}
