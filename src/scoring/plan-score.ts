import type { PlanStanding } from '../model/check-run.ts'
import type { Questionnaire } from '../model/questionnaire.ts'
import { type Estimate, meanOfAll, meanOfAnswered } from './estimate.ts'
import { levelsOf } from './level.ts'
import { type Limits, type Missed, missedLimits } from './limits.ts'
import { scoreFrom } from './printed.ts'
import type { Standing } from './standing.ts'

/** What a counted check gives to the plan's score. */
export interface CheckShare {
  /** The dimension's id. */
  readonly dimension: string
  readonly weight: number
  /** The share of its visits that pass, 0..1. */
  readonly share: number
}

export interface ScoredPlan {
  readonly standing: Omit<PlanStanding, 'stage'>
  readonly missed: readonly Missed[]
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
    byDimension.get(dimension)?.push({ weight, estimate: certain(share) })
  }
  const dimensions = questionnaire.dimensions.map((dimension) => ({
    dimension: { ...dimension, questions: [] },
    estimate: meanOfAnswered(byDimension.get(dimension.id) ?? [], 0),
  }))
  const overall = meanOfAll(
    dimensions.map(({ dimension, estimate }) => ({ weight: dimension.weight, estimate })),
  )
  const standing: Standing = {
    questionnaire: { ...questionnaire, dimensions: dimensions.map(({ dimension }) => dimension) },
    partners: [
      {
        id: 'plan',
        tally: { id: 'plan', respondents: 1, questions: new Map() },
        dimensions,
        overall,
      },
    ],
    dimensions,
    overall,
  }
  const levels = levelsOf(standing)
  return {
    standing: {
      score: scoreFrom(overall),
      level: levels.level?.id ?? null,
      dimensions: dimensions.map(({ dimension, estimate }) => ({
        id: dimension.id,
        score: scoreFrom(estimate),
      })),
    },
    missed: missedLimits(standing, levels, limits),
  }
}

function certain(share: number): Estimate {
  return { value: share, low: share, high: share, coverage: 1 }
}
