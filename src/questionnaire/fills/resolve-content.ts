import { decode } from '../../model/decode.ts'
import { isMap } from '../../model/value.ts'
import type { Message } from '../../words/message.ts'
import type { PlanDraft } from './draft.ts'
import {
  findByName,
  findPartner,
  hasIds,
  listPeopleOrPartners,
  type PersonOrPartner,
  toPlanId,
} from './names.ts'
import type { FillContent, PlaceStep, PlanEntry, PlanFill } from './plan-fills.ts'
import { flattenText, isSameValue } from './same.ts'

/** What the plan can take of it, and what is left out and why; people and partners by their ids. */
export function resolveFillContent(
  { content, steps, place }: PlanFill,
  draft: PlanDraft,
  all: readonly PlanFill[],
): readonly [FillContent | null, readonly Message[]] {
  if (content.kind === 'texts') return [content, []]
  const known = listKnownNames(draft, all)
  const refused: Message[] = []
  if (content.kind === 'value') {
    const field = String(steps.at(-1))
    const value = resolveNameReference(field, content.value, known)
    const wrong =
      value === null ? describeUnknownPerson(field, content.value) : findPlanError(steps, value)
    if (wrong !== null) return [null, [{ say: 'fill-place-refused', problem: wrong, place }]]
    return [{ ...content, value: value ?? content.value }, []]
  }
  const items = content.items.map((item) => {
    const cells = Object.entries(item).flatMap(([field, cell]) => {
      const value = resolveNameReference(field, cell, known)
      const wrong =
        value === null
          ? describeUnknownPerson(field, cell)
          : findPlanError(steps, [{ [field]: value }])
      if (wrong === null) return [[field, value ?? cell] as const]
      refused.push({
        say: 'fill-field-refused',
        problem: wrong,
        field,
        entry: String(item[content.key]),
      })
      return []
    })
    return Object.fromEntries(cells)
  })
  const [once, doubles] = dropDoubles(items, content.key)
  return [{ ...content, items: once }, [...refused, ...doubles]]
}

/** One entry by each name; what would be another under the same name is named itself. */
function dropDoubles(
  items: readonly PlanEntry[],
  key: string,
): readonly [readonly PlanEntry[], readonly Message[]] {
  const byName = new Map<string, PlanEntry>()
  const doubles: Message[] = []
  for (const item of items) {
    const name = flattenText(item[key])
    const first = byName.get(name)
    if (first === undefined) byName.set(name, item)
    else if (!isSameValue(first, item)) {
      doubles.push({ say: 'fill-entry-differs', entry: name })
    }
  }
  return [[...byName.values()], doubles]
}

interface KnownNames {
  readonly people: readonly PersonOrPartner[]
  readonly partners: readonly PersonOrPartner[]
}

/** People of the plan, and those the answers are about to add. */
function listKnownNames({ plan }: PlanDraft, all: readonly PlanFill[]): KnownNames {
  const people = listPeopleOrPartners(plan.people)
  const named = all.flatMap(({ place, content }) =>
    place === 'people' && content.kind === 'entries' ? content.items : [],
  )
  const coming = named.flatMap(({ name }) => {
    const text = String(name)
    const id = findByName(text, people) === null ? toPlanId(text) : null
    return id === null ? [] : [{ id, name: text }]
  })
  return { people: [...people, ...coming], partners: listPeopleOrPartners(plan.partners) }
}

const personFields = ['owner', 'decider', 'accountable', 'sponsor', 'manager', 'deputy', 'chair']

/** The id of the person or partner that a field names; null where nobody is known by that name. */
function resolveNameReference(
  field: string,
  value: string | number,
  known: KnownNames,
): string | number | null {
  const isPerson = personFields.includes(field)
  if (!isPerson && field !== 'partner') return value
  const found = isPerson
    ? findByName(String(value), known.people)
    : findPartner(String(value), known.partners)
  return found?.id ?? (isPerson ? null : (toPlanId(String(value)) ?? value))
}

function describeUnknownPerson(field: string, value: string | number): Message {
  return { say: 'fill-person-unknown', field, name: String(value) }
}

/** Why the plan cannot take this at the end of these steps; null where it can. */
function findPlanError(steps: readonly PlaceStep[], value: unknown): Message | string | null {
  const [section] = steps
  if (typeof section === 'string' && section.startsWith('x-')) return null
  const probe = steps.toReversed().reduce<unknown>(
    (inner, step) => {
      if (typeof step === 'string') return { [step]: inner }
      return [{ ...(isMap(inner) ? inner : {}), id: 'probe' }]
    },
    addProbeIds(value, section),
  )
  const { findings } = decode('plan', { accordant: 'plan/1', ...(isMap(probe) ? probe : {}) })
  const found = findings.find(({ severity }) => severity === 'error')
  return found?.message ?? null
}

function addProbeIds(value: unknown, section: PlaceStep | undefined): unknown {
  if (!Array.isArray(value) || typeof section !== 'string' || !hasIds([section])) return value
  return value.map((entry: unknown) => (isMap(entry) ? { id: 'probe', ...entry } : entry))
}
