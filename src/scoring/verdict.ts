import type { Reason, Verdict } from '../model/result.ts'
import {
  decidedBy,
  isScored,
  type Levels,
  levelAbove,
  type Unmet,
  unmetConditions,
} from './level.ts'
import { type Limits, missedLimits } from './limits.ts'

import type { Standing } from './standing.ts'

/**
 * The level with its range, and all that holds it down: every unmet condition of the next level, or the dimensions without
 * enough answers; and every limit that is missed. Scores on 0..100. Source: design section 3, rule 5 and fine print.
 */
export function verdictOf(standing: Standing, levels: Levels, limits: Limits): Verdict {
  const missed = missedLimits(standing, levels, limits)
  return {
    pass: missed.length === 0,
    level: levels.level?.id ?? null,
    levelLow: levels.low?.id ?? null,
    levelHigh: levels.high?.id ?? null,
    reasons: [...holdingDown(standing, levels), ...missed],
    decidedBy: [...decidedBy(standing, levels)],
  }
}

function holdingDown(standing: Standing, levels: Levels): readonly Reason[] {
  if (!isScored(standing)) return notScored(standing)
  const next = levels.level && levelAbove(levels.level, standing.questionnaire.levels)
  return next === null ? [] : unmetConditions(standing, next, 'value').map(reasonOf)
}

function notScored(standing: Standing): readonly Reason[] {
  const needs = standing.questionnaire.coverage
  return standing.questionnaire.dimensions.flatMap((dimension, index) =>
    standing.partners.flatMap((partner): readonly Reason[] => {
      const estimate = partner.dimensions[index]?.estimate ?? null
      if (estimate === null || estimate.value !== null) return []
      const { coverage } = estimate
      return [{ code: 'not-scored', dimension: dimension.id, partner: partner.id, coverage, needs }]
    }),
  )
}

function reasonOf(unmet: Unmet): Reason {
  switch (unmet.code) {
    case 'score':
      return { code: 'score', value: unmet.value * 100, needs: unmet.needs * 100 }
    case 'weakest':
      return { ...unmet, value: unmet.value * 100, needs: unmet.needs * 100 }
    case 'must': {
      const { question, partner, mean, must } = unmet.broken
      return { code: 'must', question: question.id, partner, value: mean, needs: must.least }
    }
    default:
      return unmet satisfies never
  }
}
