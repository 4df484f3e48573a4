import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countValues } from '../../src/scoring/counts.ts'
import { createTotalsCounter } from '../../src/scoring/totals-counter.ts'

it('counts as a map does', () => {
  const total = fc.oneof(
    fc.integer({ min: -3, max: 30 }).map((value) => value / 4),
    fc.double({ noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(total, { maxLength: 300 }), (all) => {
      const totals = createTotalsCounter()
      for (const each of all) totals.add(each)
      const byValue = (counts: ReadonlyMap<number, number>) => [...counts].sort(([a], [b]) => a - b)
      expect(byValue(totals.counts())).toEqual(byValue(countValues(all.map((each) => each + 0))))
    }),
  )
})
