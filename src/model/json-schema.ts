import * as z from 'zod'
import { hasFreeKeys, type Kind } from './kind-names.ts'
import { changeSchemas, schemas } from './kinds.ts'
import { planGuide } from './plan-guide.ts'
import { isMap } from './value.ts'

/** The JSON Schema (2020-12) of a kind of file, out of the schema that decodes it. */
export function jsonSchema(kind: Kind): unknown {
  const whole = converted(schemas[kind]())
  const schema =
    kind === 'questionnaire' || kind === 'dimension'
      ? either(whole, converted(changeSchemas[kind]()))
      : whole
  const named = { ...schema, title: `accordant ${kind}` }
  const told = kind === 'plan' ? guided(named, []) : named
  return hasFreeKeys(kind) ? lenient(told, kind === 'plan') : told
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

/** The schema of a plan, with what each part is for. */
function guided(node: unknown, path: readonly string[]): unknown {
  if (!isMap(node)) return node
  const { properties, items } = node
  const description = planGuide[path.join('.')]
  return {
    ...node,
    ...(description === undefined ? {} : { description }),
    ...(isMap(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, schema]) => [
              key,
              guided(schema, [...path, key]),
            ]),
          ),
        }
      : {}),
    ...(items === undefined ? {} : { items: unnamed(guided(items, path)) }),
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
