import type { JsonSchema } from '../model/compile-json-schema.ts'
import {
  anyType,
  booleanType,
  createListType,
  numberType,
  textType,
  type ValueType,
} from './language/type.ts'

/** What values of a JSON Schema are to an expression; anything where the schema leaves it open. */
export function buildTypeFromShape(shape: JsonSchema, whole: JsonSchema = shape): ValueType {
  const { $ref, type, properties, items } = shape
  if ($ref !== undefined) {
    const found = whole.$defs?.[$ref.replace('#/$defs/', '')]
    return found === undefined ? anyType : buildTypeFromShape(found, whole)
  }
  if (shape.enum !== undefined) return createChoiceType(shape.enum)
  switch (type) {
    case 'string':
      return textType
    case 'number':
    case 'integer':
      return numberType
    case 'boolean':
      return booleanType
    case 'array':
      return items === undefined
        ? createListType(anyType)
        : createListType(buildTypeFromShape(items, whole))
    case 'object':
      return properties === undefined ? { kind: 'map' } : buildMapType(properties, whole)
    default:
      return anyType
  }
}

function createChoiceType(values: readonly unknown[]): ValueType {
  const choices = values.filter((value) => typeof value === 'string')
  return choices.length === values.length ? { kind: 'text', choices } : anyType
}

function buildMapType(
  properties: Readonly<Record<string, JsonSchema>>,
  whole: JsonSchema,
): ValueType {
  const fields = Object.entries(properties).map(
    ([name, shape]) => [name, buildTypeFromShape(shape, whole)] as const,
  )
  return { kind: 'map', fields: new Map(fields) }
}

/** The first key of a dotted path that leads nowhere, with those that are there. */
interface UnknownKey {
  readonly key: string
  /** Where it begins in the dotted path. */
  readonly start: number
  /** Empty where nothing can stand there. */
  readonly known: readonly string[]
}

/** What stands at a dotted path; lists on the way are walked through, as `for` does. */
export function findTypeAt(top: ValueType, dotted: string): ValueType | UnknownKey {
  let here = top
  let start = 0
  for (const key of dotted.split('.')) {
    const parent = here.kind === 'list' ? (here.item ?? anyType) : here
    if (parent.kind !== 'any' && parent.kind !== 'map') return { key, start, known: [] }
    if (parent.fields !== undefined && !parent.fields.has(key)) {
      return { key, start, known: [...parent.fields.keys()] }
    }
    here = parent.fields?.get(key) ?? anyType
    start += key.length + 1
  }
  return here
}
