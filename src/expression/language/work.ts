import type { Path } from '../../model/finding.ts'
import type { Result, Value } from './value.ts'

/** One evaluation: what names stand for, and the work that is left. */
export interface Run {
  /** `plan`, `item`, `index`, `today`. */
  readonly roots: ReadonlyMap<string, Value>
  /** `profile` and `answers`, as they were given. */
  readonly records: ReadonlyMap<string, ReadonlyMap<string, unknown>>
  readonly people: ReadonlySet<string>
  readonly partners: ReadonlySet<string>
  /** Where in the plan a list or map stands, or null. */
  readonly pathOf: (value: object) => Path | null
  /** The items that `all`, `exists` … are at, outermost first. */
  readonly slots: Value[]
  readonly meter: Meter
}

export type Step = (run: Run) => Result

/** Counts down; some 50 ns of work a unit. Without a clock the same input ends the same way everywhere. */
export interface Meter {
  left: number
}

const budget = 10_000_000

/** What one expression may take. */
export function fullMeter(): Meter {
  return { left: budget }
}

/** What all expressions on one plan may take together: a questionnaire may hold thousands of them. */
export function planMeter(): Meter {
  return { left: 4 * budget }
}

/** Stops the evaluation when its work is used up; nothing inside an expression can catch that. */
export class Exhausted extends Error {
  override readonly name = 'Exhausted'
}

export function spend(run: Run, units: number): void {
  run.meter.left -= units
  if (run.meter.left < 0) throw new Exhausted()
}

/** The work of looking at a whole value's surface. */
export function weight(value: Value): number {
  if (typeof value === 'string') return 1 + (value.length >> 3)
  return Array.isArray(value) ? 1 + value.length : 1
}

/** A run in which nothing is known. */
export function emptyRun(): Run {
  return {
    roots: new Map(),
    records: new Map(),
    people: new Set(),
    partners: new Set(),
    pathOf: () => null,
    slots: [],
    meter: fullMeter(),
  }
}
