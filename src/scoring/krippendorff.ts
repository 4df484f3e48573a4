import type { Statistic } from '../model/result.ts'
import { type Counts, computeMoments, type Moments, mergeCounts } from './counts.ts'
import { sum, tolerance } from './numbers.ts'

/**
 * Krippendorff's alpha for interval data with missing values: 1 − observed / expected disagreement. A unit is a question,
 * given as the counts of its scores over all respondents; units with one value say nothing about agreement and are left out.
 * At most 1; 0 is chance, negative is worse. Null, with the reason, for fewer than two people on every question, for one
 * question only, and without any variance. Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".
 */
export function computeKrippendorffAlpha(units: readonly Counts[]): Statistic {
  const paired = units.filter((unit) => sum(unit.values()) >= 2)
  const all = computeMoments(mergeCounts(paired))
  if (all === null) return { value: null, reason: 'too-few' }
  if (paired.length === 1) return { value: null, reason: 'one-item' }
  if (all.max - all.min <= tolerance) return { value: null, reason: 'no-variance' }
  const observed = sum(paired.map((unit) => computeDisagreement(computeMoments(unit)))) / all.n
  return { value: 1 - observed / (all.sumOfSquares / (all.n - 1)) }
}

/** Half the squared differences of all pairs in a unit, each value counted against the m − 1 others. */
function computeDisagreement(unit: Moments | null): number {
  return unit === null ? 0 : (unit.sumOfSquares * unit.n) / (unit.n - 1)
}
