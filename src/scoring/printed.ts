import type { Score } from '../model/result.ts'
import type { Estimate } from './estimate.ts'

/** An estimate as it is written: on 0..100, with the reason where there is no value. Source: design section 3. */
export function scoreFrom(estimate: Estimate | null): Score {
  if (estimate === null) {
    return { value: null, low: null, high: null, coverage: null, reason: 'not-applicable' }
  }
  const { value, coverage } = estimate
  const bounds = { low: estimate.low * 100, high: estimate.high * 100, coverage }
  return value === null
    ? { value, ...bounds, reason: 'coverage' }
    : { value: value * 100, ...bounds }
}

export function percent(share: number | null): number | null {
  return share === null ? null : share * 100
}

/** A copy with every number to at most 15 significant digits and without a negative zero; nothing else is changed. */
export function rounded<T>(value: T): T {
  return roundedAny(value) as T
}

function roundedAny(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(15)) + 0
  if (Array.isArray(value)) return value.map(roundedAny)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, roundedAny(item)]))
}
