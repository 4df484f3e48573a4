import { addDays } from './day.ts'
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
