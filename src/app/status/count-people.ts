import type { Config } from '../../model/config.ts'
import type { BegunResponse, PartnerStatus } from '../../model/partnership-status.ts'
import type { FiledResponse, LeftOut } from '../../scoring/who-counts.ts'
import { getPartnerNames, type Partnership } from '../load/partnership.ts'

/** Responses by what has become of them. */
export interface SortedPeople {
  readonly counted: readonly FiledResponse[]
  readonly begun: readonly StartedResponse[]
  readonly leftOut: readonly LeftOut[]
}

/** A response that only has to be finished. */
export interface StartedResponse extends Omit<BegunResponse, 'code'> {
  readonly partner: string
  readonly respondent: string
}

/**
 * The partners in the order in which they are listed, then others by id, with how many people of each have answered, begun and
 * are missing. A partner that is not to answer is there only where somebody did or is invited.
 */
export function countPeople(
  partnership: Partnership,
  people: SortedPeople,
): readonly PartnerStatus[] {
  const { partners: listed, config } = partnership
  const invited = config?.invited ?? {}
  const heard = [
    ...people.counted.map(({ response }) => response.partner),
    ...people.begun.map(({ partner }) => partner),
    ...people.leftOut.map(({ partner }) => partner),
    ...Object.keys(invited),
  ]
  const idle = new Set(listed.filter(({ asked }) => !asked).map(({ id }) => id))
  for (const id of heard) idle.delete(id)
  const known = listed.map(({ id }) => id).filter((id) => !idle.has(id))
  // Where partners are listed, nobody else is one.
  const others = listed.length === 0 ? [...new Set(heard)].sort() : []
  const names = getPartnerNames(partnership)
  const unasked = new Set(listed.filter(({ asked }) => !asked).map(({ id }) => id))
  const byPartner = groupByPartner(people)
  return [...known, ...others].map((id) => ({
    id,
    name: names.get(id) ?? id,
    asked: !unasked.has(id),
    ...countPartner(byPartner.get(id) ?? createGroup(), invited[id]),
  }))
}

interface PartnerGroup {
  /** Files by respondent. */
  readonly answered: Map<string, string>
  readonly begun: StartedResponse[]
  readonly excluded: Set<string>
}

function createGroup(): PartnerGroup {
  return { answered: new Map(), begun: [], excluded: new Set() }
}

function groupByPartner({ counted, begun, leftOut }: SortedPeople) {
  const groups = new Map<string, PartnerGroup>()
  const groupOf = (partner: string): PartnerGroup => {
    const group = groups.get(partner) ?? createGroup()
    groups.set(partner, group)
    return group
  }
  for (const { response, file } of counted) {
    groupOf(response.partner).answered.set(response.respondent.id, file)
  }
  for (const started of begun) groupOf(started.partner).begun.push(started)
  for (const { partner, respondent, reason } of leftOut) {
    if (reason === 'excluded') groupOf(partner).excluded.add(respondent)
  }
  return groups
}

type Invited = NonNullable<Config['invited']>[string]

function countPartner(
  { answered, begun, excluded }: PartnerGroup,
  invited: Invited | undefined,
): Omit<PartnerStatus, 'id' | 'name' | 'asked'> {
  const codes = typeof invited === 'object' ? new Set(invited) : null
  const counts = { answered: answered.size, begun: listBegun(begun, codes) }
  if (codes === null) {
    const missing =
      typeof invited === 'number' ? Math.max(0, invited - answered.size - begun.length) : null
    const none = { missingCodes: null, leftOut: 0, uninvited: 0, toCompare: [] }
    return { ...counts, invited: typeof invited === 'number' ? invited : null, missing, ...none }
  }
  const started = new Set(begun.map(({ respondent }) => respondent))
  const silent = [...codes].filter((code) => !answered.has(code) && !started.has(code))
  const missingCodes = silent.filter((code) => !excluded.has(code))
  const uninvited = [...answered].filter(([code]) => !codes.has(code)).map(([, file]) => file)
  return {
    ...counts,
    invited: codes.size,
    missing: missingCodes.length,
    missingCodes,
    leftOut: silent.length - missingCodes.length,
    uninvited: uninvited.length,
    toCompare: missingCodes.length === 0 ? [] : uninvited,
  }
}

/** Those with an invited code first; of the others nothing tells whose response it is. */
function listBegun(
  begun: readonly StartedResponse[],
  codes: ReadonlySet<string> | null,
): readonly BegunResponse[] {
  return begun
    .map(({ respondent, entries, questions }) => ({
      code: codes?.has(respondent) === true ? respondent : null,
      entries,
      questions,
    }))
    .sort((a, b) => compareCodes(a.code, b.code) || b.entries - a.entries)
}

function compareCodes(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
