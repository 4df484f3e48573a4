import type { ValueType } from '../../expression/language/type.ts'
import { buildTypeFromShape } from '../../expression/plan-type.ts'
import { findFastPathSchema } from '../../model/fast-path-schemas.ts'
import type { Message } from '../../words/message.ts'

/** A step to a place in the plan: a key, or the entry of a partner, the one who answers or one that an answer names. */
export type FillStep =
  | { readonly key: string }
  | { readonly entryOf: 'partner' }
  | { readonly entryOf: 'answer'; readonly question: string }

/** The place that the answers to a question fill, and what it can hold. */
export interface FillTarget {
  readonly steps: readonly FillStep[]
  readonly holds: FillTargetType
}

export type FillTargetType =
  /** One value; `choices` are the only ones it can be. */
  | { readonly kind: 'value'; readonly choices: readonly string[] | null }
  | { readonly kind: 'texts' }
  /** Entries by their fields; with `field` each answer is that field of an entry. */
  | {
      readonly kind: 'entries'
      readonly field: string | null
      readonly fields: ReadonlyMap<string, ValueType>
    }
  /** A key that begins with `x-`: the answer as it is. */
  | { readonly kind: 'free' }

/** What a `fills` means, or what is wrong with it. */
export function parseFillTarget(fills: string): FillTarget | { readonly wrong: Message } {
  const segments = fills.match(/\{[^{}]*\}|[^.{}]+/g) ?? []
  if (segments.length === 0 || segments.join('.') !== fills) {
    return { wrong: { say: 'fill-no-path', path: fills } }
  }
  let here = buildTypeFromShape(findFastPathSchema('plan') ?? {})
  const steps: FillStep[] = []
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1
    if (index === 0 && isLast && segment.startsWith('x-')) {
      return { steps: [{ key: segment }], holds: { kind: 'free' } }
    }
    const entry = parseEntryStep(segment)
    const fields = getTypeFields(here.kind === 'list' ? (here.item ?? here) : here)
    if (entry !== null) {
      if (segments[index - 1] !== 'partners') {
        return { wrong: { say: 'fill-partner-misplaced', step: segment } }
      }
      steps.push(entry)
      here = here.item ?? here
      continue
    }
    const next = fields.get(segment)
    if (next === undefined) {
      return { wrong: { say: 'fill-key-unknown', key: segment, isInside: index > 0 } }
    }
    if (here.kind === 'list') {
      return isLast
        ? { steps, holds: { kind: 'entries', field: segment, fields } }
        : { wrong: { say: 'fill-path-too-long', key: segments[index - 1] ?? '' } }
    }
    steps.push({ key: segment })
    here = next
  }
  const holds = findTargetType(here)
  return holds === null ? { wrong: { say: 'fill-section', path: fills } } : { steps, holds }
}

function parseEntryStep(segment: string): FillStep | null {
  if (!segment.startsWith('{')) return null
  const named = segment.slice(1, -1)
  return named === 'partner' ? { entryOf: 'partner' } : { entryOf: 'answer', question: named }
}

function getTypeFields({ fields }: ValueType): ReadonlyMap<string, ValueType> {
  return fields ?? new Map()
}

function findTargetType(type: ValueType): FillTargetType | null {
  if (type.kind === 'map') return null
  if (type.kind !== 'list') return { kind: 'value', choices: type.choices ?? null }
  const item = type.item ?? type
  return item.kind === 'map'
    ? { kind: 'entries', field: null, fields: getTypeFields(item) }
    : { kind: 'texts' }
}
