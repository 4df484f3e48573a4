/** A next step as a plan's `commitments` have it. */
export interface Commitment {
  readonly what: string
  /** The person's id. */
  readonly owner?: string
  readonly start: string
  /** The day on which it can be seen. */
  readonly due: string
  readonly status: 'open'
  readonly since: string
  readonly notes?: string
  /** The question it answers. */
  readonly 'x-action': string
}

const daysUntilStart = 7

/** The day on which a step begins: a week after it was named. */
export function getStartDay(today: string): string {
  return addDuration(today, `P${daysUntilStart}D`)
}

/** The day on which a step that takes so long (ISO 8601, `P2W`) can be seen. */
export function getDueDay(takes: string, today: string): string {
  return addDuration(getStartDay(today), takes)
}

const durationPattern = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?/

/** An ISO 8601 duration in whole days and what is longer; hours are left out. */
export function parseDuration(
  duration: string,
): Readonly<Record<'years' | 'months' | 'weeks' | 'days', number>> {
  const [years = 0, months = 0, weeks = 0, days = 0] = (durationPattern.exec(duration) ?? [])
    .slice(1)
    .map((number) => Number(number ?? 0))
  return { years, months, weeks, days }
}

/** A month after the 31st is the last day of the month that follows. */
function addDuration(day: string, duration: string): string {
  const { years, months, weeks, days } = parseDuration(duration)
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year + years, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last) + weeks * 7 + days)
  return first.toISOString().slice(0, 10)
}
