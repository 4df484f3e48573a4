import * as z from 'zod'
import type { Kind } from './kind-names.ts'
import { hasFreeKeys, schemas } from './kinds.ts'
import { isMap } from './value.ts'

/** The JSON Schema (2020-12) of a kind of file, out of the schema that decodes it. */
export function jsonSchema(kind: Kind): unknown {
  const schema = z.toJSONSchema(schemas[kind](), {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
  })
  const named = { ...schema, title: `accordant ${kind}` }
  return hasFreeKeys(kind) ? withFreeKeys(named) : named
}

/** Editors must not mark what `decode` lets through: `notes` and keys that begin with `x-`. */
function withFreeKeys(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withFreeKeys)
  if (!isMap(node)) return node
  const copy = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withFreeKeys(value)]),
  )
  if (copy.type !== 'object' || copy.additionalProperties !== false) return copy
  return { ...copy, patternProperties: { '^(x-.*|notes)$': {} } }
}
