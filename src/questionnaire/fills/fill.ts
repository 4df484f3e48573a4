import { decode } from '../../model/decode.ts'
import type { Finding, Path } from '../../model/finding.ts'
import { isMap } from '../../model/value.ts'
import type { Message } from '../../words/message.ts'
import { addToDraft, type DraftEdit, getDraftList, type PlanDraft, setInDraft } from './draft.ts'
import { mergeContent } from './merge.ts'
import {
  findByName,
  findPartner,
  hasIds,
  listPeopleOrPartners,
  type PersonOrPartner,
  toPlanId,
} from './names.ts'
import type { FillConflict, FillContent, PlaceStep, PlanEntry, PlanFill } from './plan-fills.ts'
import { flattenText, isSameValue, toPlanValue } from './same.ts'

export interface FilledPlan {
  readonly edits: readonly DraftEdit[]
  /** The plan as it is then. */
  readonly plan: Readonly<Record<string, unknown>>
  /** Places that were changed. */
  readonly places: readonly string[]
  /** What a person has to look at, by path in the changed plan. */
  readonly findings: readonly Finding[]
}

/** Where a plan keeps what the answers last put in it, by place. */
export const filledKey = 'x-filled'

/**
 * Puts what the answers want in the plan. An answer that is the same as last time touches nothing. A new one replaces what
 * nobody changed since it was filled in, what is empty, and placeholders; what a person changed stays and is named.
 */
export function fillPlan(
  plan: Readonly<Record<string, unknown>>,
  wanted: readonly PlanFill[],
  clashes: readonly FillConflict[],
): FilledPlan {
  const before = isMap(plan[filledKey]) ? plan[filledKey] : {}
  const findings: Finding[] = clashes.map(createConflictFinding)
  const places: string[] = []
  const now: Record<string, unknown> = { ...before }
  let draft: PlanDraft = { plan, edits: [] }
  for (const own of wanted) {
    const start = draft
    const [content, refused] = resolveFillContent(own, draft, wanted)
    if (content === null) {
      findings.push(...refused.map((message) => createFillFinding('fills.refused', message, [])))
      continue
    }
    const found = resolveFillPath(draft, own.steps)
    const last = before[own.place]
    const merged = mergeContent(found.draft, found.path, content, last)
    // Steps on the way are made only for something to put there.
    if (merged.draft !== found.draft) draft = merged.draft
    const path = found.draft === start || draft !== start ? found.path : []
    findings.push(
      ...refused.map((message) => createFillFinding('fills.refused', message, path)),
      ...merged.kept.map(({ message, at }) =>
        createFillFinding('fills.edited', message, [...path, ...at]),
      ),
    )
    if (draft !== start) places.push(own.place)
    now[own.place] = toPlanValue(content)
  }
  if (!isSameValue(now, before)) draft = setInDraft(draft, [filledKey], now)
  return { edits: draft.edits, plan: draft.plan, places, findings }
}

function createConflictFinding({ place, steps, who }: FillConflict): Finding {
  const path = steps.filter((step) => typeof step === 'string')
  const message = { say: 'fill-answers-differ', place, who } as const
  return {
    ...createFillFinding('fills.differ', message, path),
    fix: { say: 'fill-answers-differ-fix' },
  }
}

function createFillFinding(id: string, message: Message, path: Path): Finding {
  return { id, severity: 'warning', message, path, at: 'value', fix: null }
}

/** The path of a place in the plan; entries on the way that are not there yet are made. */
function resolveFillPath(
  draft: PlanDraft,
  steps: readonly PlaceStep[],
): { readonly draft: PlanDraft; readonly path: Path } {
  let here = draft
  const path: (string | number)[] = []
  for (const step of steps) {
    if (typeof step === 'string') {
      path.push(step)
      continue
    }
    const { id } = step.entry
    const list = getDraftList(here, path)
    const index = list.findIndex((entry) => isMap(entry) && entry.id === id)
    if (index === -1) here = addToDraft(here, [...path], { id })
    path.push(index === -1 ? list.length : index)
  }
  return { draft: here, path }
}

/** What the plan can take of it, and what is left out and why; people and partners by their ids. */
function resolveFillContent(
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
