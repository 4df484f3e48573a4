import { dayIn } from './dates.ts'
import { lastDayOf } from './last-day.ts'
import type { Earlier, Telling } from './telling.ts'

/** A point in time, as a reader knows it. */
export interface Point extends Earlier {
  /** Its day, or its name where no day is known or another point has the same. */
  readonly title: string
}

/** Earlier points and now, the oldest first; only now where a trend may not be shown. */
export function pointsOf({
  earlier,
  result,
  questionnaire,
  responses,
  style,
}: Telling): readonly Point[] {
  const points = [
    ...earlier,
    { name: 'now', day: lastDayOf(responses), result, questionnaire } satisfies Earlier,
  ]
  return points.map((point) => {
    const isOnly = points.filter(({ day }) => day === point.day).length === 1
    const title = point.day !== null && isOnly ? dayIn(style.dates, point.day) : point.name
    return { ...point, title }
  })
}
