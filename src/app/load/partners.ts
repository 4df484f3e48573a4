import { basename } from 'node:path'
import type { Config } from '../../model/config.ts'
import { findNearestWord } from '../../model/did-you-mean.ts'
import { createFinding, type Finding } from '../../model/finding.ts'
import {
  type KnownPartners,
  type ListedPartner,
  listPartners,
  unlistedPartners,
} from '../../model/partners.ts'
import type { Plan } from '../../model/plan.ts'
import { isMap } from '../../model/value.ts'
import { planGuide } from '../../words/en/plan-guide.ts'
import type { Message } from '../../words/message.ts'
import type { Source } from './source.ts'

/** A settings file or a plan, with what it says as far as that can be used. */
export interface ReadFile<T> {
  readonly value: T | null
  readonly source: Source
}

type PlanPartner = Pick<ListedPartner, 'id' | 'name'>

/** The partners in force: those of the settings, else those of the plan. */
export function listKnownPartners(
  config: ReadFile<Config> | null,
  plan: ReadFile<Plan> | null,
): KnownPartners {
  const planned = listPlanPartners(plan)
  const configured = config?.value?.partners ?? []
  if (config === null || configured.length === 0) {
    if (plan === null || planned.length === 0) return unlistedPartners
    const partners = planned.map((partner) => ({ ...partner, asked: true }))
    return { partners: dropRepeated(partners), partnersFile: plan.source.file }
  }
  const names = new Map([...getNames(plan?.value?.partners), ...getNames(configured)])
  const partners = configured.map(({ id, asked = true }) => ({
    id,
    name: names.get(id) ?? id,
    asked,
  }))
  return { partners: dropRepeated(partners), partnersFile: config.source.file }
}

function dropRepeated(partners: readonly ListedPartner[]): readonly ListedPartner[] {
  return partners.filter(({ id }, at) => partners.findIndex((other) => other.id === id) === at)
}

/** Ids of the partners that are to answer; null where no partner is listed. */
export function listAskedPartners({ partners }: KnownPartners): readonly string[] | null {
  return partners.length === 0 ? null : partners.filter(({ asked }) => asked).map(({ id }) => id)
}

/** The stand-ins in a plan that `init` wrote, where the name of the partnership does not name its partners. */
export const standInPartners = ['partner-a', 'partner-b'] as const

const standIns: readonly string[] = standInPartners

/** A starter has what the guide says of a name in the place of one. */
const unnamedPartner = planGuide['partners.name']

/** None where a plan lists only stand-ins, or those who answered: then it does not say who else may. */
function listPlanPartners(plan: ReadFile<Plan> | null): readonly PlanPartner[] {
  const names = getNames(plan?.value?.partners)
  const named = (plan?.value?.partners ?? []).flatMap(({ id }): readonly PlanPartner[] => {
    const name = names.get(id)
    return name === undefined && standIns.includes(id) ? [] : [{ id, name: name ?? id }]
  })
  const answered = plan === null ? new Set() : listFilledPartners(plan.source.document.value)
  return named.every(({ id }) => answered.has(id)) ? [] : named
}

/** The partners whose entries an interview put in the plan. */
function listFilledPartners(plan: unknown): ReadonlySet<string> {
  const filled = isMap(plan) ? plan['x-filled'] : undefined
  const places = isMap(filled) ? Object.keys(filled) : []
  return new Set(places.flatMap((place) => /^partners\[([^\]]+)\]/.exec(place)?.[1] ?? []))
}

interface Named {
  readonly id: string
  readonly name?: string | undefined
}

/** The names of a plan's partners, or of its people, by id, where it gives them. */
export function getNames(all: readonly Named[] | undefined): ReadonlyMap<string, string> {
  return new Map(
    (all ?? []).flatMap(({ id, name }) =>
      name === undefined || name === unnamedPartner ? [] : [[id, name]],
    ),
  )
}

/** Where the settings and the plan list different partners, by path in the settings. */
export function comparePartners(
  config: ReadFile<Config>,
  plan: ReadFile<Plan> | null,
): readonly Finding[] {
  const configured = (config.value?.partners ?? []).map(({ id }) => id)
  const planned = listPlanPartners(plan).map(({ id }) => id)
  if (plan === null || configured.length === 0 || planned.length === 0) return []
  const file = basename(plan.source.file)
  const severity = 'warning'
  return [
    ...configured.flatMap((id, at) =>
      planned.includes(id)
        ? []
        : createFinding(
            'partners.differ',
            ['partners', at, 'id'],
            { say: 'partner-not-in-plan', id, file },
            { severity, fix: { say: 'partners-differ-fix', file } },
          ),
    ),
    ...planned
      .filter((id) => !configured.includes(id))
      .map((id) =>
        createFinding(
          'partners.differ',
          ['partners'],
          { say: 'partner-in-plan-only', id, file },
          { severity, at: 'key', fix: { say: 'partners-differ-fix', file } },
        ),
      ),
  ]
}

/** Where the settings invite a partner that is not listed, or one person twice, by path in the settings. */
export function findInvitationSlips(
  { invited = {} }: Pick<Config, 'invited'>,
  known: KnownPartners,
): readonly Finding[] {
  const ids = known.partners.map(({ id }) => id)
  const severity = 'warning'
  return Object.entries(invited).flatMap(([id, people]) => {
    const codes = typeof people === 'number' ? [] : people
    const repeated = codes.flatMap((code, at) =>
      codes.indexOf(code) === at
        ? []
        : createFinding(
            'schema.value',
            ['invited', id, at],
            { say: 'code-repeated', code, partner: id },
            { severity, fix: { say: 'remove-code' } },
          ),
    )
    if (ids.length === 0 || ids.includes(id)) return repeated
    const near = findNearestWord(id, ids)
    const hint: Message = near === null ? { say: 'no-suggestion' } : { say: 'did-you-mean', near }
    const message: Message = { say: 'unknown-partner', id, hint }
    const more = { severity, at: 'key', fix: listPartners(known) } as const
    return [createFinding('reference.unknown', ['invited', id], message, more), ...repeated]
  })
}

const maxTypedIds = 50

/**
 * Ids that may be one partner's, of which one is mistyped. Numbers and short parts, as in `team-1` and `team-b`, tell partners
 * apart; of very many partners nobody typed the ids.
 */
export function listLookAlikes(all: readonly string[]): readonly Message[] {
  const ids = [...new Set(all)].sort()
  if (ids.length > maxTypedIds) return []
  return ids.flatMap((id, index) =>
    ids
      .slice(index + 1)
      .filter((other) => isAlike(id, other))
      .map((other) => ({ say: 'partners-look-alike', ids: [id, other] }) as const),
  )
}

function isAlike(id: string, other: string): boolean {
  const [parts, others] = [id.split('-'), other.split('-')]
  const different = [
    ...parts.filter((part) => !others.includes(part)),
    ...others.filter((part) => !parts.includes(part)),
  ]
  const isNumbered = id.replaceAll(/\d/g, '') === other.replaceAll(/\d/g, '')
  const isShort = different.some((part) => part.length < 4)
  return !isNumbered && !isShort && findNearestWord(id, [other]) !== null
}
