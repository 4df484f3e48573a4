import { checkReferences } from '../../checks/check-references.ts'
import type { CompiledChecks } from '../../checks/compile-checks.ts'
import {
  addUnreadNames,
  type DocumentOutcome,
  judgeDocument,
} from '../../checks/judge-document.late.ts'
import { type CheckOutcome, judgePlan } from '../../checks/judge-plan.ts'
import type { SeverityOverrides } from '../../checks/severity.ts'
import type { PlanCompleteness, PlanDocument, PlanScore } from '../../model/check-run.ts'
import { createFinding, type Path, type PlacedFinding } from '../../model/finding.ts'
import type { Plan } from '../../model/plan.ts'
import type { Check } from '../../model/questionnaire.ts'
import type { Stage } from '../../model/vocabulary.ts'
import { isAtLeast } from '../../scoring/numbers.ts'
import { scorePlan } from '../../scoring/plan-score.ts'
import type { Message } from '../../words/message.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import type { Source, UnreadPlace } from '../load/source.ts'

/** A plan as the checks of a questionnaire see it. */
interface JudgedPlan {
  readonly planScore: PlanScore
  /** Of every check that is not off at its stage. */
  readonly outcomes: readonly CheckOutcome[]
  /** Placed in the plan, or in the questionnaire where a check itself is at fault. */
  readonly findings: readonly PlacedFinding[]
}

interface JudgePlanOptions {
  readonly loaded: LoadedQuestionnaire
  readonly checks: CompiledChecks
  readonly severities: SeverityOverrides
  /** A date like `2026-11-23`. */
  readonly today: string
  /** The stage where the plan names none. */
  readonly defaultStage: Stage | null
  /** The errors in the plan, where its value has `unread`. */
  readonly refused?: readonly UnreadPlace[]
}

/** Checks the ids in a plan, judges it by every check, and scores it. */
export function judgePlanSource(source: Source, plan: Plan, judging: JudgePlanOptions): JudgedPlan {
  const { loaded, checks, severities, today, defaultStage: otherwise, refused = [] } = judging
  const { prose } = source.document
  const given = { plan, today, severities, otherwise }
  const judged =
    prose === null
      ? { ...judgePlan(checks.checks, given), read: 1 }
      : judgeDocument(checks.checks, given, prose)
  const outcomes: readonly (CheckOutcome & Partial<DocumentOutcome>)[] = judged.outcomes
  const { stage, read } = judged
  const completeness = scorePlan(loaded.questionnaire, listShares(outcomes))
  const isReadEnough = read !== null && isAtLeast(read, minRead)
  const findings = outcomes.flatMap((outcome) => outcome.findings)
  return {
    planScore: {
      ...(isReadEnough ? completeness : withoutScores(completeness)),
      stage,
      read,
      unread: listUnreadChecks(outcomes, createLineFinder(refused, source)),
      document: describeDocument(source),
    },
    outcomes,
    findings: [
      ...placeReferenceFindings(source, plan),
      ...findings.map((finding) => source.document.place(finding)),
      ...outcomes.flatMap(({ check, faults }) => placeFaults(check, faults, source, loaded)),
    ],
  }
}

function describeDocument({ document: { prose, isAssumed } }: Source): PlanDocument | null {
  if (prose === null) return null
  const titles = prose.sections.flatMap(({ titles: own, line }) => {
    const title = own.at(-1)
    return title === undefined ? [] : [{ line, title }]
  })
  return { isAssumed, titles }
}

/** A document of which less was read has no score. */
const minRead = 0.8

function withoutScores({ dimensions }: PlanCompleteness): PlanCompleteness {
  const none = { value: null, low: null, high: null, coverage: null, reason: 'unread' } as const
  return { score: none, dimensions: dimensions.map(({ id }) => ({ id, score: none })) }
}

/** The checks that could look nowhere, since what they need was not understood, with the lines to look at. */
function listUnreadChecks(
  outcomes: readonly (CheckOutcome & Partial<DocumentOutcome>)[],
  findLines: (path: Path) => readonly number[],
): PlanScore['unread'] {
  return outcomes.flatMap(({ check, visits, unread, topicLines = [], places = [] }) => {
    if (visits > 0 || unread.length === 0) return []
    const paths = places.length > 0 ? places : unread
    const lines = new Set(topicLines.length > 0 ? topicLines : paths.flatMap(findLines))
    return [{ check: check.id, lines: [...lines].toSorted((a, b) => a - b) }]
  })
}

/** Finds the lines of the errors that are why something is unread: its own, or those around it, or those inside. */
function createLineFinder(
  refused: readonly UnreadPlace[],
  { document }: Source,
): (path: Path) => readonly number[] {
  const byPath = new Map<string, number[]>()
  for (const { path, line } of refused) {
    for (let depth = path.length; depth >= Math.max(0, path.length - 1); depth--) {
      const key = JSON.stringify([depth === path.length, ...path.slice(0, depth)])
      byPath.set(key, [...(byPath.get(key) ?? []), line])
    }
  }
  const findAt = (path: Path) => {
    for (let depth = path.length; depth > 0; depth--) {
      const lines = byPath.get(JSON.stringify([true, ...path.slice(0, depth)]))
      if (lines !== undefined) return lines
    }
    return byPath.get(JSON.stringify([false, ...path])) ?? []
  }
  return (path) => {
    const lines = findAt(path)
    if (lines.length === 0 && document.prose !== null) return [document.span(path, 'value').line]
    // What kind a plan is of may hang on its stage and on what binds.
    return lines.length > 0 ? lines : [...findAt(['stage']), ...findAt(['legalStatus'])]
  }
}

/** Ids in a plan that lead nowhere. */
export function placeReferenceFindings(source: Source, plan: Plan): readonly PlacedFinding[] {
  const { prose } = source.document
  const known = prose === null ? plan : addUnreadNames(plan, prose)
  return checkReferences(known).map((finding) => source.document.place(finding))
}

/** What the counted checks give to the plan's score. */
function listShares(outcomes: readonly CheckOutcome[]) {
  return outcomes
    .filter(({ counted }) => counted)
    .map(({ check, dimension, visits, passed }) => ({
      dimension,
      weight: check.weight,
      share: passed / visits,
    }))
}

/**
 * A check that cannot be judged is at fault itself, so it is named where it is written, once for each of its expressions;
 * only one that came with the program is named in the plan.
 */
function placeFaults(
  check: Check,
  faults: CheckOutcome['faults'],
  source: Source,
  loaded: LoadedQuestionnaire,
): readonly PlacedFinding[] {
  return (['when', 'assert'] as const).flatMap((key): readonly PlacedFinding[] => {
    const [first, ...others] = faults.filter((fault) => fault.key === key)
    if (first === undefined) return []
    const { line } = source.document.span(first.path, 'value')
    const place = `${source.file}:${line}`
    const about = { check: check.id, why: first.message }
    const fault = 'expression.error'
    const fix: Message = { say: 'fix-check-key', key }
    const message: Message = { say: 'check-not-judged-at', ...about, place, others: others.length }
    const placed = loaded.placeInCheck(check.id, createFinding(fault, [key], message, { fix }))
    const unjudged: Message = { say: 'check-not-judged', ...about }
    const inPlan = createFinding(fault, first.path, unjudged, { fix })
    return [placed ?? source.document.place(inPlan)]
  })
}
