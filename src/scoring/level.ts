import { type Level, listQuestions } from '../model/questionnaire.ts'
import { countOpen, getAnswerCounts } from './answer-counts.ts'
import type { Estimate, EstimateField } from './estimate.ts'
import { type BrokenMust, isLevelRuledOut, listBrokenMusts } from './must.ts'
import { isAtLeast, isLess } from './numbers.ts'
import type { PartnershipScores } from './partnership-scores.ts'

export interface LevelBounds {
  /** Null where something is not scored and the bounds disagree, or nothing applies. */
  readonly level: Level | null
  readonly low: Level | null
  readonly high: Level | null
}

/** Why a level does not hold; scores on 0..1. */
export type UnmetCondition =
  | { readonly code: 'score'; readonly value: number; readonly needs: number }
  | {
      readonly code: 'weakest'
      readonly dimension: string
      readonly partner: string
      readonly value: number
      readonly needs: number
    }
  | { readonly code: 'must'; readonly broken: BrokenMust }

/** The verdict, and what it could be at worst and at best. Source: design section 3, rules 5 and 6. */
export function findLevelBounds(standing: PartnershipScores): LevelBounds {
  const low = findLevelHeld(standing, 'low')
  const high = findLevelHeld(standing, 'high')
  const agreed = low === high ? low : null
  return { level: isFullyScored(standing) ? findLevelHeld(standing, 'value') : agreed, low, high }
}

/** Is every dimension of every partner scored, where anything applies at all? */
export function isFullyScored(standing: PartnershipScores): boolean {
  return standing.overall !== null && standing.overall.value !== null
}

/** Every condition of a level that is not met at a view: the score, then the weakest, then the musts. */
export function listUnmetConditions(
  standing: PartnershipScores,
  level: Level,
  view: EstimateField,
): readonly UnmetCondition[] {
  return [
    ...listUnmetScore(standing, level, view),
    ...listUnmetWeakest(standing, level, view),
    ...listUnmetMusts(standing, level, view),
  ]
}

/** The scored questions with an open answer, where the level depends on them; in questionnaire order. */
export function listDecidingQuestions(
  standing: PartnershipScores,
  levels: LevelBounds,
): readonly string[] {
  if (levels.low === levels.high) return []
  return listQuestions(standing.questionnaire)
    .filter((question) => question.scored)
    .map((question) => question.id)
    .filter((id) =>
      standing.partners.some(({ counts: tally }) => countOpen(getAnswerCounts(tally, id)) > 0),
    )
}

/** The level above, or null at the top. */
export function getLevelAbove(level: Level, levels: readonly Level[]): Level | null {
  return levels[levels.indexOf(level) - 1] ?? null
}

function findLevelHeld(standing: PartnershipScores, view: EstimateField): Level | null {
  if (standing.overall === null) return null
  const { levels } = standing.questionnaire
  const holding = levels.find((level) => listUnmetConditions(standing, level, view).length === 0)
  return holding ?? levels.at(-1) ?? null
}

function listUnmetScore(
  standing: PartnershipScores,
  level: Level,
  view: EstimateField,
): readonly UnmetCondition[] {
  const value = getEstimateField(standing.overall, view)
  const needs = level.score / 100
  return value === null || isAtLeast(value, needs) ? [] : [{ code: 'score', value, needs }]
}

function listUnmetWeakest(
  standing: PartnershipScores,
  level: Level,
  view: EstimateField,
): readonly UnmetCondition[] {
  const needs = level.weakest / 100
  return standing.questionnaire.dimensions.flatMap((dimension, index) =>
    standing.partners.flatMap((partner): readonly UnmetCondition[] => {
      const value = getEstimateField(partner.dimensions[index]?.estimate ?? null, view)
      if (value === null || !isLess(value, needs)) return []
      return [{ code: 'weakest', dimension: dimension.id, partner: partner.id, value, needs }]
    }),
  )
}

function listUnmetMusts(
  standing: PartnershipScores,
  level: Level,
  view: EstimateField,
): readonly UnmetCondition[] {
  const tallies = standing.partners.map((partner) => partner.counts)
  return listBrokenMusts(standing.questionnaire, tallies, view)
    .filter((broken) => isLevelRuledOut(broken.must, level, standing.questionnaire.levels))
    .map((broken) => ({ code: 'must', broken }))
}

function getEstimateField(estimate: Estimate | null, view: EstimateField): number | null {
  return estimate === null ? null : estimate[view]
}
