import { buildPlanFacts, listVisits, type PlanFacts, type Visit } from '../expression/plan-facts.ts'
import { createFinding, type Finding, type Path, type Severity } from '../model/finding.ts'

import type { Plan } from '../model/plan.ts'
import type { Check } from '../model/questionnaire.ts'
import { clip, getValueAt } from '../model/value.ts'
import type { Stage } from '../model/vocabulary.ts'
import type { Message } from '../words/message.ts'
import type { CompiledCheck } from './compile-checks.ts'
import { labelItem } from './item-label.ts'
import { findPlanKind, resolveSeverity, type SeverityOverrides } from './severity.ts'

/** What one check found in a plan. */
export interface CheckOutcome {
  readonly check: Check
  readonly dimension: string
  /** In force at the plan's stage. */
  readonly severity: Severity
  /** How often it looked, and how often it found what it wants. */
  readonly visits: number
  readonly passed: number
  /** Does it count for the plan's score? Not where it visited nothing, did not apply, or only informs. */
  readonly counted: boolean
  /** Where in the plan it looks. */
  readonly place: Path
  /** One for each visit that failed. */
  readonly findings: readonly Finding[]
  /** Why it could not be judged: the check is at fault, not the plan. */
  readonly faults: readonly CheckFault[]
}

interface CheckFault {
  readonly key: 'when' | 'assert'
  readonly message: Message
  /** Where in the plan it was looking. */
  readonly path: Path
}

interface PlanJudgement {
  readonly stage: Stage
  /** Of every check that is not off at this stage, in questionnaire order. */
  readonly outcomes: readonly CheckOutcome[]
}

/** Judges a plan by every check, at its stage (or `otherwise`, or agreed) and of its kind. Expressions see both. Source: design section 3, rule 12. */
export function judgePlan(
  checks: readonly CompiledCheck[],
  given: {
    readonly plan: Plan
    readonly today: string
    readonly otherwise?: Stage | null
    readonly severities?: SeverityOverrides
  },
): PlanJudgement {
  const stage = given.plan.stage ?? given.otherwise ?? 'agreed'
  const kind = findPlanKind(given.plan, stage)
  const plan: Plan = { ...given.plan, stage, kind }
  const facts = buildPlanFacts({
    plan,
    today: given.today,
    people: listIds(plan.people),
    partners: listIds(plan.partners),
  })
  const outcomes = checks.flatMap((compiled) => {
    const severity = resolveSeverity(compiled.check, stage, kind, given.severities)
    return severity === 'off' ? [] : [judgeCheck(compiled, severity, plan, facts)]
  })
  return { stage, outcomes }
}

function listIds(entries: readonly { readonly id: string }[] | undefined): ReadonlySet<string> {
  return new Set((entries ?? []).map(({ id }) => id))
}

function judgeCheck(
  compiled: CompiledCheck,
  severity: Severity,
  plan: Plan,
  facts: PlanFacts,
): CheckOutcome {
  const { check } = compiled
  const applies = compiled.when?.(facts)
  if (applies?.holds === false) {
    const { fault } = applies
    const faults = fault === null ? [] : [{ key: 'when', message: fault, path: [] } as const]
    return createOutcome(compiled, severity, 0, [], faults)
  }
  const visits = check.for === undefined ? wholePlanVisit : listVisits(facts, compiled.place)
  const findings: Finding[] = []
  const faults: CheckFault[] = []
  for (const visit of visits) {
    const { holds, missing, fault } = compiled.assert(facts, visit ?? undefined)
    if (holds) continue
    const path = findFindingPath(missing, visit, compiled)
    if (fault === null) findings.push(createCheckFinding(check, severity, plan, path, visit))
    else faults.push({ key: 'assert', message: fault, path })
  }
  return createOutcome(compiled, severity, visits.length, findings, faults)
}

/** A check without `for` looks once, at the whole plan. */
const wholePlanVisit: readonly null[] = [null]

function createOutcome(
  { check, dimension, place }: CompiledCheck,
  severity: Severity,
  visits: number,
  findings: readonly Finding[],
  faults: readonly CheckFault[],
): CheckOutcome {
  const passed = visits - findings.length - (visits === 0 ? 0 : faults.length)
  const counted = visits > 0 && severity !== 'info'
  return { check, dimension, severity, place, visits, passed, counted, findings, faults }
}

/** What is missing, as far as it would stand in the visited item; else the item; else where the check looks. */
function findFindingPath(missing: Path | null, visit: Visit | null, compiled: CompiledCheck): Path {
  if (visit === null) return missing ?? compiled.place
  const inside = missing !== null && visit.path.every((key, depth) => missing[depth] === key)
  return inside ? missing : visit.path
}

function createCheckFinding(
  { id, message, together, fix }: Check,
  severity: Severity,
  plan: Plan,
  path: Path,
  visit: Visit | null,
): Finding {
  return createFinding(id, path, createCheckMessage(message, plan, visit), {
    severity,
    fix: fix === undefined ? null : { say: 'as-written', text: fix },
    ...(together === undefined || visit === null
      ? {}
      : { together: createTogether(together, plan, visit) }),
  })
}

function createTogether(
  template: string,
  plan: Plan,
  visit: Visit,
): NonNullable<Finding['together']> {
  const item = getValueAt(plan, visit.path)
  return {
    around: template.split('{items}').map((part) => createCheckMessage(part, plan, null)),
    entry: labelItem(item, visit.index + 1, plan, maxListedLabel),
  }
}

const maxListedLabel = 40

const placeholderPattern = /\{((?:item|plan)(?:\.[A-Za-z0-9_-]+)*|index)\}/g

/**
 * A check's message for one visit: what `{item.what}`, `{plan.name}` and `{index}` (from 1) name, or that it is missing; `{item}`
 * is what the item is called.
 */
function createCheckMessage(
  template: string,
  plan: Plan,
  visit: { readonly path: Path; readonly index: number } | null,
): Message {
  // Every second part is what a placeholder names.
  const parts = template.split(placeholderPattern).map((part, index): string | Message => {
    if (index % 2 === 0) return part
    const number = (visit?.index ?? 0) + 1
    if (part === 'index') return String(number)
    if (part === 'item') return labelItem(getValueAt(plan, visit?.path ?? []), number, plan)
    const [root, ...keys] = part.split('.')
    const base = root === 'item' ? (visit?.path ?? []) : []
    const key = keys.at(-1)
    const missing: Message =
      key === undefined ? { say: 'text-missing' } : { say: 'value-missing', key }
    return formatPlanValue(getValueAt(plan, [...base, ...keys])) ?? missing
  })
  return { say: 'check-message', parts }
}

function formatPlanValue(value: unknown): string | null {
  if (typeof value === 'string' && value.trim() !== '') return clip(value.trim())
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value) || value.length === 0) return null
  return clip(value.map((item) => formatPlanValue(item) ?? '…').join(', '))
}
