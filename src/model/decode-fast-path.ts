import { compileJsonSchema, type JsonSchema } from './compile-json-schema.ts'
import { findFastPathSchema } from './fast-path-schemas.ts'
import type { DecodedFile } from './file-schemas.ts'
import type { Kind } from './kind-names.ts'
import { isMap } from './value.ts'

/** The value with defaults filled in, if it is right as it is; null if only the schema can decide. */
export function decodeOnFastPath<K extends Kind>(kind: K, value: unknown): DecodedFile<K> | null {
  const test = fastDecoders.get(kind) ?? createFastDecoder(kind)
  fastDecoders.set(kind, test)
  return (isMap(value) ? test(value) : null) as DecodedFile<K> | null
}

type FastDecoder = (value: Readonly<Record<string, unknown>>) => unknown

const fastDecoders = new Map<Kind, FastDecoder>()

function createFastDecoder(kind: Kind): FastDecoder {
  const shape = findFastPathSchema(kind)
  if (shape === null) return () => null
  const accepts = compileJsonSchema(shape)
  const defaults = Object.entries(getDefaults(shape))
  return (value) => (accepts(value) ? addDefaults(value, defaults) : null)
}

function addDefaults(
  value: Readonly<Record<string, unknown>>,
  defaults: readonly (readonly [string, unknown])[],
): unknown {
  const missing = defaults.filter(([key]) => value[key] === undefined)
  return missing.length === 0 ? value : { ...value, ...Object.fromEntries(missing) }
}

/** The default values of keys at the top. */
function getDefaults(shape: JsonSchema): Readonly<Record<string, unknown>> {
  const entries = Object.entries(shape.properties ?? {})
  return Object.fromEntries(
    entries.flatMap(([key, property]) =>
      'default' in property ? [[key, property.default] as const] : [],
    ),
  )
}
