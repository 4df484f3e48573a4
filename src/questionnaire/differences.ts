import type { Question, Questionnaire } from '../model/questionnaire.ts'
import { canonicalJson } from './hash.ts'

export type Part = 'questionnaire' | 'dimension' | 'question' | 'check' | 'level' | 'profile'

/** How one part of a questionnaire differs from the part with its id in another. */
export interface Difference {
  readonly part: Part
  readonly id: string
  readonly kind: 'added' | 'changed' | 'dropped'
  /** What it is called, or what it asks. */
  readonly text: string
  /** The keys that differ, where it was changed; a value that is missing is null. */
  readonly keys: readonly {
    readonly key: string
    readonly before: unknown
    readonly after: unknown
  }[]
}

interface Item {
  readonly text: string
  readonly keys: Readonly<Record<string, unknown>>
}

/** What was added, changed and dropped on the way from one questionnaire to another, part by part. */
export function differences(base: Questionnaire, own: Questionnaire): readonly Difference[] {
  return parts.flatMap((part) => differencesIn(part, itemsOf(part, base), itemsOf(part, own)))
}

const parts: readonly Part[] = [
  'questionnaire',
  'dimension',
  'question',
  'check',
  'level',
  'profile',
]

type Items = ReadonlyMap<string, Item>

function differencesIn(part: Part, before: Items, after: Items): readonly Difference[] {
  const dropped = [...before].flatMap(([id, { text }]) =>
    after.has(id) ? [] : [{ part, id, kind: 'dropped', text, keys: [] } as const],
  )
  const others = [...after].flatMap(([id, { text, keys }]): readonly Difference[] => {
    const old = before.get(id)
    if (old === undefined) return [{ part, id, kind: 'added', text, keys: [] }]
    const changed = changedKeys(old.keys, keys)
    return changed.length === 0 ? [] : [{ part, id, kind: 'changed', text, keys: changed }]
  })
  return [...others, ...dropped]
}

function changedKeys(before: Item['keys'], after: Item['keys']): Difference['keys'] {
  const keys = Object.keys({ ...before, ...after })
  const [old, now] = [before, after].map((item) => (key: string) => item[key] ?? null)
  if (old === undefined || now === undefined) return []
  return keys.flatMap((key) =>
    canonicalJson(old(key)) === canonicalJson(now(key))
      ? []
      : [{ key, before: old(key), after: now(key) }],
  )
}

function itemsOf(part: Part, questionnaire: Questionnaire): Items {
  const { dimensions, levels, profile, id, version, ...own } = questionnaire
  switch (part) {
    case 'questionnaire':
      return new Map([['title and settings', { text: '', keys: { ...own } }]])
    case 'dimension':
      return byId(
        dimensions.map(({ questions, checks, ...dimension }) => dimension),
        'title',
      )
    case 'question':
      return byId(
        dimensions.flatMap(({ questions }) => questions.map(asWritten)),
        'ask',
      )
    case 'check':
      return byId(
        dimensions.flatMap(({ checks }) => checks),
        'title',
      )
    case 'level':
      return byId(levels, 'title')
    case 'profile':
      return byId(profile.map(asWritten), 'ask')
    default:
      return part satisfies never
  }
}

/** What may be answered is written under "type" and the keys that go with it. */
function asWritten<T extends Pick<Question, 'form'>>({ form, ...question }: T) {
  return { ...question, 'type and values': form }
}

function byId<T extends { readonly id: string }>(list: readonly T[], text: keyof T): Items {
  return new Map(
    list.map((item) => [item.id, { text: String(item[text]), keys: { ...item } }] as const),
  )
}
