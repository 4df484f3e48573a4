import type { Effort } from './vocabulary.ts'

/** A next step as a plan's `commitments` have it. */
export interface Commitment {
  readonly what: string
  /** The person's id. */
  readonly owner?: string
  readonly due: string
  readonly status: 'open'
  readonly since: string
  readonly notes?: string
  /** The question it answers. */
  readonly 'x-action': string
}

const daysByEffort: Readonly<Record<Effort, number>> = { small: 7, medium: 14, large: 28 }

/** The day by which a step of this effort can be expected. */
export function getDueDay(effort: Effort, today: string): string {
  return addDays(today, daysByEffort[effort])
}

/** The day so many days after. */
function addDays(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * 60 * 1000
  return new Date(time).toISOString().slice(0, 10)
}
