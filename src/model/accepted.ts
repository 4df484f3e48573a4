import { acceptor, defaultsOf } from './accept.ts'
import type { Kind } from './kind-names.ts'
import type { FileOf } from './kinds.ts'
import { shapeOf } from './shapes.ts'
import { isMap } from './value.ts'

/** The value, with defaults filled in, where it is right as it stands; null where only the schema can tell. */
export function acceptedAs<K extends Kind>(kind: K, value: unknown): FileOf<K> | null {
  const test = tests.get(kind) ?? testOf(kind)
  tests.set(kind, test)
  return (isMap(value) ? test(value) : null) as FileOf<K> | null
}

type Test = (value: Readonly<Record<string, unknown>>) => unknown

const tests = new Map<Kind, Test>()

function testOf(kind: Kind): Test {
  const shape = shapeOf(kind)
  if (shape === null) return () => null
  const accepts = acceptor(shape)
  const defaults = Object.entries(defaultsOf(shape))
  return (value) => (accepts(value) ? complete(value, defaults) : null)
}

function complete(
  value: Readonly<Record<string, unknown>>,
  defaults: readonly (readonly [string, unknown])[],
): unknown {
  const missing = defaults.filter(([key]) => value[key] === undefined)
  return missing.length === 0 ? value : { ...value, ...Object.fromEntries(missing) }
}
