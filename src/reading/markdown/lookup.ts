import { comparable, partsOf, withoutBrackets } from './names.ts'
import type { Field, ListShape, MapShape } from './shapes.ts'
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

/** As `fieldNamed`, loosely; also "Risk owner" where the list is of risks. */
export function columnNamed({ item, title }: ListShape, name: string): Field | null {
  const found = fieldNamed(item, name, true)
  if (found !== null) return found
  const [first = '', ...rest] = withoutBrackets(name).split(' ')
  const isTitle = named(fieldsOf(item), first)?.key === title
  return isTitle && rest.length > 0 ? named(fieldsOf(item), rest.join(' ')) : null
}

/** A section of a plan, or a part of one whose name stands for itself. */
export function sectionNamed(name: string): Route | null {
  routes ??= findRoutes()
  return named(routes, comparable(name)) ?? named(routes, withoutBrackets(name))
}

/**
 * The sections that a longer heading tells of: those of its parts ("Governance and decision rights"), else the one that it
 * begins or ends with ("Key risks", "Parties to this plan").
 */
export function sectionsIn(name: string): readonly Route[] {
  const parts = partsOf(name)
  const found = parts.length > 1 ? parts.flatMap((piece) => sectionNamed(piece) ?? []) : []
  if (found.length > 0) return [...new Set(found)]
  const words = withoutBrackets(name).split(' ')
  if (words.length > mostWords) return []
  for (let count = words.length - 1; count > 0; count--) {
    const ends = [words.slice(0, count).join(' '), words.slice(-count).join(' ')]
    const route = ends
      .filter((end) => end.length >= shortestWord)
      .map(sectionNamed)
      .find((end) => end !== null)
    if (route != null) return [route]
  }
  return []
}

const mostWords = 6
const shortestWord = 4

/** A name for what is free in every map of a plan. */
export function isFreeName(name: string): boolean {
  return freeNames.includes(comparable(name))
}

/** Everything that a heading may be called, for suggestions. */
export function sectionNames(): readonly string[] {
  routes ??= findRoutes()
  return [...routes.keys()]
}

/** The names that a field goes by, its key first, in words and as it is. */
export function namesOf({ key, names }: Field): readonly string[] {
  return [...new Set([comparable(key.replaceAll(/[A-Z]/g, ' $&')), comparable(key), ...names])]
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
    for (const name of inner.alone) if (!found.has(name)) found.set(name, route)
    addAlone(found, route.through, inner)
  }
}
