import type { Counts } from './counts.ts'

/** Counts of numbers, of many rows but few different ones: a map of plain numbers that is several times as fast as a Map. */
export interface TotalsCounter {
  readonly add: (total: number) => void
  readonly counts: () => Counts
}

export function createTotalsCounter(): TotalsCounter {
  let size = 64
  let used = 0
  let totals = new Float64Array(size)
  /** 0 where a place is free. */
  let counts = new Float64Array(size)
  const placeOf = (total: number): number => {
    let at = Math.imul(total * 65_536, 0x9e3779b1) >>> 16
    for (at &= size - 1; counts[at] !== 0 && totals[at] !== total; at = (at + 1) & (size - 1));
    return at
  }
  const grow = (): void => {
    const before = { totals, counts }
    size *= 2
    totals = new Float64Array(size)
    counts = new Float64Array(size)
    for (const [index, count] of before.counts.entries()) {
      if (count === 0) continue
      const total = before.totals[index] ?? 0
      const at = placeOf(total)
      totals[at] = total
      counts[at] = count
    }
  }
  return {
    add: (total) => {
      const at = placeOf(total)
      if (counts[at] === 0) {
        used += 1
        totals[at] = total
      }
      counts[at] = (counts[at] as number) + 1
      if (used * 2 > size) grow()
    },
    counts: () =>
      new Map([...counts].flatMap((count, at) => (count === 0 ? [] : [[totals[at] ?? 0, count]]))),
  }
}
