import { decode } from '../../model/decode.ts'
import { isMap } from '../../model/value.ts'
import type { Draft } from './draft.ts'
import { flatText } from './flat-text.ts'
import { findNamed, findPartner, hasIds, idOf, type Named, namedIn } from './names.ts'
import { isSame } from './same.ts'
import type { Content, Entry, PlaceStep, Wanted } from './wanted.ts'

/** What the plan can take of it, and what is left out and why; people and partners by their ids. */
export function accepted(
  { content, steps, place }: Wanted,
  draft: Draft,
  all: readonly Wanted[],
): readonly [Content | null, readonly string[]] {
  if (content.kind === 'texts') return [content, []]
  const known = knownIn(draft, all)
  const refused: string[] = []
  if (content.kind === 'value') {
    const field = String(steps.at(-1))
    const value = reference(field, content.value, known)
    const wrong = value === null ? unknownPerson(field, content.value) : wrongAt(steps, value)
    if (wrong !== null) return [null, [`${wrong}; "${place}" is not filled in`]]
    return [{ ...content, value: value ?? content.value }, []]
  }
  const items = content.items.map((item) => {
    const cells = Object.entries(item).flatMap(([field, cell]) => {
      const value = reference(field, cell, known)
      const wrong =
        value === null ? unknownPerson(field, cell) : wrongAt(steps, [{ [field]: value }])
      if (wrong === null) return [[field, value ?? cell] as const]
      refused.push(`${wrong}; "${field}" of "${item[content.key]}" is left out`)
      return []
    })
    return Object.fromEntries(cells)
  })
  const [once, doubles] = withoutDoubles(items, content.key)
  return [{ ...content, items: once }, [...refused, ...doubles]]
}

/** One entry by each name; what would be another under the same name is named itself. */
function withoutDoubles(
  items: readonly Entry[],
  key: string,
): readonly [readonly Entry[], readonly string[]] {
  const byName = new Map<string, Entry>()
  const doubles: string[] = []
  for (const item of items) {
    const name = flatText(item[key])
    const first = byName.get(name)
    if (first === undefined) byName.set(name, item)
    else if (!isSame(first, item)) {
      doubles.push(`"${name}" is answered twice, and not the same; only the first is filled in`)
    }
  }
  return [[...byName.values()], doubles]
}

interface Known {
  readonly people: readonly Named[]
  readonly partners: readonly Named[]
}

/** People of the plan, and those the answers are about to add. */
function knownIn({ plan }: Draft, all: readonly Wanted[]): Known {
  const people = namedIn(plan.people)
  const named = all.flatMap(({ place, content }) =>
    place === 'people' && content.kind === 'entries' ? content.items : [],
  )
  const coming = named.flatMap(({ name }) => {
    const text = String(name)
    const id = findNamed(text, people) === null ? idOf(text) : null
    return id === null ? [] : [{ id, name: text }]
  })
  return { people: [...people, ...coming], partners: namedIn(plan.partners) }
}

const personFields = ['owner', 'decider', 'accountable', 'sponsor', 'manager', 'deputy', 'chair']

/** The id of the person or partner that a field names; null where nobody is known by that name. */
function reference(field: string, value: string | number, known: Known): string | number | null {
  const isPerson = personFields.includes(field)
  if (!isPerson && field !== 'partner') return value
  const found = isPerson
    ? findNamed(String(value), known.people)
    : findPartner(String(value), known.partners)
  return found?.id ?? (isPerson ? null : (idOf(String(value)) ?? value))
}

function unknownPerson(field: string, value: string | number): string {
  return `Nobody under "people" is called "${value}", who is named as "${field}"`
}

/** Why the plan cannot take this at the end of these steps; null where it can. */
function wrongAt(steps: readonly PlaceStep[], value: unknown): string | null {
  const [section] = steps
  if (typeof section === 'string' && section.startsWith('x-')) return null
  const probe = steps.toReversed().reduce<unknown>(
    (inner, step) => {
      if (typeof step === 'string') return { [step]: inner }
      return [{ ...(isMap(inner) ? inner : {}), id: 'probe' }]
    },
    withIds(value, section),
  )
  const { findings } = decode('plan', { accordant: 'plan/1', ...(isMap(probe) ? probe : {}) })
  return findings.find(({ severity }) => severity === 'error')?.message ?? null
}

function withIds(value: unknown, section: PlaceStep | undefined): unknown {
  if (!Array.isArray(value) || typeof section !== 'string' || !hasIds([section])) return value
  return value.map((entry: unknown) => (isMap(entry) ? { id: 'probe', ...entry } : entry))
}
