import { describe, expect, it } from 'vitest'
import { getDueDay, getStartDay } from '../../src/model/commitment.ts'

describe('the days of a step', () => {
  it('begin a week after it was named', () => {
    expect(getStartDay('2026-11-23')).toBe('2026-11-30')
    expect(getStartDay('2026-12-30')).toBe('2027-01-06')
    expect(getStartDay('2028-02-25')).toBe('2028-03-03')
  })

  it.each([
    ['P3D', '2026-11-23', '2026-12-03'],
    ['P1W', '2026-11-23', '2026-12-07'],
    ['P4W', '2026-11-23', '2026-12-28'],
    ['P1M', '2026-11-23', '2026-12-30'],
    ['P1Y', '2026-11-23', '2027-11-30'],
    ['P1Y2M3D', '2026-11-23', '2028-02-02'],
    ['PT4H', '2026-11-23', '2026-11-30'],
  ])('end when a step of %s, named on %s, can be seen: %s', (takes, today, due) => {
    expect(getDueDay(takes, today)).toBe(due)
  })

  it.each([
    ['P1M', '2027-01-24', '2027-02-28'],
    ['P1M', '2028-01-24', '2028-02-29'],
    ['P3M', '2026-11-23', '2027-02-28'],
    ['P1Y', '2028-02-22', '2029-02-28'],
  ])('end on the last day of a month that is shorter: %s from %s', (takes, today, due) => {
    expect(getDueDay(takes, today)).toBe(due)
  })
})
