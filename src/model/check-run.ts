import type { Message } from '../words/message.ts'
import type { Finding, PlacedFinding, Severity, Span } from './finding.ts'
import type { Kind } from './kind-names.ts'
import type { Score } from './result.ts'
import type { Stage } from './vocabulary.ts'

/** What one run of `check` found: the one value that every format of findings is written from. */
export interface CheckRun {
  /** The day that dates were compared with, `2026-11-23`. */
  readonly today: string
  readonly verdict: CheckVerdict
  /** Is any limit set, or a severity that fails? Else there is nothing to pass. */
  readonly isLimited: boolean
  /** In the order they were checked. */
  readonly files: readonly CheckedFile[]
  /** Every check that was judged, and every other id of a finding; each once. */
  readonly rules: readonly Rule[]
}

interface CheckVerdict {
  readonly pass: boolean
  /** Why it does not pass; empty where it does. */
  readonly reasons: readonly CheckReason[]
}

export type CheckReason =
  /** How many findings of a severity at or above the fail level are neither waived nor in the baseline. */
  | { readonly code: 'findings'; readonly severity: Severity; readonly count: number }
  | MissedPlanLimit
  /** A plan of which no check could be judged, in a run in which none was: what was not understood hides all of it. */
  | { readonly code: 'nothing-judged'; readonly file: string }
  /** A file that could not be checked at all: it is missing, unreadable or not an accordant file, or its settings are broken. */
  | { readonly code: 'unchecked'; readonly file: string; readonly message: Message }

/** A plan is less complete than it has to be, 0..100; `value` is null where nobody can say how complete it is. */
export interface MissedPlanLimit {
  readonly code: 'limit'
  readonly file: string
  readonly option: 'minComplete'
  readonly value: number | null
  readonly needs: number
}

export interface CheckedFile {
  /** As it was given, with `/`. */
  readonly file: string
  /** The path from the current folder if the file is inside it, else as `file`: the name a code host uses. */
  readonly address: string
  /** Null where it could not be read. */
  readonly kind: Kind | null
  /** What the lines of its findings count: lines, or the paragraphs of a Word file. */
  readonly unit: 'line' | 'paragraph'
  /** Null for everything but a plan that was judged. */
  readonly plan: CheckedPlan | null
  /** Is it a plan that says no more than `init` wrote? It counts as none, and no check was judged on it. */
  readonly notBegun: boolean
  /** Ids of the checks that were judged on this file, whether they passed or not. */
  readonly judged: readonly string[]
  /** In the order of the text, with those that are waived or in the baseline. */
  readonly findings: readonly CheckedFinding[]
}

interface CheckedPlan extends PlanScore {
  /** With fingerprints like those of findings. */
  readonly unread: readonly (PlanScore['unread'][number] & { readonly fingerprint: string })[]
}

/** Is it a plan that is a document for people, rather than YAML? */
export function isDocument({ plan }: CheckedFile): boolean {
  return plan !== null && plan.document !== null
}

/** How complete the written plan is (docs/scoring.md); scores on 0..100. */
export interface PlanScore extends PlanCompleteness {
  /** The stage in force; null where what is written as the stage was not understood. */
  readonly stage: Stage | null
  /** The share of the document that was read, 0..1: all of YAML; null where nothing in a document is about a plan. */
  readonly read: number | null
  /** Checks that nobody can judge, as what they need was not understood, with the lines to look at first. */
  readonly unread: readonly { readonly check: string; readonly lines: readonly number[] }[]
  /** Null for YAML. */
  readonly document: PlanDocument | null
}

/** A plan that is a document for people. */
export interface PlanDocument {
  /** Had it no key `accordant`, so that kind and stage are taken for granted? */
  readonly isAssumed: boolean
  /** Where each title begins, in the order of the document. */
  readonly titles: readonly { readonly line: number; readonly title: string }[]
}

export interface PlanCompleteness {
  readonly score: Score
  readonly dimensions: readonly { readonly id: string; readonly score: Score }[]
}

/** A finding with what is known of it when it is written. */
export interface ReportedFinding extends PlacedFinding {
  /** Set aside by a waiver that is in force; null where it is not. */
  readonly waived: AppliedWaiver | null
  /** Listed in the baseline. */
  readonly baseline: boolean
  /** Where it stands for several entries: the place and the message of each, its own first. */
  readonly places?: readonly (Span & Pick<Finding, 'path' | 'message'>)[]
}

export interface CheckedFinding extends ReportedFinding {
  /** 64 hex digits out of ids and keys, no line numbers; unique in a run. */
  readonly fingerprint: string
}

export interface AppliedWaiver {
  readonly by: string
  /** The last day on which it counts. */
  readonly until: string
  readonly reason: string
  /** Where it is written: beside what it waives, or in `accordant.yaml`. */
  readonly from: 'comment' | 'config'
}

/** An id of findings, with what it is about. */
export interface Rule {
  readonly id: string
  /** As the author of a check wrote them; null for what is no check (`words/find-guide.ts` has the texts). */
  readonly texts: {
    readonly title: string
    readonly why: string | null
    readonly fix: string | null
  } | null
}

/**
 * How many errors a plan has: those in the baseline too, which are still there; not those that a waiver sets aside. Entries that
 * fail a check with `together` are one error, however many are in the baseline.
 */
export function countPlanErrors(
  findings: readonly Pick<ReportedFinding, 'id' | 'severity' | 'waived' | 'together'>[],
): number {
  const errors = findings.filter(({ severity, waived }) => severity === 'error' && waived === null)
  const together = new Set(errors.flatMap((one) => (one.together === undefined ? [] : [one.id])))
  return errors.filter((one) => one.together === undefined).length + together.size
}

/** A finding as `check` and `report` write it; its messages are still to be said. */
export function toFindingEntry(finding: ReportedFinding) {
  const { id, severity, message, path, line, column, endLine, endColumn, places } = finding
  const { fix, waived, baseline } = finding
  return {
    id,
    severity,
    message,
    path: [...path],
    line,
    column,
    endLine,
    endColumn,
    ...(places === undefined
      ? {}
      : { places: places.map((place) => ({ ...place, path: [...place.path] })) }),
    ...(finding.absent === true ? { absent: true as const } : {}),
    fix,
    waived: waived === null ? null : { by: waived.by, until: waived.until, reason: waived.reason },
    baseline,
  }
}
