import type { PlacedFinding, Severity } from '../../model/finding.ts'
import type { Check } from '../../model/questionnaire.ts'

/** Who sets aside the findings of one check, until when and why, as it is written; whether it holds is judged later. */
export interface Waiver {
  readonly check: string
  readonly by: string
  /** The last day it holds. */
  readonly until: string
  readonly reason: string
  readonly from: 'comment' | 'config'
  /** Those of its check's findings that stand where it reaches. */
  readonly covered: (own: readonly PlacedFinding[]) => readonly PlacedFinding[]
}

/** What is wrong with a waiver, and which part of it is at fault. */
export interface WaiverIssue {
  readonly id: 'waiver.expired' | 'waiver.unused' | 'waiver.unknown'
  readonly severity: Severity
  readonly message: string
  readonly fix: string | null
  readonly part: 'all' | 'check' | 'by' | 'until' | 'path'
  /** Does it hold whatever else is found, here or in another plan? Not that it sets nothing aside. */
  readonly certain: boolean
}

/** The checks of a questionnaire, by their ids and their former ones. */
export type ChecksById = ReadonlyMap<string, Check>

export function buildChecksById(dimensions: readonly { readonly checks: readonly Check[] }[]) {
  const known = new Map<string, Check>()
  for (const check of dimensions.flatMap(({ checks }) => checks)) {
    for (const id of [check.id, ...(check.formerly ?? [])]) known.set(id, check)
  }
  return known
}
