import type { DateStyle } from '../model/house-style.ts'
import type { ReportText } from '../words/message.ts'

/** A day like `2026-11-23` in the house's style; any other text as it is. */
export function formatDay(style: DateStyle, day: string): ReportText {
  const [, year = '', month, date] = /^(\d{4})-(0[1-9]|1[0-2])-(\d\d)$/.exec(day) ?? []
  if (style === 'iso' || month === undefined) return day
  return { say: style, year, month: Number(month), day: Number(date) }
}
