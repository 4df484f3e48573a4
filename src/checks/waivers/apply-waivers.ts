import type { AppliedWaiver } from '../../model/check-run.ts'
import { suggestWord } from '../../model/did-you-mean.ts'
import type { Finding, PlacedFinding } from '../../model/finding.ts'
import { generalFindingIds } from '../../model/finding-ids.ts'
import type { Message } from '../../words/message.ts'
import { formatIdentityPath, toIdentitySteps } from '../identity.ts'
import { type ChecksById, createWaiverIssue, type Waiver, type WaiverIssue } from './waiver.ts'

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

interface WaiverReach {
  readonly checks: ChecksById
  readonly people: readonly string[]
  readonly today: string
  readonly value: unknown
  /** Every finding of the waiver's check in the file. */
  readonly own: readonly PlacedFinding[]
  /** Those that the waiver reaches. */
  readonly covered: readonly PlacedFinding[]
}

/** Why a waiver sets nothing aside; null where it does. */
function findWaiverIssue(waiver: Waiver, reach: WaiverReach): WaiverIssue | null {
  return (
    findUnknownCheck(waiver.check, reach.checks) ??
    findUnwaivable(waiver, reach) ??
    findUnused(waiver, reach) ??
    findUnknownPerson(waiver, reach) ??
    findExpired(waiver, reach)
  )
}

/** An id that belongs to no check of the questionnaire, now or formerly, and to no other finding. */
export function findUnknownCheck(check: string, checks: ChecksById): WaiverIssue | null {
  const known: readonly string[] = [...checks.keys(), ...generalFindingIds]
  if (checks.has(check) || known.includes(check)) return null
  const message: Message = { say: 'unknown-check', id: check, hint: suggestWord(check, known) }
  return createWaiverIssue('waiver.unknown', 'check', message, { say: 'write-check-id' })
}

function findUnwaivable({ check }: Waiver, { checks, covered }: WaiverReach): WaiverIssue | null {
  const isProtected = checks.get(check)?.protected === true
  const noErrors = covered.length > 0 && !covered.some(canBeWaived)
  if (!isProtected && !isAboutWaiving(check) && !noErrors) return null
  const say = isProtected
    ? 'check-protected'
    : isAboutWaiving(check)
      ? 'findings-not-waivable'
      : 'errors-not-waivable'
  return createWaiverIssue(
    'waiver.unused',
    'check',
    { say, check },
    { say: 'fix-and-remove-waiver' },
  )
}

function findUnused({ check }: Waiver, { own, covered, value }: WaiverReach): WaiverIssue | null {
  if (covered.length > 0) return null
  const places = own
    .slice(0, maxPlaces)
    .map(({ path }) => formatIdentityPath(toIdentitySteps(value, path)))
  const isElsewhere = places.length > 0
  const message: Message = isElsewhere
    ? { say: 'waiver-elsewhere', check, places, more: own.length > maxPlaces }
    : { say: 'waiver-unused', check }
  const fix: Message = { say: isElsewhere ? 'move-waiver' : 'remove-waiver' }
  return createWaiverIssue('waiver.unused', 'check', message, fix, false)
}

const maxPlaces = 3

function findUnknownPerson({ by }: Waiver, { people }: WaiverReach): WaiverIssue | null {
  if (people.length === 0 || people.includes(by)) return null
  const message: Message = { say: 'unknown-person', id: by, hint: suggestWord(by, people) }
  return createWaiverIssue('waiver.unknown', 'by', message, { say: 'write-person-id' })
}

function findExpired({ check, by, until }: Waiver, { today }: WaiverReach): WaiverIssue | null {
  if (until >= today) return null
  const message: Message = { say: 'waiver-expired', check, by, until }
  return createWaiverIssue('waiver.expired', 'until', message, { say: 'fix-or-renew' })
}

/** What stops a file from being understood has to be fixed, not set aside; so does what is wrong with a waiver or a baseline. */
export function canBeWaived({ id, severity }: Pick<Finding, 'id' | 'severity'>): boolean {
  if (isAboutWaiving(id)) return false
  return severity !== 'error' || !/^(?:yaml|schema)\./.test(id)
}

function isAboutWaiving(id: string): boolean {
  return /^(?:waiver|baseline)\./.test(id)
}
