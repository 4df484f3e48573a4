import * as z from 'zod'
import { hasFreeKeys, type Kind } from './kind-names.ts'
import { changeSchemas, schemas } from './kinds.ts'
import { planGuide } from './plan-guide.ts'
import { questionnaireGuide } from './questionnaire-guide.ts'
import { isMap } from './value.ts'

/** The JSON Schema (2020-12) of a kind of file, out of the schema that decodes it. */
export function jsonSchema(kind: Kind): unknown {
  const whole = converted(schemas[kind]())
  const schema =
    kind === 'questionnaire' || kind === 'dimension'
      ? either(whole, converted(changeSchemas[kind]()))
      : whole
  const named = { ...schema, title: `accordant ${kind}` }
  const guide = guides[kind]
  const described = guide === undefined ? named : guided(named, [], guide)
  return hasFreeKeys(kind) ? lenient(described, kind === 'plan') : described
}

type Node = Readonly<Record<string, unknown>>

function converted(schema: z.ZodType): Node {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
  })
}

/** A file that stands for itself, or one that says how it differs from another; what both have is told at the top. */
function either({ $schema, ...whole }: Node, { $schema: _, ...changes }: Node): Node {
  const [first, second] = [propertiesOf(whole), propertiesOf(changes)]
  const keys = Object.keys({ ...first, ...second })
  const properties = Object.fromEntries(
    keys.map((key) => [
      key,
      JSON.stringify(first[key]) === JSON.stringify(second[key]) ? first[key] : {},
    ]),
  )
  return {
    $schema,
    type: 'object',
    properties,
    required: ['accordant', 'id'],
    additionalProperties: false,
    anyOf: [whole, changes],
  }
}

function propertiesOf({ properties }: Node): Node {
  return isMap(properties) ? properties : {}
}

/** What the part at a path is for; undefined where nobody says. */
type Guide = (path: readonly string[]) => string | undefined

const guides: Readonly<Partial<Record<Kind, Guide>>> = {
  plan: (path) => planGuide[path.join('.')],
  questionnaire: (path) => questionnaireGuide('questionnaire', path),
  dimension: (path) => questionnaireGuide('dimension', path),
}

/** The schema with what each part is for. */
function guided(node: unknown, path: readonly string[], guide: Guide): unknown {
  if (!isMap(node)) return node
  const { properties, items } = node
  const description = guide(path)
  const inside = (schema: unknown) => unnamed(guided(schema, path, guide))
  const choices = (['anyOf', 'oneOf'] as const).flatMap((key) => {
    const list = node[key]
    return Array.isArray(list) ? [[key, list.map(inside)] as const] : []
  })
  return {
    ...node,
    ...(description === undefined ? {} : { description }),
    ...Object.fromEntries(choices),
    ...(isMap(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, schema]) => [
              key,
              guided(schema, [...path, key], guide),
            ]),
          ),
        }
      : {}),
    ...(items === undefined ? {} : { items: inside(items) }),
  }
}

function told(node: unknown) {
  return isMap(node) && 'description' in node ? { description: node.description } : {}
}

/** What is said of a list need not be said of its items again. */
function unnamed(node: unknown): unknown {
  if (!isMap(node)) return node
  const { description: _, ...others } = node
  return others
}

const freeKeys = '^(x-.*|notes)$'

/** Editors must not mark what `decode` lets through: `notes` and keys that begin with `x-`, and empty places of a plan. */
function lenient(node: unknown, empty: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => lenient(item, empty))
  if (!isMap(node)) return node
  const copy: Readonly<Record<string, unknown>> = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, lenient(value, empty)]),
  )
  if (copy.type !== 'object') return copy
  const patternProperties = { [freeKeys]: {} }
  if (copy.additionalProperties === false) {
    return { ...copy, ...(empty ? mayBeEmpty(copy) : {}), patternProperties }
  }
  const propertyNames = { anyOf: [copy.propertyNames ?? {}, { pattern: freeKeys }] }
  return { ...copy, propertyNames, patternProperties }
}

/** The properties, each of which may be there without a value unless it is required. */
function mayBeEmpty({ properties, required }: Readonly<Record<string, unknown>>) {
  const needed: readonly unknown[] = Array.isArray(required) ? required : []
  const nothing = [{ type: 'null' }, { type: 'string', pattern: '^\\s*$' }]
  const entries = Object.entries(isMap(properties) ? properties : {}).map(([key, schema]) => [
    key,
    needed.includes(key) ? schema : { ...told(schema), anyOf: [unnamed(schema), ...nothing] },
  ])
  return { properties: Object.fromEntries(entries) }
}
