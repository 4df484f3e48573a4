import type { Score } from '../model/result.ts'
import { isAtLeast, sum, toShares } from './numbers.ts'

/** A score with what it rests on; all on 0..1. */
export interface Estimate {
  /** Null where it is not scored. */
  readonly value: number | null
  /** The value if everything open were answered worst. */
  readonly low: number
  /** The value if everything open were answered best. */
  readonly high: number
  /** Answered weight / applicable weight. */
  readonly coverage: number
}

/** At which answers to look: those given, or those with everything open at its worst or best. */
export type EstimateField = 'value' | 'low' | 'high'

interface WeightedEstimate {
  readonly weight: number
  /** Null where nothing applies: it has no part in the mean. */
  readonly estimate: Estimate | null
}

/**
 * Weighted mean of questions, or null where none applies: the value over those that are scored, bounds and coverage over
 * all that apply. Under the least coverage, or with none scored, there is no value. Design section 3, rules 3 and 6.
 */
export function computeMeanOfAnswered(
  parts: readonly WeightedEstimate[],
  leastCoverage: number,
): Estimate | null {
  const all = computeWeightedMean(parts)
  if (all === null) return null
  const scored = computeWeightedMean(parts.filter((part) => hasValue(part.estimate)))
  const enough = scored !== null && isAtLeast(all.coverage, leastCoverage)
  return { ...all, value: enough ? scored.value : null }
}

/** Weighted mean of dimensions or partners, or null where none applies; no value where one has none. Rule 4. */
export function computeMeanOfAll(parts: readonly WeightedEstimate[]): Estimate | null {
  const all = computeWeightedMean(parts)
  const complete = parts.every((part) => part.estimate === null || hasValue(part.estimate))
  return all === null || complete ? all : { ...all, value: null }
}

function hasValue(estimate: Estimate | null): boolean {
  return estimate !== null && estimate.value !== null
}

function computeWeightedMean(parts: readonly WeightedEstimate[]): Estimate | null {
  const share = toShares(parts.map((part) => (part.estimate === null ? 0 : part.weight)))
  if (share === null) return null
  const of = (pick: (estimate: Estimate) => number) =>
    sum(parts.map(({ estimate }, index) => (estimate ? (share[index] ?? 0) * pick(estimate) : 0)))
  return {
    value: of((estimate) => estimate.value ?? 0),
    low: of((estimate) => estimate.low),
    high: of((estimate) => estimate.high),
    coverage: of((estimate) => estimate.coverage),
  }
}

/** An estimate as it is written: on 0..100, with the reason where there is no value; bounds null where they may not be told. Source: design section 3. */
export function toScore(estimate: Estimate | null, areBoundsShown = true): Score {
  if (estimate === null) {
    return { value: null, low: null, high: null, coverage: null, reason: 'not-applicable' }
  }
  const { value, coverage } = estimate
  const bounds = areBoundsShown
    ? { low: estimate.low * 100, high: estimate.high * 100, coverage }
    : { low: null, high: null, coverage }
  return value === null
    ? { value, ...bounds, reason: 'coverage' }
    : { value: value * 100, ...bounds }
}

export function toPercent(share: number | null): number | null {
  return share === null ? null : share * 100
}
