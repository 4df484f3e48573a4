import { buildPlanFacts, listVisits, type PlanFacts, type Visit } from '../expression/plan-facts.ts'
import { createFinding, type Finding, type Path, type Severity } from '../model/finding.ts'

import type { Plan } from '../model/plan.ts'
import type { Check } from '../model/questionnaire.ts'
import { unread } from '../model/unread.ts'
import { clip, getValueAt, isMap } from '../model/value.ts'
import type { Stage } from '../model/vocabulary.ts'
import type { Message } from '../words/message.ts'
import type { CompiledCheck } from './compile-checks.ts'
import { labelItem } from './item-label.ts'
import {
  listSituations,
  resolveSeverities,
  type SeverityOverrides,
  situationPaths,
} from './severity.ts'

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
  /**
   * The places that it needed and that were not understood. Where it looked nowhere else (`visits` is 0), nobody can say what it
   * would have found.
   */
  readonly unread: readonly Path[]
}

interface CheckFault {
  readonly key: 'when' | 'assert'
  readonly message: Message
  /** Where in the plan it was looking. */
  readonly path: Path
}

interface PlanJudgement {
  /** Null where what is written as the stage was not understood. */
  readonly stage: Stage | null
  /** Of every check that is not off at this stage, in questionnaire order. */
  readonly outcomes: readonly CheckOutcome[]
}

/**
 * Judges a plan by every check, at its stage (or `otherwise`, or agreed) and of its kind. Expressions see both. Where one of them
 * is unread, a check is judged if it is not off at any that it may be, as mildly as at the mildest. Source: design section 3, rule 12.
 */
export function judgePlan(
  checks: readonly CompiledCheck[],
  given: {
    readonly plan: Plan
    readonly today: string
    readonly otherwise?: Stage | null
    readonly severities?: SeverityOverrides
  },
): PlanJudgement {
  const situations = listSituations(given.plan, given.otherwise ?? 'agreed')
  const stage = findOnly(situations.map((one) => one.stage))
  const kind = findOnly(situations.map((one) => one.kind))
  const plan = { ...given.plan, stage: stage ?? unread, kind: kind ?? unread } as Plan
  const facts = buildPlanFacts({
    plan,
    today: given.today,
    people: listIds(plan.people),
    partners: listIds(plan.partners),
  })
  const outcomes = checks.flatMap((compiled) => {
    const [mildest, gravest] = resolveSeverities(compiled.check, situations, given.severities)
    if (mildest !== 'off') return judgeCheck(compiled, mildest, plan, facts)
    if (gravest === 'off') return []
    const met = { findings: [], faults: [], unread: situationPaths(given.plan) }
    return createOutcome(compiled, gravest, 0, met)
  })
  return { stage, outcomes }
}

/** The one that all of them are; null where they differ. */
function findOnly<T>(all: readonly T[]): T | null {
  const [first = null] = all
  return all.every((one) => one === first) ? first : null
}

/** Ids as they are written; what is unread has none. */
function listIds(entries: unknown): ReadonlySet<string> {
  const items: readonly unknown[] = Array.isArray(entries) ? entries : []
  return new Set(
    items.flatMap((item) => (isMap(item) && typeof item.id === 'string' ? [item.id] : [])),
  )
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
    const { fault, unread: hidden } = applies
    const faults = fault === null ? [] : [{ key: 'when', message: fault, path: [] } as const]
    return createOutcome(compiled, severity, 0, { findings: [], faults, unread: hidden })
  }
  const hidden: Path[] = []
  const visits =
    check.for === undefined ? wholePlanVisit : listVisits(facts, compiled.place, hidden)
  const findings: Finding[] = []
  const faults: CheckFault[] = []
  let left = 0
  for (const visit of visits) {
    const { holds, missing, fault, unread: met } = compiled.assert(facts, visit ?? undefined)
    if (holds) continue
    if (met.length > 0) {
      hidden.push(...met)
      left++
      continue
    }
    const path = findFindingPath(missing, visit, compiled)
    if (fault === null) findings.push(createCheckFinding(check, severity, plan, path, visit))
    else faults.push({ key: 'assert', message: fault, path })
  }
  const judged = visits.length - left
  return createOutcome(compiled, severity, judged, { findings, faults, unread: hidden })
}

/** A check without `for` looks once, at the whole plan. */
const wholePlanVisit: readonly null[] = [null]

function createOutcome(
  { check, dimension, place }: CompiledCheck,
  severity: Severity,
  visits: number,
  met: Pick<CheckOutcome, 'findings' | 'faults' | 'unread'>,
): CheckOutcome {
  const { findings, faults, unread: hidden } = met
  const passed = visits - findings.length - (visits === 0 ? 0 : faults.length)
  const counted = visits > 0 && severity !== 'info'
  return {
    check,
    dimension,
    severity,
    place,
    visits,
    passed,
    counted,
    findings,
    faults,
    unread: hidden,
  }
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
    const value = getValueAt(plan, [...base, ...keys])
    if (value === unread) return { say: 'value-unread' }
    return formatPlanValue(value) ?? missing
  })
  return { say: 'check-message', parts }
}

function formatPlanValue(value: unknown): string | null {
  if (typeof value === 'string' && value.trim() !== '') return clip(value.trim())
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value) || value.length === 0) return null
  return clip(value.map((item) => formatPlanValue(item) ?? '…').join(', '))
}
