import * as z from 'zod'
import { planGuide } from '../words/en/plan-guide.ts'
import { findQuestionnaireGuide } from '../words/en/questionnaire-guide.ts'
import { changeSchemas, fileSchemas } from './file-schemas.ts'
import { hasFreeKeys, type Kind } from './kind-names.ts'
import { isMap } from './value.ts'

/** The JSON Schema (2020-12) of a kind of file, out of the schema that decodes it. */
export function buildJsonSchema(kind: Kind): unknown {
  const whole = toSchemaNode(fileSchemas[kind]())
  const schema =
    kind === 'questionnaire' || kind === 'dimension'
      ? mergeWithChanges(whole, toSchemaNode(changeSchemas[kind]()))
      : whole
  const named = { ...schema, title: `accordant ${kind}` }
  const guide = guides[kind]
  const described = guide === undefined ? named : addDescriptions(named, [], guide)
  return hasFreeKeys(kind) ? allowFreeKeys(described, kind === 'plan') : described
}

type SchemaNode = Readonly<Record<string, unknown>>

function toSchemaNode(schema: z.ZodType): SchemaNode {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' })
}

/** A file that is complete, or one that changes another. What both have in common is described at the top. */
function mergeWithChanges(
  { $schema, ...whole }: SchemaNode,
  { $schema: _, ...changes }: SchemaNode,
): SchemaNode {
  const [first, second] = [getProperties(whole), getProperties(changes)]
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

function getProperties({ properties }: SchemaNode): SchemaNode {
  return isMap(properties) ? properties : {}
}

/** What the part at a path is for; undefined if there is no description. */
type SchemaGuide = (path: readonly string[]) => string | undefined

const guides: Readonly<Partial<Record<Kind, SchemaGuide>>> = {
  plan: (path) => planGuide[path.join('.')],
  questionnaire: (path) => findQuestionnaireGuide('questionnaire', path),
  dimension: (path) => findQuestionnaireGuide('dimension', path),
}

/** The schema with what each part is for. */
function addDescriptions(node: unknown, path: readonly string[], guide: SchemaGuide): unknown {
  if (!isMap(node)) return node
  const { properties, items } = node
  const description = guide(path)
  const inside = (schema: unknown) => dropDescription(addDescriptions(schema, path, guide))
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
              addDescriptions(schema, [...path, key], guide),
            ]),
          ),
        }
      : {}),
    ...(items === undefined ? {} : { items: inside(items) }),
  }
}

function getDescription(node: unknown) {
  return isMap(node) && 'description' in node ? { description: node.description } : {}
}

/** The description of a list is not repeated at its items. */
function dropDescription(node: unknown): unknown {
  if (!isMap(node)) return node
  const { description: _, ...others } = node
  return others
}

const freeKeyPattern = '^(x-.*|notes)$'

/** Editors must not mark what `decode` accepts: `notes`, keys that begin with `x-`, and empty values in a plan. */
function allowFreeKeys(node: unknown, empty: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => allowFreeKeys(item, empty))
  if (!isMap(node)) return node
  const copy: Readonly<Record<string, unknown>> = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, allowFreeKeys(value, empty)]),
  )
  if (copy.type !== 'object') return copy
  const patternProperties = { [freeKeyPattern]: {} }
  if (copy.additionalProperties === false) {
    return { ...copy, ...(empty ? allowEmptyProperties(copy) : {}), patternProperties }
  }
  const propertyNames = { anyOf: [copy.propertyNames ?? {}, { pattern: freeKeyPattern }] }
  return { ...copy, propertyNames, patternProperties }
}

/** The properties. Those that are not required may be empty. */
function allowEmptyProperties({ properties, required }: Readonly<Record<string, unknown>>) {
  const needed: readonly unknown[] = Array.isArray(required) ? required : []
  const nothing = [{ type: 'null' }, { type: 'string', pattern: '^\\s*$' }]
  const entries = Object.entries(isMap(properties) ? properties : {}).map(([key, schema]) => [
    key,
    needed.includes(key)
      ? schema
      : { ...getDescription(schema), anyOf: [dropDescription(schema), ...nothing] },
  ])
  return { properties: Object.fromEntries(entries) }
}
