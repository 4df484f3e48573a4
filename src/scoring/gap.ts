import { isLess } from './numbers.ts'

interface GapScore {
  readonly partner: string
  /** 0..1, or null where the partner has none. */
  readonly score: number | null
}

/**
 * How far the partners see one thing apart: largest score minus smallest, in points of 0..100, and whose they are; of
 * equals the first. Null where fewer than two have a score. Source: design section 3, rule 7.
 */
export function computeGap(scores: readonly GapScore[]) {
  const scored = scores.flatMap(({ partner, score }) => (score === null ? [] : { partner, score }))
  const [first, ...others] = scored
  if (first === undefined || others.length === 0) return { value: null, high: null, low: null }
  let high = first
  let low = first
  for (const other of others) {
    if (isLess(high.score, other.score)) high = other
    if (isLess(other.score, low.score)) low = other
  }
  return { value: (high.score - low.score) * 100, high: high.partner, low: low.partner }
}
