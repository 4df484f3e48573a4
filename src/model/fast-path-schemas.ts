import * as z from 'zod'
import type { JsonSchema } from './compile-json-schema.ts'
import { fileSchemas } from './file-schemas.ts'
import type { Kind } from './kind-names.ts'

/**
 * The kinds that most runs read. A JSON Schema cannot express what changes a value or tests it by code, so the schemas of these
 * kinds do neither, except for defaults of keys at the top.
 */
export const fastPathKinds: readonly Kind[] = ['plan', 'response', 'config', 'baseline']

/** The JSON Schema that accepts exactly what the schema of the kind does; null for kinds without a fast path. */
export function findFastPathSchema(kind: Kind): JsonSchema | null {
  if (!fastPathKinds.includes(kind)) return null
  return z.toJSONSchema(fileSchemas[kind](), { io: 'input', reused: 'ref' }) as JsonSchema
}
