import type { Plan } from '../model/plan.ts'
import type { Stage } from '../model/vocabulary.ts'

/** The stage in force: the plan's own, else what is known otherwise, else agreed. */
export function resolveStage(plan: Plan, otherwise: Stage | null): Stage {
  return plan.stage ?? otherwise ?? 'agreed'
}
