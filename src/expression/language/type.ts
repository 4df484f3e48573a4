import type { Message } from '../../words/message.ts'

export type ValueKind =
  | 'any'
  | 'boolean'
  | 'number'
  | 'text'
  | 'null'
  | 'date'
  | 'days'
  | 'list'
  | 'map'

/** What is known of a value before there is one. */
export interface ValueType {
  readonly kind: ValueKind
  /** Of a list's items. */
  readonly item?: ValueType
  /** The only texts it can be. */
  readonly choices?: readonly string[]
  /** The only fields it can have. */
  readonly fields?: ReadonlyMap<string, ValueType>
}

export const anyType: ValueType = { kind: 'any' }
export const booleanType: ValueType = { kind: 'boolean' }
export const numberType: ValueType = { kind: 'number' }
export const textType: ValueType = { kind: 'text' }

export function createListType(item: ValueType): ValueType {
  return { kind: 'list', item }
}

/** May a value of the one be a value of the other? */
export function canOverlap(a: ValueKind, b: ValueKind): boolean {
  return a === b || a === 'any' || b === 'any'
}

/** The type of a value that is of the one or the other. */
export function mergeTypes(a: ValueType, b: ValueType): ValueType {
  if (a === b || a.kind !== b.kind) return a === b ? a : anyType
  if (a.kind !== 'list') return { kind: a.kind }
  return createListType(mergeTypes(a.item ?? anyType, b.item ?? anyType))
}

/** The kinds in a reader's words: `text, a list or a map`. */
export function nameKinds(...kinds: readonly ValueKind[]): Message {
  return { say: 'type-any-of', types: kinds.map((kind) => ({ say: `kind-${kind}` }) as const) }
}

/** What a function says of a value that it cannot take. */
export function createWrongKind(
  name: string,
  kinds: readonly ValueKind[],
  found: ValueKind,
): Message {
  return { say: 'function-value', name, expected: nameKinds(...kinds), found: nameKinds(found) }
}
