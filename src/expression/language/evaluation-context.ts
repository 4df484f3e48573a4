import type { Path } from '../../model/finding.ts'
import type { ExpressionValue, Unread, ValueOrFailure } from './value.ts'

/** One evaluation: what names stand for, and the work that is left. */
export interface Evaluation {
  /** `plan`, `item`, `index`, `today`. */
  readonly roots: ReadonlyMap<string, ExpressionValue>
  /** `profile` and `answers`, as they were given. */
  readonly records: ReadonlyMap<string, ReadonlyMap<string, unknown>>
  readonly people: ReadonlySet<string>
  readonly partners: ReadonlySet<string>
  /** What was not understood in the plan; null where all of it was. */
  readonly unread: UnreadIds | null
  /** Where in the plan a list or map stands, or null. */
  readonly pathOf: (value: object) => Path | null
  /** The items that `all`, `exists` … are at, outermost first. */
  readonly slots: (ExpressionValue | Unread)[]
  readonly meter: WorkMeter
}

/** Why there may be more people and partners than those that are known; null where there are none. */
export interface UnreadIds {
  readonly people: Unread | null
  readonly partners: Unread | null
}

export type Step = (run: Evaluation) => ValueOrFailure

/** Counts down; some 50 ns of work a unit. Without a clock the same input ends the same way everywhere. */
interface WorkMeter {
  left: number
}

const maxWorkUnits = 10_000_000

/** What one expression may take. */
export function createExpressionMeter(): WorkMeter {
  return { left: maxWorkUnits }
}

/** What all expressions on one plan may take together: a questionnaire may hold thousands of them. */
export function createPlanMeter(): WorkMeter {
  return { left: 4 * maxWorkUnits }
}

/** Stops the evaluation when its work is used up; nothing inside an expression can catch that. */
export class WorkLimitError extends Error {
  override readonly name = 'Exhausted'
}

export function spendWork(run: Evaluation, units: number): void {
  run.meter.left -= units
  if (run.meter.left < 0) throw new WorkLimitError()
}

/** A run in which nothing is known. */
export function createEmptyContext(): Evaluation {
  return {
    roots: new Map(),
    records: new Map(),
    people: new Set(),
    partners: new Set(),
    unread: null,
    pathOf: () => null,
    slots: [],
    meter: createExpressionMeter(),
  }
}
