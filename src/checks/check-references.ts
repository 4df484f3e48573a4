import { suggestWord } from '../model/did-you-mean.ts'
import { createFinding, createUnknownReference, type Finding, type Path } from '../model/finding.ts'
import { once } from '../model/once.ts'
import type { Plan } from '../model/plan.ts'
import { listUnread } from '../model/unread.ts'
import { isMap } from '../model/value.ts'
import type { Message } from '../words/message.ts'

/** What an id in a plan may stand for, with the section that introduces it. */
const sectionsByKind = {
  person: 'people',
  partner: 'partners',
  objective: 'objectives',
  risk: 'risks',
  group: 'governance',
} as const

type ReferenceKind = keyof typeof sectionsByKind

/** Where a plan names people, partners and objectives by their ids: dotted paths, also through lists. */
const referencePaths = splitPaths([
  [
    'person',
    [
      'partners.sponsor',
      'partners.manager',
      'people.deputy',
      'objectives.owner',
      'served.contact',
      'dependencies.owner',
      'roles.accountable',
      'roles.responsible',
      'roles.consulted',
      'roles.informed',
      'decisions.decider',
      'governance.members',
      'governance.chair',
      'teams.members',
      'communication.meetings.owner',
      'communication.meetings.attendees',
      'communication.reporting.owner',
      'communication.external.spokespeople',
      'escalation.who',
      'risks.owner',
      'change.owner',
      'milestones.owner',
      'indicators.owner',
      'exit.owner',
      'capability.who',
      'commitments.owner',
      'signatures.who',
    ],
  ],
  ['partner', ['people.partner', 'objectives.partner', 'resources.partner', 'signatures.partner']],
  ['objective', ['indicators.objective']],
])

function splitPaths(
  all: readonly (readonly [ReferenceKind, readonly string[]])[],
): readonly (readonly [ReferenceKind, readonly (readonly string[])[]])[] {
  return all.map(([thing, places]) => [thing, places.map((dotted) => dotted.split('.'))])
}

/** Ids in the plan that lead nowhere, and ids that two things have. Where an id is unread, it may be the one that is sought. */
export function checkReferences(plan: Plan): readonly Finding[] {
  const ids = Object.fromEntries(
    Object.entries(sectionsByKind).map(([thing, section]) => [
      thing,
      listSectionIds(plan, section),
    ]),
  ) as Record<ReferenceKind, ReadonlySet<string>>
  const mayHave = (thing: ReferenceKind) => {
    return listUnread(plan, [sectionsByKind[thing], 'id']).length > 0
  }
  const findings: Finding[] = Object.values(sectionsByKind).flatMap((section) =>
    checkRepeatedIds(plan, section),
  )
  for (const [thing, places] of referencePaths) {
    for (const keys of places) {
      const mayBe = once(() => mayHave(thing) || (keys.at(-1) === 'decider' && mayHave('group')))
      visitTexts(plan, keys, (value, path) => {
        if (!isKnown(thing, value, keys, ids) && !mayBe())
          findings.push(createUnknownId(thing, value, path(), ids))
      })
    }
  }
  const benefits = Array.isArray(plan.benefits) && !mayHave('partner') ? plan.benefits : []
  for (const [index, benefit] of benefits.entries()) {
    for (const partner of Object.keys(benefit.shares ?? {})) {
      const path = ['benefits', index, 'shares', partner]
      if (!ids.partner.has(partner))
        findings.push(createUnknownId('partner', partner, path, ids, 'key'))
    }
  }
  return findings
}

function createUnknownId(
  thing: ReferenceKind,
  id: string,
  path: Path,
  ids: Readonly<Record<ReferenceKind, ReadonlySet<string>>>,
  at: Finding['at'] = 'value',
): Finding {
  const known = ids[thing]
  const hint: Message =
    known.size > maxKnownIds ? { say: 'no-suggestion' } : suggestWord(id, [...known], 0)
  const fix: Message = { say: 'use-listed-id', section: sectionsByKind[thing], id }
  return { ...createUnknownReference(path, { say: `unknown-${thing}`, id, hint }, fix), at }
}

/** A group may decide as well as a person. */
function isKnown(
  thing: ReferenceKind,
  id: string,
  keys: readonly string[],
  ids: Readonly<Record<ReferenceKind, ReadonlySet<string>>>,
): boolean {
  return ids[thing].has(id) || (keys.at(-1) === 'decider' && ids.group.has(id))
}

/** Looking for the nearest word takes time; a list of all people would drown the message. */
const maxKnownIds = 200

function listSectionIds(plan: Plan, section: string): ReadonlySet<string> {
  const ids = new Set<string>()
  visitTexts(plan, [section, 'id'], (id) => ids.add(id))
  return ids
}

function checkRepeatedIds(plan: Plan, section: string): readonly Finding[] {
  const seen = new Set<string>()
  const findings: Finding[] = []
  visitTexts(plan, [section, 'id'], (id, path) => {
    if (seen.has(id)) findings.push(createRepeatedId(id, section, path()))
    seen.add(id)
  })
  return findings
}

function createRepeatedId(id: string, section: string, path: Path): Finding {
  return createFinding(
    'schema.value',
    path,
    { say: 'id-repeated', id, section },
    { fix: { say: 'give-other-id' } },
  )
}

/** Visits every text under these keys, through lists on the way and at their end. A path is made only when asked for. */
function visitTexts(
  plan: Plan,
  keys: readonly string[],
  visit: (text: string, path: () => Path) => void,
): void {
  const path: (string | number)[] = []
  const walk = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        path.push(index)
        walk(item, depth)
        path.pop()
      }
      return
    }
    const key = keys[depth]
    if (key === undefined) {
      if (typeof value === 'string') visit(value, () => [...path])
    } else if (isMap(value) && Object.hasOwn(value, key)) {
      path.push(key)
      walk(value[key], depth + 1)
      path.pop()
    }
  }
  walk(plan, 0)
}
