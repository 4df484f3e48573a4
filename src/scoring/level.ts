import type { Level, Must } from '../model/questionnaire.ts'
import type { EstimateField } from './estimate.ts'
import { type BrokenMust, listBrokenMusts } from './must.ts'
import { isAtLeast, isLess } from './numbers.ts'
import type { PartnershipScores } from './partnership-scores.ts'
import { hasQuorum } from './quorum.ts'

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

/** The verdict, and what it could be at worst and at best; none of it without enough partners. Source: design section 3, rules 5 and 6. */
export function findLevelBounds(scores: PartnershipScores): LevelBounds {
  if (!hasQuorum(scores.quorum)) return { level: null, low: null, high: null }
  const low = findLevelHeld(scores, 'low')
  const high = findLevelHeld(scores, 'high')
  const agreed = low === high ? low : null
  return { level: isFullyScored(scores) ? findLevelHeld(scores, 'value') : agreed, low, high }
}

/** Is every dimension of every partner scored, where anything applies at all? */
export function isFullyScored(scores: PartnershipScores): boolean {
  return scores.overall !== null && scores.overall.value !== null
}

/** Every condition of a level that is not met at a view: the score, then the weakest, then the musts. */
export function listUnmetConditions(
  scores: PartnershipScores,
  level: Level,
  view: EstimateField,
): readonly UnmetCondition[] {
  return [
    ...listUnmetScore(scores, level, view),
    ...listUnmetWeakest(scores, level, view),
    ...listUnmetMusts(scores, level, view),
  ]
}

/** The level above, or null at the top. */
export function getLevelAbove(level: Level, levels: readonly Level[]): Level | null {
  return levels[levels.indexOf(level) - 1] ?? null
}

function findLevelHeld(scores: PartnershipScores, view: EstimateField): Level | null {
  if (scores.overall === null) return null
  const { levels } = scores.questionnaire
  const holding = levels.find((level) => listUnmetConditions(scores, level, view).length === 0)
  return holding ?? levels.at(-1) ?? null
}

function listUnmetScore(
  scores: PartnershipScores,
  level: Level,
  view: EstimateField,
): readonly UnmetCondition[] {
  const value = scores.overall?.[view] ?? null
  const needs = level.score / 100
  return value === null || isAtLeast(value, needs) ? [] : [{ code: 'score', value, needs }]
}

function listUnmetWeakest(
  scores: PartnershipScores,
  level: Level,
  view: EstimateField,
): readonly UnmetCondition[] {
  const needs = level.weakest / 100
  return scores.questionnaire.dimensions.flatMap((dimension, index) =>
    scores.partners.flatMap((partner): readonly UnmetCondition[] => {
      const value = partner.dimensions[index]?.estimate?.[view] ?? null
      if (value === null || !isLess(value, needs)) return []
      return [{ code: 'weakest', dimension: dimension.id, partner: partner.id, value, needs }]
    }),
  )
}

function listUnmetMusts(
  scores: PartnershipScores,
  level: Level,
  view: EstimateField,
): readonly UnmetCondition[] {
  return listBrokenMusts(scores, view)
    .filter((broken) => isLevelRuledOut(broken.must, level, scores.questionnaire.levels))
    .map((broken) => ({ code: 'must', broken }))
}

/** Does a must, while it is broken, keep the partnership under this level? */
export function isLevelRuledOut(must: Must, level: Level, levels: readonly Level[]): boolean {
  const cap = levels.findIndex((each) => each.id === must.cap)
  return levels.indexOf(level) < cap
}
