import * as z from 'zod'
import type { Shape } from './accept.ts'
import type { Kind } from './kind-names.ts'
import { schemas } from './kinds.ts'

/**
 * The kinds that most runs read. A schema may stand here if nothing in it changes a value, but for defaults of keys at the
 * top, and if it refines nothing by code: those have no place in a JSON Schema.
 */
export const shortWay: readonly Kind[] = ['plan', 'response', 'config', 'baseline']

/** The JSON Schema that accepts just what the schema of the kind does; null for kinds off the short way. */
export function shapeOf(kind: Kind): Shape | null {
  if (!shortWay.includes(kind)) return null
  return z.toJSONSchema(schemas[kind](), { io: 'input', reused: 'ref' }) as Shape
}
