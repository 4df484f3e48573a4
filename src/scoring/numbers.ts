/** Values within 1e-9 of each other count as equal (on 0..1, or on a question's own scale). */
export const tolerance = 1e-9

/** Is a lower bound reached? A value that misses it by no more than the tolerance has reached it. */
export function isAtLeast(value: number, bound: number): boolean {
  return value >= bound - tolerance
}

/** Is the value really smaller, by more than the tolerance? */
export function isLess(value: number, other: number): boolean {
  return value < other - tolerance
}

export function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** Weights as shares of their sum, or null where all are 0; measured by the largest, so that no sum overflows. */
export function toShares(weights: readonly number[]): readonly number[] | null {
  const largest = Math.max(0, ...weights)
  if (largest === 0) return null
  const measured = weights.map((weight) => weight / largest)
  const whole = sum(measured)
  return measured.map((weight) => weight / whole)
}

/** Order of ids: by code unit, the same on every machine. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
