import type { AppliedWaiver } from '../../model/check-run.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { canBeWaived } from './can-be-waived.ts'
import type { ChecksById, Waiver, WaiverIssue } from './waiver.ts'
import { findWaiverIssue } from './waiver-issue.ts'

interface AppliedWaivers<W extends Waiver> {
  /** The findings that are set aside. */
  readonly waived: ReadonlyMap<PlacedFinding, AppliedWaiver>
  /** What is wrong with each waiver; null where it is in use. */
  readonly issues: ReadonlyMap<W, WaiverIssue | null>
}

export interface WaiverOptions<W extends Waiver> {
  readonly waivers: readonly W[]
  readonly checks: ChecksById
  /** Ids of the people the plan lists; where it lists none, anybody may waive. */
  readonly people: readonly string[]
  /** A date like `2026-11-23`. */
  readonly today: string
  /** The file's value, to name places in it. */
  readonly value: unknown
}

/** Applies waivers to the findings of one file. Of several that reach a finding the first sets it aside. */
export function applyWaivers<W extends Waiver>(
  findings: readonly PlacedFinding[],
  given: WaiverOptions<W>,
): AppliedWaivers<W> {
  const waived = new Map<PlacedFinding, AppliedWaiver>()
  const issues = new Map<W, WaiverIssue | null>()
  const byId = groupById(findings)
  for (const waiver of given.waivers) {
    const id = given.checks.get(waiver.check)?.id ?? waiver.check
    const own = byId.get(id) ?? []
    const covered = waiver.covered(own)
    const issue = findWaiverIssue(waiver, { ...given, own, covered })
    issues.set(waiver, issue)
    const { by, until, reason, from } = waiver
    for (const finding of issue === null ? covered : []) {
      if (canBeWaived(finding) && !waived.has(finding))
        waived.set(finding, { by, until, reason, from })
    }
  }
  return { waived, issues }
}

function groupById(
  findings: readonly PlacedFinding[],
): ReadonlyMap<string, readonly PlacedFinding[]> {
  const groups = new Map<string, PlacedFinding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.id) ?? []
    groups.set(finding.id, group)
    group.push(finding)
  }
  return groups
}
