import type { DateStyle } from '../model/house-style.ts'

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A day like `2026-11-23` in the house's style; any other text as it is. */
export function formatDay(style: DateStyle, day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  const name = monthNames[Number(month) - 1]
  if (style === 'iso' || name === undefined) return day
  return style === 'day-month-year'
    ? `${Number(date)} ${name} ${year}`
    : `${name} ${Number(date)}, ${year}`
}
