import type { PlanScore } from '../../model/check-run.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import type { Kind } from '../../model/kind-names.ts'
import type { Plan } from '../../model/plan.ts'
import type { Check } from '../../model/questionnaire.ts'
import type { Belonging } from '../load/belonging.ts'
import type { World } from '../world.ts'
import type { Settings } from './settings.ts'

/** What one file shows, before anything in it is set aside. */
export interface Inspection {
  readonly kind: Kind | null
  /** Null where it is none, is not begun, or cannot be read; in the place of what was refused it has `unread`. */
  readonly plan: Plan | null
  /** Is it a plan that was understood to the end? */
  readonly isWhole: boolean
  readonly planScore: PlanScore | null
  readonly notBegun: boolean
  readonly judged: readonly string[]
  /** Ids of checks that nobody could judge, here or at some of their places, since what they need was not understood. */
  readonly unread: ReadonlySet<string>
  /** That are not off at the stage of the plan. */
  readonly checks: readonly Check[]
  /** Most are in the file itself; those of a questionnaire may be in its other files. */
  readonly findings: readonly PlacedFinding[]
}

export interface InspectionContext {
  readonly settings: Settings
  /** Does the file lie among the responses of a partnership? */
  readonly isExpected: boolean
  /** Whose responses should be there. */
  readonly belonging: () => Promise<Belonging>
  readonly today: string
  readonly io: World
}

/** Kept of thousands of files, one for all. */
export const noChecks: ReadonlySet<string> = new Set()

/** Only findings, nothing else known. */
export function toInspection(kind: Kind | null, findings: readonly PlacedFinding[]): Inspection {
  const nothing = {
    plan: null,
    isWhole: false,
    planScore: null,
    notBegun: false,
    judged: [],
    checks: [],
  }
  return { kind, ...nothing, unread: noChecks, findings }
}
