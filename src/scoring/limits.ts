import type { Reason } from '../model/result.ts'
import type { Levels } from './level.ts'
import { reaches } from './numbers.ts'
import type { Standing } from './standing.ts'

/** What the caller asks for at least; scores on 0..100. */
export interface Limits {
  readonly minScore?: number
  readonly minLevel?: string
  readonly minDimension?: number
}

/**
 * Every limit that is missed. A score that is not scored, and a verdict without a level, miss theirs; a dimension of which
 * nothing applies is not judged. Source: design section 3, fine print.
 */
export function missedLimits(
  standing: Standing,
  levels: Levels,
  limits: Limits,
): readonly Missed[] {
  return [
    ...missedScore(standing, limits.minScore),
    ...missedLevel(standing, levels, limits.minLevel),
    ...missedDimensions(standing, limits.minDimension),
  ]
}

/** Every limit there is, as missed: where nothing may be shown, nothing may be learned from a limit either. */
export function allMissed(limits: Limits): readonly Missed[] {
  const { minScore, minLevel, minDimension } = limits
  const reasons: Missed[] = []
  if (minScore !== undefined) reasons.push(missed('minScore', null, minScore))
  if (minLevel !== undefined) reasons.push(missed('minLevel', null, minLevel))
  if (minDimension !== undefined) reasons.push(missed('minDimension', null, minDimension))
  return reasons
}

export type Missed = Extract<Reason, { code: 'limit' }>

function missedScore(standing: Standing, needs: number | undefined): readonly Missed[] {
  if (needs === undefined) return []
  const value = standing.overall?.value ?? null
  return isReached(value, needs) ? [] : [missed('minScore', percent(value), needs)]
}

function missedLevel(
  standing: Standing,
  levels: Levels,
  needs: string | undefined,
): readonly Missed[] {
  if (needs === undefined) return []
  const ids = standing.questionnaire.levels.map((level) => level.id)
  const value = levels.level?.id ?? null
  const reached = value !== null && ids.indexOf(value) <= ids.indexOf(needs)
  return reached ? [] : [missed('minLevel', value, needs)]
}

function missedDimensions(standing: Standing, needs: number | undefined): readonly Missed[] {
  if (needs === undefined) return []
  return standing.dimensions.flatMap(({ dimension, estimate }) => {
    if (estimate === null || isReached(estimate.value, needs)) return []
    return [{ ...missed('minDimension', percent(estimate.value), needs), dimension: dimension.id }]
  })
}

function missed(option: Missed['option'], value: Missed['value'], needs: Missed['needs']): Missed {
  return { code: 'limit', option, value, needs }
}

function isReached(value: number | null, needs: number): boolean {
  return value !== null && reaches(value, needs / 100)
}

function percent(value: number | null): number | null {
  return value === null ? null : value * 100
}
