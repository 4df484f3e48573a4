import type { Reason } from '../model/result.ts'
import { toPercent } from './estimate.ts'
import type { LevelBounds } from './level.ts'
import { isAtLeast } from './numbers.ts'
import type { PartnershipScores } from './partnership-scores.ts'
import { hasQuorum } from './quorum.ts'

/** What the caller asks for at least; scores on 0..100. */
export interface Limits {
  readonly minScore?: number
  readonly minLevel?: string
  readonly minDimension?: number
}

/**
 * Every limit that is missed: without enough partners all of them. A score that is not scored, and a verdict without a level, miss
 * theirs; a dimension in which nothing applies is not judged. Source: design section 3, fine print.
 */
export function listMissedLimits(
  scores: PartnershipScores,
  levels: LevelBounds,
  limits: Limits,
): readonly MissedLimit[] {
  const isMet = hasQuorum(scores.quorum) ? isReached : () => false
  return [
    ...checkMinScore(scores, limits.minScore, isMet),
    ...checkMinLevel(scores, levels, limits.minLevel),
    ...checkMinDimension(scores, limits.minDimension, isMet),
  ]
}

/** Every limit there is, as missed: where nothing may be shown, nothing may be learned from a limit either. */
export function listAllAsMissed(limits: Limits): readonly MissedLimit[] {
  const { minScore, minLevel, minDimension } = limits
  const reasons: MissedLimit[] = []
  if (minScore !== undefined) reasons.push(makeMissedLimit('minScore', null, minScore))
  if (minLevel !== undefined) reasons.push(makeMissedLimit('minLevel', null, minLevel))
  if (minDimension !== undefined) reasons.push(makeMissedLimit('minDimension', null, minDimension))
  return reasons
}

export type MissedLimit = Extract<Reason, { code: 'limit' }>

type IsMet = (value: number | null, needs: number) => boolean

function checkMinScore(
  scores: PartnershipScores,
  needs: number | undefined,
  isMet: IsMet,
): readonly MissedLimit[] {
  if (needs === undefined) return []
  const value = scores.overall?.value ?? null
  return isMet(value, needs) ? [] : [makeMissedLimit('minScore', toPercent(value), needs)]
}

function checkMinLevel(
  scores: PartnershipScores,
  levels: LevelBounds,
  needs: string | undefined,
): readonly MissedLimit[] {
  if (needs === undefined) return []
  const ids = scores.questionnaire.levels.map((level) => level.id)
  const value = levels.level?.id ?? null
  const reached = value !== null && ids.indexOf(value) <= ids.indexOf(needs)
  return reached ? [] : [makeMissedLimit('minLevel', value, needs)]
}

function checkMinDimension(
  scores: PartnershipScores,
  needs: number | undefined,
  isMet: IsMet,
): readonly MissedLimit[] {
  if (needs === undefined) return []
  return scores.dimensions.flatMap(({ dimension, estimate }) => {
    if (estimate === null || isMet(estimate.value, needs)) return []
    const missed = makeMissedLimit('minDimension', toPercent(estimate.value), needs)
    return [{ ...missed, dimension: dimension.id }]
  })
}

function makeMissedLimit(
  option: MissedLimit['option'],
  value: MissedLimit['value'],
  needs: MissedLimit['needs'],
): MissedLimit {
  return { code: 'limit', option, value, needs }
}

function isReached(value: number | null, needs: number): boolean {
  return value !== null && isAtLeast(value, needs / 100)
}
