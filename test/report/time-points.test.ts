import { expect, it } from 'vitest'
import { formatDay } from '../../src/report/time-points.ts'
import { sayReport } from '../../src/words/say-report.ts'

it.each([
  ['iso', '2026-11-03'],
  ['day-month-year', '3 November 2026'],
  ['month-day-year', 'November 3, 2026'],
] as const)('a day in the style %s reads %s', (style, text) => {
  expect(sayReport(formatDay(style, '2026-11-03'))).toBe(text)
})

it.each(['today', '2026-13-01', ''])('what is no day, like "%s", stays as it is', (text) => {
  expect(formatDay('day-month-year', text)).toBe(text)
})
