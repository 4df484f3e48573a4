import type { Finding, PlacedFinding } from '../../model/finding.ts'
import type { Check } from '../../model/questionnaire.ts'
import type { Message } from '../../words/message.ts'

/** Who sets aside the findings of one check, until when and why, as it is written; whether it is in force is judged later. */
export interface Waiver {
  readonly check: string
  readonly by: string
  /** The last day it is in force. */
  readonly until: string
  readonly reason: string
  readonly from: 'comment' | 'config'
  /** Those of its check's findings that it reaches. */
  readonly covered: (own: readonly PlacedFinding[]) => readonly PlacedFinding[]
}

/** What is wrong with a waiver; the path is the part at fault, empty where all of it is. */
export interface WaiverIssue extends Finding {
  readonly id: 'waiver.expired' | 'waiver.unused' | 'waiver.unknown'
  /** Is it true whatever else is found, here or in another plan? Not that a waiver sets nothing aside. */
  readonly certain: boolean
}

type WaiverPart = 'check' | 'by' | 'until' | 'path'

export function createWaiverIssue(
  id: WaiverIssue['id'],
  part: WaiverPart | null,
  message: Message,
  fix: Message | null = null,
  certain = true,
): WaiverIssue {
  const severity = id === 'waiver.unknown' ? 'error' : 'warning'
  const path = part === null ? [] : [part]
  return { id, severity, message, path, at: 'value', fix, certain }
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
