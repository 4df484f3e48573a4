import type { DateStyle } from '../model/house-style.ts'
import type { Response } from '../model/response.ts'
import type { ReportText } from '../words/message.ts'
import type { EarlierTimePoint, ShownContext } from './report-context.ts'

/** A point in time, as a reader knows it. */
export interface TimePoint extends EarlierTimePoint {
  /** Its day, or its name where no day is known or another point has the same. */
  readonly title: ReportText
}

/** Earlier points and now, the oldest first; only now where a trend may not be shown. */
export function listTimePoints({
  earlier,
  result,
  questionnaire,
  responses,
  style,
}: ShownContext): readonly TimePoint[] {
  const now = { name: 'now', day: findLastDay(responses), result, questionnaire }
  const points: readonly EarlierTimePoint[] = [...earlier, now]
  return points.map((point) => {
    const isOnly = points.filter(({ day }) => day === point.day).length === 1
    const name: ReportText = point === now ? { say: 'time-now' } : point.name
    const title = point.day !== null && isOnly ? formatDay(style.dates, point.day) : name
    return { ...point, title }
  })
}

/** Of the last answer, in UTC. */
export function findLastDay(responses: readonly Response[]): string | null {
  const moments = responses.flatMap(({ completed, started }) => completed ?? started ?? [])
  const last = Math.max(...moments.map((moment) => Date.parse(moment)))
  return Number.isFinite(last) ? new Date(last).toISOString().slice(0, 10) : null
}

/** A day like `2026-11-23` in the house's style; any other text as it is. */
export function formatDay(style: DateStyle, day: string): ReportText {
  const [, year = '', month, date] = /^(\d{4})-(0[1-9]|1[0-2])-(\d\d)$/.exec(day) ?? []
  if (style === 'iso' || month === undefined) return day
  return { say: style, year, month: Number(month), day: Number(date) }
}
