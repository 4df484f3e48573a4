import type { FactType } from '../types.ts'

export type Kind = 'any' | 'boolean' | 'number' | 'text' | 'null' | 'date' | 'days' | 'list' | 'map'

/** What is known of a value before there is one. */
export interface Type {
  readonly kind: Kind
  /** Of a list's items. */
  readonly item?: Type
  /** The only texts it can be. */
  readonly choices?: readonly string[]
  /** The only fields it can have. */
  readonly fields?: ReadonlyMap<string, Type>
}

export const anything: Type = { kind: 'any' }
export const boolean: Type = { kind: 'boolean' }
export const number: Type = { kind: 'number' }
export const text: Type = { kind: 'text' }

export function listOf(item: Type): Type {
  return { kind: 'list', item }
}

export function typeOfFact(fact: FactType, choices: readonly string[] | undefined): Type {
  const word: Type = choices === undefined ? text : { kind: 'text', choices }
  switch (fact) {
    case 'number':
      return number
    case 'boolean':
      return boolean
    case 'text':
      return word
    case 'texts':
      return listOf(word)
    case 'rows':
      return listOf({ kind: 'map' })
    default:
      return fact satisfies never
  }
}

/** May a value of the one be a value of the other? */
export function mayMeet(a: Kind, b: Kind): boolean {
  return a === b || a === 'any' || b === 'any'
}

/** The type of a value that is of the one or the other. */
export function either(a: Type, b: Type): Type {
  if (a === b || a.kind !== b.kind) return a === b ? a : anything
  if (a.kind !== 'list') return { kind: a.kind }
  return listOf(either(a.item ?? anything, b.item ?? anything))
}

const words: Readonly<Record<Kind, string>> = {
  any: 'a value',
  boolean: 'true or false',
  number: 'a number',
  text: 'text',
  null: 'null',
  date: 'a date',
  days: 'a number of days',
  list: 'a list',
  map: 'a map',
}

/** The kinds in a reader's words: `text, a list or a map`. */
export function inWords(...kinds: readonly Kind[]): string {
  const named = kinds.map((kind) => words[kind])
  if (named.length < 2) return named.join()
  return `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`
}
