import * as z from 'zod'
import type { JsonSchema } from './compile-json-schema.ts'
import { fileSchemas } from './file-schemas.ts'
import type { Kind } from './kind-names.ts'

/**
 * The kinds that most runs read. A schema may stand here if nothing in it changes a value, but for defaults of keys at the
 * top, and if it refines nothing by code: those have no place in a JSON Schema.
 */
export const fastPathKinds: readonly Kind[] = ['plan', 'response', 'config', 'baseline']

/** The JSON Schema that accepts just what the schema of the kind does; null for kinds off the short way. */
export function findFastPathSchema(kind: Kind): JsonSchema | null {
  if (!fastPathKinds.includes(kind)) return null
  return z.toJSONSchema(fileSchemas[kind](), { io: 'input', reused: 'ref' }) as JsonSchema
}
