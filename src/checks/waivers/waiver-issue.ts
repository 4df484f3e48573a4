import { describeSuggestion } from '../../model/did-you-mean.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { generalFindingIds } from '../../model/finding-ids.ts'
import { formatIdentityPath, toIdentitySteps } from '../identity.ts'
import { canBeWaived, isAboutWaiving } from './can-be-waived.ts'
import type { ChecksById, Waiver, WaiverIssue } from './waiver.ts'

export interface WaiverReach {
  readonly checks: ChecksById
  readonly people: readonly string[]
  readonly today: string
  readonly value: unknown
  /** Every finding of the waiver's check in the file. */
  readonly own: readonly PlacedFinding[]
  /** Those that stand where the waiver reaches. */
  readonly covered: readonly PlacedFinding[]
}

/** Why a waiver sets nothing aside; null where it does. */
export function findWaiverIssue(waiver: Waiver, reach: WaiverReach): WaiverIssue | null {
  return (
    findUnknownCheck(waiver.check, reach.checks) ??
    findUnwaivable(waiver, reach) ??
    findUnused(waiver, reach) ??
    findUnknownPerson(waiver, reach) ??
    findExpired(waiver, reach)
  )
}

/** An id that is no check of the questionnaire, now or formerly, and nothing else that is ever found. */
export function findUnknownCheck(check: string, checks: ChecksById): WaiverIssue | null {
  const known: readonly string[] = [...checks.keys(), ...generalFindingIds]
  if (checks.has(check) || known.includes(check)) return null
  return {
    id: 'waiver.unknown',
    severity: 'error',
    message: `Unknown check "${check}"${describeSuggestion(check, known)}`,
    fix: 'Write the id that stands in brackets behind what is found',
    part: 'check',
    certain: true,
  }
}

function findUnwaivable({ check }: Waiver, { checks, covered }: WaiverReach): WaiverIssue | null {
  const isProtected = checks.get(check)?.protected === true
  const noErrors = covered.length > 0 && !covered.some(canBeWaived)
  if (!isProtected && !isAboutWaiving(check) && !noErrors) return null
  const why = isProtected
    ? `"${check}" is protected, so no waiver sets it aside`
    : `${isAboutWaiving(check) ? 'Findings' : 'Errors'} of "${check}" cannot be waived`
  return {
    id: 'waiver.unused',
    severity: 'warning',
    message: why,
    fix: 'Mend what is found, and take the waiver away',
    part: 'check',
    certain: true,
  }
}

function findUnused({ check }: Waiver, { own, covered, value }: WaiverReach): WaiverIssue | null {
  if (covered.length > 0) return null
  const few = 3
  const places = own
    .slice(0, few)
    .map(({ path }) => `"${formatIdentityPath(toIdentitySteps(value, path))}"`)
  const elsewhere = places.length === 0 ? '' : `; "${check}" is found at ${places.join(', ')}`
  const more = own.length > few ? ' and elsewhere' : ''
  return {
    id: 'waiver.unused',
    severity: 'warning',
    message: `The waiver of "${check}" sets nothing aside${elsewhere}${more}`,
    fix: places.length === 0 ? 'Take it away' : 'Write it where it is meant, or take it away',
    part: 'check',
    certain: false,
  }
}

function findUnknownPerson({ by }: Waiver, { people }: WaiverReach): WaiverIssue | null {
  if (people.length === 0 || people.includes(by)) return null
  return {
    id: 'waiver.unknown',
    severity: 'error',
    message: `Unknown person "${by}"${describeSuggestion(by, people)}`,
    fix: 'Write the id of somebody whom the plan lists under "people"',
    part: 'by',
    certain: true,
  }
}

function findExpired({ check, by, until }: Waiver, { today }: WaiverReach): WaiverIssue | null {
  if (until >= today) return null
  return {
    id: 'waiver.expired',
    severity: 'warning',
    message: `The waiver of "${check}" by "${by}" ended on ${until}, so what it set aside counts again`,
    fix: 'Mend what is found, or agree on a new day',
    part: 'until',
    certain: true,
  }
}
