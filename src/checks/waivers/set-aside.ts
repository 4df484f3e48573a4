import type { Waived } from '../../model/check-run.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { canBeWaived } from './can-be-waived.ts'
import type { KnownChecks, Waiver, WaiverProblem } from './waiver.ts'
import { waiverProblem } from './waiver-problem.ts'

export interface Aside<W extends Waiver> {
  /** The findings that are set aside. */
  readonly waived: ReadonlyMap<PlacedFinding, Waived>
  /** What is wrong with each waiver; null where it is in use. */
  readonly standings: ReadonlyMap<W, WaiverProblem | null>
}

export interface AsideGiven<W extends Waiver> {
  readonly waivers: readonly W[]
  readonly checks: KnownChecks
  /** Ids of the people the plan lists; where it lists none, anybody may waive. */
  readonly people: readonly string[]
  /** A date like `2026-11-23`. */
  readonly today: string
  /** The file's value, to name places in it. */
  readonly value: unknown
}

/** Holds waivers against the findings of one file. Of several that reach a finding the first sets it aside. */
export function setAside<W extends Waiver>(
  findings: readonly PlacedFinding[],
  given: AsideGiven<W>,
): Aside<W> {
  const waived = new Map<PlacedFinding, Waived>()
  const standings = new Map<W, WaiverProblem | null>()
  const byId = grouped(findings)
  for (const waiver of given.waivers) {
    const id = given.checks.get(waiver.check)?.id ?? waiver.check
    const own = byId.get(id) ?? []
    const covered = waiver.covered(own)
    const problem = waiverProblem(waiver, { ...given, own, covered })
    standings.set(waiver, problem)
    const { by, until, reason, from } = waiver
    for (const finding of problem === null ? covered : []) {
      if (canBeWaived(finding) && !waived.has(finding))
        waived.set(finding, { by, until, reason, from })
    }
  }
  return { waived, standings }
}

function grouped(
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
