import type { CompiledChecks } from '../checks/compile-checks.ts'
import { type CheckFault, type CheckOutcome, judgePlan } from '../checks/judge-plan.ts'
import { findReferences } from '../checks/references.ts'
import type { SeverityOverrides } from '../checks/severity.ts'
import type { PlanStanding } from '../model/check-run.ts'
import type { Finding, PlacedFinding } from '../model/finding.ts'
import type { Plan } from '../model/plan.ts'
import type { Check } from '../model/questionnaire.ts'
import type { Stage } from '../model/vocabulary.ts'
import type { Limits, Missed } from '../scoring/limits.ts'
import { scorePlan } from '../scoring/plan-score.ts'
import type { LoadedQuestionnaire } from './load/questionnaire.ts'
import type { Source } from './source.ts'

/** A plan as the checks of a questionnaire see it. */
export interface JudgedPlan {
  readonly standing: PlanStanding
  /** Limits that its score misses. */
  readonly missed: readonly Missed[]
  /** Of every check that is not off at its stage. */
  readonly outcomes: readonly CheckOutcome[]
  /** Placed in the plan, or in the questionnaire where a check itself is at fault. */
  readonly findings: readonly PlacedFinding[]
}

export interface Judging {
  readonly loaded: LoadedQuestionnaire
  readonly checks: CompiledChecks
  readonly limits: Limits
  readonly severities: SeverityOverrides
  /** A date like `2026-11-23`. */
  readonly today: string
  /** The stage where the plan names none. */
  readonly otherwise: Stage | null
}

/** Holds a plan against its own ids and every check, and scores it. */
export function judgedPlan(source: Source, plan: Plan, judging: Judging): JudgedPlan {
  const { loaded, checks, limits, severities, today, otherwise } = judging
  const { stage, outcomes } = judgePlan(checks.checks, { plan, today, severities, otherwise })
  const { standing, missed } = scorePlan(loaded.questionnaire, sharesOf(outcomes), limits)
  const findings = [...findReferences(plan), ...outcomes.flatMap((outcome) => outcome.findings)]
  const faults = outcomes.flatMap(({ check, faults }) => faults.map((fault) => ({ check, fault })))
  return {
    standing: { ...standing, stage },
    missed,
    outcomes,
    findings: [
      ...findings.map((finding) => source.document.place(finding)),
      ...faults.map(({ check, fault }) => faultFinding(check, fault, source)),
    ],
  }
}

/** What the counted checks give to the plan's score. */
function sharesOf(outcomes: readonly CheckOutcome[]) {
  return outcomes
    .filter(({ counted }) => counted)
    .map(({ check, dimension, visits, passed }) => ({
      dimension,
      weight: check.weight,
      share: passed / visits,
    }))
}

/** A check that cannot be judged is at fault itself. */
function faultFinding(check: Check, fault: CheckFault, source: Source): PlacedFinding {
  const finding: Finding = {
    id: 'expression.error',
    severity: 'error',
    message: `The check "${check.id}" cannot be judged: ${fault.message}`,
    path: fault.path,
    at: 'value',
    fix: `Mend the check's "${fault.key}"`,
  }
  return source.document.place(finding)
}
