import { didYouMean } from '../model/did-you-mean.ts'
import type { Finding, Path } from '../model/finding.ts'
import type { Plan } from '../model/plan.ts'
import { isMap } from '../model/value.ts'

/** What an id in a plan may stand for, with the section that introduces it. */
const introduced = {
  person: 'people',
  partner: 'partners',
  objective: 'objectives',
  risk: 'risks',
  group: 'governance',
} as const

type Thing = keyof typeof introduced

/** Where a plan names people, partners and objectives by their ids: dotted paths, also through lists. */
const references: readonly (readonly [Thing, readonly string[]])[] = [
  [
    'person',
    [
      'partners.sponsor',
      'partners.manager',
      'people.deputy',
      'objectives.owner',
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
]

/** Ids in the plan that lead nowhere, and ids that two things have. */
export function findReferences(plan: Plan): readonly Finding[] {
  const ids = Object.fromEntries(
    Object.entries(introduced).map(([thing, section]) => [thing, idsIn(plan, section)]),
  ) as Record<Thing, ReadonlySet<string>>
  const findings: Finding[] = Object.values(introduced).flatMap((section) =>
    repeated(plan, section),
  )
  for (const [thing, places] of references) {
    for (const dotted of places) {
      for (const { value, path } of textsAt(plan, dotted))
        findings.push(...unknown(thing, value, path, ids))
    }
  }
  for (const [index, benefit] of (plan.benefits ?? []).entries()) {
    for (const partner of Object.keys(benefit.shares ?? {})) {
      const path = ['benefits', index, 'shares', partner]
      findings.push(...unknown('partner', partner, path, ids, 'key'))
    }
  }
  return findings
}

function unknown(
  thing: Thing,
  id: string,
  path: Path,
  ids: Readonly<Record<Thing, ReadonlySet<string>>>,
  at: Finding['at'] = 'value',
): readonly Finding[] {
  // A group may decide as well as a person.
  if (ids[thing].has(id) || (path[2] === 'decider' && ids.group.has(id))) return []
  const section = introduced[thing]
  return [
    {
      id: 'reference.unknown',
      severity: 'error',
      message: `Unknown ${thing} "${id}"${nearest(id, ids[thing])}`,
      path,
      at,
      fix: `Write the id of one of those under "${section}", or add "${id}" there`,
    },
  ]
}

/** Looking for the nearest word takes time, and a file may hold thousands of words. */
const mostKnown = 200

/** Only a likely slip is named: a list of all people would drown the message. */
function nearest(id: string, known: ReadonlySet<string>): string {
  const near = known.size > mostKnown ? null : didYouMean(id, known)
  return near === null ? '' : `; did you mean "${near}"?`
}

function idsIn(plan: Plan, section: string): ReadonlySet<string> {
  return new Set(textsAt(plan, `${section}.id`).map(({ value }) => value))
}

function repeated(plan: Plan, section: string): readonly Finding[] {
  const seen = new Set<string>()
  return textsAt(plan, `${section}.id`).flatMap(({ value, path }): readonly Finding[] => {
    if (!seen.has(value)) {
      seen.add(value)
      return []
    }
    return [
      {
        id: 'schema.value',
        severity: 'error',
        message: `The id "${value}" is there twice under "${section}"`,
        path,
        at: 'value',
        fix: 'Give one of them another id',
      },
    ]
  })
}

interface Text {
  readonly value: string
  readonly path: Path
}

/** Every text at a dotted path, through lists on the way and at its end. */
function textsAt(plan: Plan, dotted: string): readonly Text[] {
  let open: readonly { readonly value: unknown; readonly path: Path }[] = [
    { value: plan, path: [] },
  ]
  for (const key of dotted.split('.')) {
    open = open.flatMap(({ value, path }) => {
      const field = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined
      const here = [...path, key]
      if (!Array.isArray(field)) return [{ value: field, path: here }]
      return field.map((item: unknown, index) => ({ value: item, path: [...here, index] }))
    })
  }
  return open.flatMap(({ value, path }) => (typeof value === 'string' ? [{ value, path }] : []))
}
