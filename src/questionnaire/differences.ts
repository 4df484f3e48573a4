import type { Question, Questionnaire } from '../model/questionnaire.ts'
import { toCanonicalJson } from './canonical-json.ts'

export type PartKind = 'questionnaire' | 'dimension' | 'question' | 'check' | 'level' | 'profile'

/** How one part of a questionnaire differs from the part with its id in another. */
export interface Difference {
  readonly part: PartKind
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

interface ComparedPart {
  readonly text: string
  readonly keys: Readonly<Record<string, unknown>>
}

/** What was added, changed and dropped on the way from one questionnaire to another, part by part. */
export function compareQuestionnaires(
  base: Questionnaire,
  own: Questionnaire,
): readonly Difference[] {
  return partKinds.flatMap((part) =>
    compareParts(part, getComparedParts(part, base), getComparedParts(part, own)),
  )
}

const partKinds: readonly PartKind[] = [
  'questionnaire',
  'dimension',
  'question',
  'check',
  'level',
  'profile',
]

type ComparedParts = ReadonlyMap<string, ComparedPart>

function compareParts(
  part: PartKind,
  before: ComparedParts,
  after: ComparedParts,
): readonly Difference[] {
  const dropped = [...before].flatMap(([id, { text }]) =>
    after.has(id) ? [] : [{ part, id, kind: 'dropped', text, keys: [] } as const],
  )
  const others = [...after].flatMap(([id, { text, keys }]): readonly Difference[] => {
    const old = before.get(id)
    if (old === undefined) return [{ part, id, kind: 'added', text, keys: [] }]
    const changed = listChangedKeys(old.keys, keys)
    return changed.length === 0 ? [] : [{ part, id, kind: 'changed', text, keys: changed }]
  })
  return [...others, ...dropped]
}

function listChangedKeys(
  before: ComparedPart['keys'],
  after: ComparedPart['keys'],
): Difference['keys'] {
  const keys = Object.keys({ ...before, ...after })
  const [old, now] = [before, after].map((item) => (key: string) => item[key] ?? null)
  if (old === undefined || now === undefined) return []
  return keys.flatMap((key) =>
    toCanonicalJson(old(key)) === toCanonicalJson(now(key))
      ? []
      : [{ key, before: old(key), after: now(key) }],
  )
}

/** What a questionnaire says of itself, as one part among the others; `list --diff` has words for it. */
export const settingsId = 'settings'

/** The type of a question and what goes with it, as one key. */
export const formKey = 'form'

function getComparedParts(part: PartKind, questionnaire: Questionnaire): ComparedParts {
  const { dimensions, levels, profile, id, version, ...own } = questionnaire
  switch (part) {
    case 'questionnaire':
      return new Map([[settingsId, { text: '', keys: { ...own } }]])
    case 'dimension':
      return toComparedParts(
        dimensions.map(({ questions, checks, ...dimension }) => dimension),
        'title',
      )
    case 'question':
      return toComparedParts(
        dimensions.flatMap(({ questions }) => questions.map(toComparedQuestion)),
        'ask',
      )
    case 'check':
      return toComparedParts(
        dimensions.flatMap(({ checks }) => checks),
        'title',
      )
    case 'level':
      return toComparedParts(levels, 'title')
    case 'profile':
      return toComparedParts(profile.map(toComparedQuestion), 'ask')
    default:
      return part satisfies never
  }
}

/** What may be answered is written under "type" and the keys that go with it. */
function toComparedQuestion<T extends Pick<Question, 'form'>>({ form, ...question }: T) {
  return { ...question, [formKey]: form }
}

function toComparedParts<T extends { readonly id: string }>(
  list: readonly T[],
  text: keyof T,
): ComparedParts {
  return new Map(
    list.map((item) => [item.id, { text: String(item[text]), keys: { ...item } }] as const),
  )
}
