import type { PlanScore } from '../model/check-run.ts'
import type { Questionnaire } from '../model/questionnaire.ts'
import { computeMeanOfAll, computeMeanOfAnswered, type Estimate, toScore } from './estimate.ts'
import { findLevelBounds } from './level.ts'
import { type Limits, listMissedLimits, type MissedLimit } from './limits.ts'
import type { PartnershipScores } from './partnership-scores.ts'

/** What a counted check gives to the plan's score. */
interface CheckShare {
  /** The dimension's id. */
  readonly dimension: string
  readonly weight: number
  /** The share of its visits that pass, 0..1. */
  readonly share: number
}

interface ScoredPlan {
  readonly planScore: Omit<PlanScore, 'stage'>
  readonly missed: readonly MissedLimit[]
}

/**
 * The written plan's score, level and missed limits, with the arithmetic of answers: checks to dimensions to the whole, as
 * if one partner had answered everything and no question were a must. Source: design section 3, rule 10.
 */
export function scorePlan(
  questionnaire: Questionnaire,
  shares: readonly CheckShare[],
  limits: Limits,
): ScoredPlan {
  const byDimension = new Map(
    questionnaire.dimensions.map(({ id }) => [id, [] as { weight: number; estimate: Estimate }[]]),
  )
  for (const { dimension, weight, share } of shares) {
    byDimension.get(dimension)?.push({ weight, estimate: makeCertainEstimate(share) })
  }
  const dimensions = questionnaire.dimensions.map((dimension) => ({
    dimension: { ...dimension, questions: [] },
    estimate: computeMeanOfAnswered(byDimension.get(dimension.id) ?? [], 0),
  }))
  const overall = computeMeanOfAll(
    dimensions.map(({ dimension, estimate }) => ({ weight: dimension.weight, estimate })),
  )
  const scores: PartnershipScores = {
    questionnaire: { ...questionnaire, dimensions: dimensions.map(({ dimension }) => dimension) },
    partners: [
      {
        id: 'plan',
        counts: { id: 'plan', respondents: 1, questions: new Map() },
        dimensions,
        overall,
      },
    ],
    dimensions,
    overall,
    quorum: { value: 1, needs: 1 },
  }
  const levels = findLevelBounds(scores)
  return {
    planScore: {
      score: toScore(overall),
      level: levels.level?.id ?? null,
      dimensions: dimensions.map(({ dimension, estimate }) => ({
        id: dimension.id,
        score: toScore(estimate),
      })),
    },
    missed: listMissedLimits(scores, levels, limits),
  }
}

function makeCertainEstimate(share: number): Estimate {
  return { value: share, low: share, high: share, coverage: 1 }
}
