import { comparable, partsOf, withoutBrackets } from './names.ts'
import type { Field, MapShape } from './shapes.ts'
import { freeNames, plan } from './vocabulary.ts'

/** A field with the keys that lead to it from the top; it stands under the last. */
export interface Route {
  readonly through: readonly Field[]
  readonly field: Field
}

/** The field that a key or column names, exactly; `loose` also by the parts of a longer name, where they agree. */
export function fieldNamed(shape: MapShape, name: string, loose = false): Field | null {
  const fields = fieldsOf(shape)
  const exact = named(fields, comparable(name)) ?? named(fields, withoutBrackets(name))
  if (exact !== null || !loose) return exact
  return agreed(partsOf(name).map((piece) => named(fields, piece)))
}

/** A section of a plan, or a part of one whose name stands for itself. */
export function sectionNamed(name: string, loose = false): Route | null {
  routes ??= findRoutes()
  const known = routes
  const exact = named(known, comparable(name)) ?? named(known, withoutBrackets(name))
  if (exact !== null || !loose) return exact
  return agreed(partsOf(name).map((piece) => named(known, piece)))
}

/** A name for what is free in every map of a plan. */
export function isFreeName(name: string): boolean {
  return freeNames.includes(comparable(name))
}

/** Everything that a heading may be called, for suggestions. */
export function sectionNames(): readonly string[] {
  routes ??= findRoutes()
  return [...routes.keys()]
}

/** The names that a field goes by. */
export function namesOf({ key, names }: Field): readonly string[] {
  return [comparable(key.replaceAll(/[A-Z]/g, ' $&')), ...names]
}

function named<T>(known: ReadonlyMap<string, T>, name: string): T | null {
  return known.get(name) ?? known.get(`${name}s`) ?? known.get(name.replace(/s$/, '')) ?? null
}

function agreed<T>(found: readonly (T | null)[]): T | null {
  const all = found.filter((item) => item !== null)
  return new Set(all).size === 1 ? (all[0] ?? null) : null
}

const fieldsByShape = new WeakMap<MapShape, ReadonlyMap<string, Field>>()

function fieldsOf(shape: MapShape): ReadonlyMap<string, Field> {
  const known = fieldsByShape.get(shape)
  if (known !== undefined) return known
  const fields = new Map<string, Field>()
  for (const field of shape.fields) {
    for (const name of namesOf(field)) if (!fields.has(name)) fields.set(name, field)
  }
  fieldsByShape.set(shape, fields)
  return fields
}

let routes: ReadonlyMap<string, Route> | null = null

function findRoutes(): ReadonlyMap<string, Route> {
  const found = new Map<string, Route>()
  const sections = plan.fields.filter(({ shape }) => shape.kind === 'list' || shape.kind === 'map')
  for (const field of sections) {
    for (const name of namesOf(field)) found.set(name, { through: [], field })
  }
  for (const field of sections) addAlone(found, [], field)
  return found
}

function addAlone(found: Map<string, Route>, through: readonly Field[], field: Field): void {
  if (field.shape.kind !== 'map') return
  for (const inner of field.shape.fields) {
    const route = { through: [...through, field], field: inner }
    for (const name of inner.alone ?? []) if (!found.has(name)) found.set(name, route)
    addAlone(found, route.through, inner)
  }
}
