import { maxNameLength, toComparable } from '../../model/comparable.ts'
import type { ListShape, MapShape, PlanField } from './shapes.ts'
import { freeNames, planShape } from './vocabulary.ts'

/** What a heading may be called besides: without its brackets, and each of its joined parts. */
function listNameParts(text: string): readonly string[] {
  const short = text.slice(0, maxNameLength)
  const bare = short.replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
  const pieces = bare.split(/\s+(?:and|or|und|[-–—|])\s+|[:/&,;–—]|[()]/i)
  return pieces.map(toComparable).filter((piece) => piece !== '')
}

/** As `comparable`, without what is in brackets. */
function toComparableWithoutBrackets(text: string): string {
  return toComparable(text.slice(0, maxNameLength).replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ' '))
}

/** A field with the keys that lead to it from the top; it is under the last. */
export interface SectionRoute {
  readonly through: readonly PlanField[]
  readonly field: PlanField
}

/** The field that a key or column names, exactly; `loose` also by the parts of a longer name, where they agree. */
export function findField(shape: MapShape, name: string, loose = false): PlanField | null {
  const fields = getFieldsByName(shape)
  const exact =
    findByName(fields, toComparable(name)) ?? findByName(fields, toComparableWithoutBrackets(name))
  if (exact !== null || !loose) return exact
  return findSharedMatch(listNameParts(name).map((piece) => findByName(fields, piece)))
}

/** As `fieldNamed`, loosely; also "Risk owner" where the list is of risks. */
export function findColumnField({ item, title }: ListShape, name: string): PlanField | null {
  const found = findField(item, name, true)
  if (found !== null) return found
  const [first = '', ...rest] = toComparableWithoutBrackets(name).split(' ')
  const isTitle = findByName(getFieldsByName(item), first)?.key === title
  return isTitle && rest.length > 0 ? findByName(getFieldsByName(item), rest.join(' ')) : null
}

/** A section of a plan, or a part of one whose name stands for itself. */
export function findSectionRoute(name: string): SectionRoute | null {
  knownRoutes ??= buildRoutes()
  return (
    findByName(knownRoutes, toComparable(name)) ??
    findByName(knownRoutes, toComparableWithoutBrackets(name))
  )
}

/** The sections that the parts of a longer heading name; else the one that it begins or ends with ("Key risks"). */
export function listSectionRoutes(name: string): readonly SectionRoute[] {
  const parts = listNameParts(name)
  const found = parts.length > 1 ? parts.flatMap((piece) => findSectionRoute(piece) ?? []) : []
  if (found.length > 0) return [...new Set(found)]
  const words = toComparableWithoutBrackets(name).split(' ')
  if (words.length > maxHeadingWords) return []
  for (let count = words.length - 1; count > 0; count--) {
    const ends = [words.slice(0, count).join(' '), words.slice(-count).join(' ')]
    const route = ends
      .filter((end) => end.length >= minWordLength)
      .map(findSectionRoute)
      .find((end) => end !== null)
    if (route != null) return [route]
  }
  return []
}

const maxHeadingWords = 6
const minWordLength = 4

/** A name for what is free in every map of a plan. */
export function isFreeName(name: string): boolean {
  return freeNames.includes(toComparable(name))
}

/** Everything that a heading may be called, for suggestions. */
export function listSectionNames(): readonly string[] {
  knownRoutes ??= buildRoutes()
  return [...knownRoutes.keys()]
}

/** The names that a field goes by, its key first, in words and as it is. */
export function listFieldNames({ key, names }: PlanField): readonly string[] {
  return [...new Set([toComparable(key.replaceAll(/[A-Z]/g, ' $&')), toComparable(key), ...names])]
}

function findByName<T>(known: ReadonlyMap<string, T>, name: string): T | null {
  return known.get(name) ?? known.get(`${name}s`) ?? known.get(name.replace(/s$/, '')) ?? null
}

function findSharedMatch<T>(found: readonly (T | null)[]): T | null {
  const all = found.filter((item) => item !== null)
  return new Set(all).size === 1 ? (all[0] ?? null) : null
}

const fieldsByShape = new WeakMap<MapShape, ReadonlyMap<string, PlanField>>()

function getFieldsByName(shape: MapShape): ReadonlyMap<string, PlanField> {
  const known = fieldsByShape.get(shape)
  if (known !== undefined) return known
  const fields = new Map<string, PlanField>()
  for (const field of shape.fields) {
    for (const name of listFieldNames(field)) if (!fields.has(name)) fields.set(name, field)
  }
  fieldsByShape.set(shape, fields)
  return fields
}

let knownRoutes: ReadonlyMap<string, SectionRoute> | null = null

function buildRoutes(): ReadonlyMap<string, SectionRoute> {
  const found = new Map<string, SectionRoute>()
  const sections = planShape.fields.filter(
    ({ shape }) => shape.kind === 'list' || shape.kind === 'map',
  )
  for (const field of sections) {
    for (const name of listFieldNames(field)) found.set(name, { through: [], field })
  }
  // A short text at the top, such as the law that applies, may have a heading too.
  for (const field of planShape.fields) {
    for (const name of field.alone) if (!found.has(name)) found.set(name, { through: [], field })
  }
  for (const field of sections) addStandaloneRoutes(found, [], field)
  return found
}

function addStandaloneRoutes(
  found: Map<string, SectionRoute>,
  through: readonly PlanField[],
  field: PlanField,
): void {
  if (field.shape.kind !== 'map') return
  for (const inner of field.shape.fields) {
    const route = { through: [...through, field], field: inner }
    for (const name of inner.alone) if (!found.has(name)) found.set(name, route)
    addStandaloneRoutes(found, route.through, inner)
  }
}
