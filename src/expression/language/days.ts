import { Day } from './value.ts'

const dayMs = 86_400_000
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day a text such as `2026-11-23` names, or null where the calendar has no such day. */
export function parseDay(text: string): Day | null {
  const [, year, month, day] = dayPattern.exec(text) ?? []
  if (year === undefined) return null
  const date = createUtcDate(Number(year), Number(month), Number(day))
  // `Date` turns 30 February into 2 March.
  const isReal = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day)
  return isReal ? createDay(date.getTime() / dayMs) : null
}

/** Is it written like a date, be it in the calendar or not? */
export function looksLikeDay(text: string): boolean {
  return dayPattern.test(text)
}

/** The day of that number, or null outside the years 1 to 9999. */
export function createDay(number: number): Day | null {
  return number >= firstDayNumber && number <= lastDayNumber ? new Day(number) : null
}

/** `Date.UTC` would take the year 26 for 1926. */
function createUtcDate(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date
}

const firstDayNumber = createUtcDate(1, 1, 1).getTime() / dayMs
const lastDayNumber = createUtcDate(9999, 12, 31).getTime() / dayMs
