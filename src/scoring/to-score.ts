import type { Score } from '../model/result.ts'
import type { Estimate } from './estimate.ts'

/** An estimate as it is written: on 0..100, with the reason where there is no value. Source: design section 3. */
export function toScore(estimate: Estimate | null): Score {
  if (estimate === null) {
    return { value: null, low: null, high: null, coverage: null, reason: 'not-applicable' }
  }
  const { value, coverage } = estimate
  const bounds = { low: estimate.low * 100, high: estimate.high * 100, coverage }
  return value === null
    ? { value, ...bounds, reason: 'coverage' }
    : { value: value * 100, ...bounds }
}

export function toPercent(share: number | null): number | null {
  return share === null ? null : share * 100
}
