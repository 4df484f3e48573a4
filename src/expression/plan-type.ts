import type { Shape } from '../model/accept.ts'
import { anything, boolean, listOf, number, type Type, text } from './language/type.ts'

export type { Type } from './language/type.ts'

/** What values of a JSON Schema are to an expression; anything where the schema leaves it open. */
export function typeOfShape(shape: Shape, whole: Shape = shape): Type {
  const { $ref, type, properties, items } = shape
  if ($ref !== undefined) {
    const found = whole.$defs?.[$ref.replace('#/$defs/', '')]
    return found === undefined ? anything : typeOfShape(found, whole)
  }
  if (shape.enum !== undefined) return choiceOf(shape.enum)
  switch (type) {
    case 'string':
      return text
    case 'number':
    case 'integer':
      return number
    case 'boolean':
      return boolean
    case 'array':
      return items === undefined ? listOf(anything) : listOf(typeOfShape(items, whole))
    case 'object':
      return properties === undefined ? { kind: 'map' } : mapOf(properties, whole)
    default:
      return anything
  }
}

function choiceOf(values: readonly unknown[]): Type {
  const choices = values.filter((value) => typeof value === 'string')
  return choices.length === values.length ? { kind: 'text', choices } : anything
}

function mapOf(properties: Readonly<Record<string, Shape>>, whole: Shape): Type {
  const fields = Object.entries(properties).map(
    ([name, shape]) => [name, typeOfShape(shape, whole)] as const,
  )
  return { kind: 'map', fields: new Map(fields) }
}

/** The first key of a dotted path that leads nowhere, with those that are there. */
export interface LostKey {
  readonly key: string
  /** Where it begins in the dotted path. */
  readonly start: number
  /** Empty where nothing can stand there. */
  readonly known: readonly string[]
}

/** What stands at a dotted path; lists on the way are walked through, as `for` does. */
export function typeAt(top: Type, dotted: string): Type | LostKey {
  let here = top
  let start = 0
  for (const key of dotted.split('.')) {
    const parent = here.kind === 'list' ? (here.item ?? anything) : here
    if (parent.kind !== 'any' && parent.kind !== 'map') return { key, start, known: [] }
    if (parent.fields !== undefined && !parent.fields.has(key)) {
      return { key, start, known: [...parent.fields.keys()] }
    }
    here = parent.fields?.get(key) ?? anything
    start += key.length + 1
  }
  return here
}
