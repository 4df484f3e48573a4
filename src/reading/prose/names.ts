import { maxNameLength, toComparable } from '../../model/comparable.ts'
import { once } from '../../model/once.ts'
import type { ListShape, MapShape, PlanField } from './shapes.ts'
import { freeNames, planShape } from './vocabulary.ts'

/** A field with the keys that lead to it from the top; it is under the last. */
export interface SectionRoute {
  readonly through: readonly PlanField[]
  readonly field: PlanField
}

/** The field of a map that a key or a title names, or null. */
export function findField(shape: MapShape, name: string): PlanField | null {
  const fields = getFieldsByName(shape)
  return findByName(fields, toComparable(name)) ?? findByName(fields, withoutBrackets(name))
}

/** As `findField`, of a column; also "Risk owner" where the list is of risks. */
export function findColumnField({ item, title }: ListShape, name: string): PlanField | null {
  const found = findField(item, name)
  if (found !== null) return found
  const [first = '', ...rest] = withoutBrackets(name).split(' ')
  const isTitle = findByName(getFieldsByName(item), first)?.key === title
  return isTitle && rest.length > 0 ? findField(item, rest.join(' ')) : null
}

/** What a title or a key means wherever it is written: a section of a plan, or a part of one with a name of its own. */
export function findSectionRoute(name: string): SectionRoute | null {
  const routes = buildRoutes()
  return findByName(routes, toComparable(name)) ?? findByName(routes, withoutBrackets(name))
}

/** A name for what is free in every map of a plan. */
export function isFreeName(name: string): boolean {
  return freeNames.includes(toComparable(name))
}

/** The names that a field goes by, its key first, in words and as it is. */
export function listFieldNames({ key, names }: PlanField): readonly string[] {
  return [...new Set([toComparable(key.replaceAll(/[A-Z]/g, ' $&')), toComparable(key), ...names])]
}

function withoutBrackets(text: string): string {
  return toComparable(text.slice(0, maxNameLength).replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ' '))
}

function findByName<T>(known: ReadonlyMap<string, T>, name: string): T | null {
  return known.get(name) ?? known.get(`${name}s`) ?? known.get(name.replace(/s$/, '')) ?? null
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

const buildRoutes = once(() => {
  const found = new Map<string, SectionRoute>()
  const add = (names: readonly string[], route: SectionRoute) => {
    for (const name of names) if (!found.has(name)) found.set(name, route)
  }
  for (const field of planShape.fields) {
    const isSection = field.shape.kind === 'list' || field.shape.kind === 'map'
    add(isSection ? listFieldNames(field) : field.alone, { through: [], field })
  }
  for (const field of planShape.fields) addInnerRoutes([], field, add)
  return found
})

function addInnerRoutes(
  through: readonly PlanField[],
  field: PlanField,
  add: (names: readonly string[], route: SectionRoute) => void,
): void {
  if (field.shape.kind !== 'map') return
  for (const inner of field.shape.fields) {
    add(inner.alone, { through: [...through, field], field: inner })
    addInnerRoutes([...through, field], inner, add)
  }
}
