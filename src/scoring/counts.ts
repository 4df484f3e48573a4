/** How many times each value was given. Enough for a mean and a spread, and the order of the people leaves no trace. */
export type Counts = ReadonlyMap<number, number>

export interface Moments {
  readonly n: number
  readonly mean: number
  /** Sum of the squared distances from the mean; exactly 0 where all values are the same. */
  readonly sumOfSquares: number
  readonly min: number
  readonly max: number
}

/**
 * Number, mean and spread of counted values, or null of none. Values are taken in rising order and measured from the
 * smallest, so that identical values have exactly themselves as mean.
 */
export function computeMoments(counts: Counts): Moments | null {
  const entries = [...counts].sort(([a], [b]) => a - b)
  const least = entries[0]?.[0]
  const most = entries.at(-1)?.[0]
  if (least === undefined || most === undefined) return null
  let n = 0
  for (const [, count] of entries) n += count
  const mean = computeMean(entries, n, least)
  let squares = 0
  for (const [value, count] of entries) squares += count * (value - mean) ** 2
  return { n, mean, sumOfSquares: squares, min: least, max: most }
}

/** Variance with n − 1, or null under two values and where it is beyond what a number can hold. */
export function computeVariance(moments: Moments | null): number | null {
  if (moments === null || moments.n < 2) return null
  const variance = moments.sumOfSquares / (moments.n - 1)
  return Number.isFinite(variance) ? variance : null
}

export function countValues(values: Iterable<number>): Counts {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function computeMean(
  entries: readonly (readonly [number, number])[],
  n: number,
  base: number,
): number {
  let above = 0
  for (const [value, count] of entries) above += count * (value - base)
  if (Number.isFinite(above)) return base + above / n
  let mean = 0
  for (const [value, count] of entries) mean += value * (count / n)
  return mean
}
