import { listQuestions } from '../model/questionnaire.ts'
import type { Reason, Verdict } from '../model/result.ts'
import { countOpen, getAnswerCounts } from './answer-counts.ts'
import {
  getLevelAbove,
  isFullyScored,
  type LevelBounds,
  listUnmetConditions,
  type UnmetCondition,
} from './level.ts'
import { type Limits, listMissedLimits } from './limits.ts'
import { listLiftedMusts } from './must.ts'
import type { PartnerScores, PartnershipScores } from './partnership-scores.ts'
import { hasQuorum } from './quorum.ts'

/**
 * The level with its range, and all that holds it down: too few partners, every unmet condition of the next level, or the
 * dimensions without enough answers; and every limit that is missed. Scores on 0..100. Source: design section 3, rule 5 and fine print.
 */
export function buildVerdict(
  scores: PartnershipScores,
  levels: LevelBounds,
  limits: Limits,
): Omit<Verdict, 'withoutOne'> {
  const missed = listMissedLimits(scores, levels, limits)
  return {
    pass: missed.length === 0,
    level: levels.level?.id ?? null,
    levelLow: levels.low?.id ?? null,
    levelHigh: levels.high?.id ?? null,
    reasons: [...listLevelReasons(scores, levels), ...missed],
    lifted: listLiftedMusts(scores),
    decidedBy: [...listDecidingQuestions(scores, levels)],
  }
}

function listLevelReasons(scores: PartnershipScores, levels: LevelBounds): readonly Reason[] {
  if (!hasQuorum(scores.quorum)) return [{ code: 'partners', ...scores.quorum }]
  if (!isFullyScored(scores)) return listNotScored(scores)
  const next = levels.level && getLevelAbove(levels.level, scores.questionnaire.levels)
  return next === null ? [] : listUnmetConditions(scores, next, 'value').map(toReason)
}

function listNotScored(scores: PartnershipScores): readonly Reason[] {
  const needs = scores.questionnaire.coverage
  return scores.questionnaire.dimensions.flatMap((dimension, index) =>
    scores.partners.flatMap((partner): readonly Reason[] => {
      const estimate = partner.dimensions[index]?.estimate ?? null
      if (estimate === null || estimate.value !== null) return []
      const { coverage } = estimate
      return [{ code: 'not-scored', dimension: dimension.id, partner: partner.id, coverage, needs }]
    }),
  )
}

function toReason(unmet: UnmetCondition): Reason {
  switch (unmet.code) {
    case 'score':
      return { code: 'score', value: unmet.value * 100, needs: unmet.needs * 100 }
    case 'weakest':
      return { ...unmet, value: unmet.value * 100, needs: unmet.needs * 100 }
    case 'must': {
      const { question, partner, below, of, mean, must } = unmet.broken
      return {
        code: 'must',
        question: question.id,
        partner,
        below,
        of,
        value: mean,
        needs: must.least,
      }
    }
    default:
      return unmet satisfies never
  }
}

/** The scored questions with an open answer, where the level depends on them; in questionnaire order. */
function listDecidingQuestions(scores: PartnershipScores, levels: LevelBounds): readonly string[] {
  if (levels.low === levels.high) return []
  return listQuestions(scores.questionnaire)
    .filter(({ scored, id }) => {
      const isOpen = ({ counts }: PartnerScores) => countOpen(getAnswerCounts(counts, id)) > 0
      return scored && scores.partners.some(isOpen)
    })
    .map(({ id }) => id)
}
