import { type Path, type Severity, severities } from '../model/finding.ts'
import type { Plan } from '../model/plan.ts'
import type { Check } from '../model/questionnaire.ts'
import { unread } from '../model/unread.ts'
import { type PlanKind, planKinds, type Stage, stages } from '../model/vocabulary.ts'

type SeveritySetting = Severity | 'off'

/** Severities that a team sets for checks, by full id (`severity` in `accordant.yaml`). */
export type SeverityOverrides = Readonly<Record<string, SeveritySetting>>

/**
 * The kind in force: the one that is written; else a plan that does not bind is a memorandum, and so is one of partners who have
 * not agreed yet and say nothing of what binds; any other is a contract.
 */
export function findPlanKind(
  { kind, legalStatus }: Pick<Plan, 'kind' | 'legalStatus'>,
  stage: Stage,
): PlanKind {
  if (kind !== undefined) return kind
  const binds =
    legalStatus === undefined
      ? stages.indexOf(stage) >= stages.indexOf('agreed')
      : legalStatus !== 'non-binding'
  return binds ? 'contract' : 'memorandum'
}

/** A stage and a kind that a plan may be of. */
interface Situation {
  readonly stage: Stage
  readonly kind: PlanKind
}

/** One in most cases; where the stage, the kind or what tells the kind is unread, all that they may be. */
export function listSituations(plan: SituatedPlan, otherwise: Stage): readonly Situation[] {
  const { stage = otherwise, kind, legalStatus } = plan as Readonly<Record<string, unknown>>
  const possible = stage === unread ? stages : [stage as Stage]
  return possible.flatMap((own): readonly Situation[] => {
    if (kind === unread) return planKinds.map((one) => ({ stage: own, kind: one }))
    const isOpen = kind === undefined && legalStatus === unread
    const words = isOpen ? (['binding', 'non-binding'] as const) : [plan.legalStatus]
    return words.map((word) => ({
      stage: own,
      kind: findPlanKind({ kind: plan.kind, legalStatus: word }, own),
    }))
  })
}

type SituatedPlan = Pick<Plan, 'stage' | 'kind' | 'legalStatus'>

/** Where a plan says what its situation is, and was not understood. */
export function situationPaths(plan: SituatedPlan): readonly Path[] {
  return (['stage', 'kind', 'legalStatus'] as const).flatMap((key) =>
    (plan[key] as unknown) === unread ? [[key]] : [],
  )
}

/** The mildest and the gravest of what `resolveSeverity` gives where a plan may be in one of several situations. */
export function resolveSeverities(
  check: Parameters<typeof resolveSeverity>[0],
  situations: readonly Situation[],
  overrides?: SeverityOverrides,
): readonly [mildest: SeveritySetting, gravest: SeveritySetting] {
  let mildest = 0
  let gravest = order.length - 1
  for (const { stage, kind } of situations) {
    const at = order.indexOf(resolveSeverity(check, stage, kind, overrides))
    mildest = Math.max(mildest, at)
    gravest = Math.min(gravest, at)
  }
  return [order[mildest] ?? 'off', order[gravest] ?? 'off']
}

/**
 * How much it matters that a check fails in a plan of this stage and kind: what a team sets wins; else the last stage given
 * up to this one, and at most what the check allows for the kind; else off.
 */
export function resolveSeverity(
  check: Pick<Check, 'id' | 'severity' | 'kinds' | 'formerly'>,
  stage: Stage,
  kind: PlanKind,
  overrides: SeverityOverrides = {},
): SeveritySetting {
  const own = findOverride(check, overrides)
  if (own !== null) return own
  const byStage = findStageSeverity(check, stage)
  const most = check.kinds?.[kind] ?? byStage
  return order.indexOf(byStage) < order.indexOf(most) ? most : byStage
}

/** From the gravest down. */
const order: readonly SeveritySetting[] = [...severities, 'off']

function findStageSeverity({ severity }: Pick<Check, 'severity'>, stage: Stage): SeveritySetting {
  if (typeof severity === 'string') return severity
  for (let at = stages.indexOf(stage); at >= 0; at--) {
    const word = severity[stages[at] ?? stage]
    if (word !== undefined) return word
  }
  return 'off'
}

function findOverride(
  { id, formerly = [] }: Pick<Check, 'id' | 'formerly'>,
  overrides: SeverityOverrides,
): SeveritySetting | null {
  if (Object.hasOwn(overrides, id)) return overrides[id] ?? 'off'
  const former = formerly.find((earlier) => Object.hasOwn(overrides, earlier))
  return former === undefined ? null : (overrides[former] ?? 'off')
}
