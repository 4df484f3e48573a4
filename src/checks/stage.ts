import type { Plan } from '../model/plan.ts'
import type { stages } from '../model/vocabulary.ts'

export type Stage = (typeof stages)[number]

/** The stage in force: the plan's own, else what is known otherwise, else agreed. */
export function stageOf(plan: Plan, otherwise: Stage | null): Stage {
  return plan.stage ?? otherwise ?? 'agreed'
}
