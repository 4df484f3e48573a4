import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countTotals } from '../../src/scoring/count-totals.ts'
import { countOf } from '../../src/scoring/counts.ts'

it('counts as a map does', () => {
  const total = fc.oneof(
    fc.integer({ min: -3, max: 30 }).map((value) => value / 4),
    fc.double({ noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(total, { maxLength: 300 }), (all) => {
      const totals = countTotals()
      for (const each of all) totals.add(each)
      const byValue = (counts: ReadonlyMap<number, number>) => [...counts].sort(([a], [b]) => a - b)
      expect(byValue(totals.counts())).toEqual(byValue(countOf(all.map((each) => each + 0))))
    }),
  )
})
