import type { ReportText } from '../words/message.ts'
import { formatDay } from './dates.ts'
import { findLastDay } from './last-day.ts'
import type { EarlierTimePoint, ReportContext } from './report-context.ts'

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
}: ReportContext): readonly TimePoint[] {
  const now = { name: 'now', day: findLastDay(responses), result, questionnaire }
  const points: readonly EarlierTimePoint[] = [...earlier, now]
  return points.map((point) => {
    const isOnly = points.filter(({ day }) => day === point.day).length === 1
    const name: ReportText = point === now ? { say: 'time-now' } : point.name
    const title = point.day !== null && isOnly ? formatDay(style.dates, point.day) : name
    return { ...point, title }
  })
}
