import { describe, expect, it } from 'vitest'
import { toComparable } from '../../../src/model/comparable.ts'
import { buildJsonSchema } from '../../../src/model/json-schema.ts'
import { isMap } from '../../../src/model/value.ts'
import { listFieldNames } from '../../../src/reading/prose/names.ts'
import type { FieldShape, MapShape } from '../../../src/reading/prose/shapes.ts'
import { planShape } from '../../../src/reading/prose/vocabulary.ts'

function mapIn(shape: FieldShape): MapShape | null {
  if (shape.kind === 'list') return shape.item
  return shape.kind === 'map' ? shape : null
}

/** Every map of the plan by its path. */
function maps(shape: MapShape, path = 'plan'): readonly (readonly [string, MapShape])[] {
  const inner = shape.fields.flatMap((field) => {
    const map = mapIn(field.shape)
    return map === null ? [] : maps(map, `${path}.${field.key}`)
  })
  return [[path, shape], ...inner]
}

/** The keys of each map that a schema knows, but for what is free everywhere. */
function keysIn(schema: unknown, path = 'plan'): readonly string[] {
  if (!isMap(schema)) return []
  const forms = Array.isArray(schema.anyOf) ? schema.anyOf : []
  const properties = isMap(schema.properties) ? Object.entries(schema.properties) : []
  const own = properties.filter(([key]) => key !== 'notes' && key !== 'accordant')
  return [
    ...own.flatMap(([key, inner]) => [`${path}.${key}`, ...keysIn(inner, `${path}.${key}`)]),
    ...forms.flatMap((form) => keysIn(form, path)),
    ...keysIn(schema.items, path),
  ]
}

const all = maps(planShape)

describe('The names of what a plan has', () => {
  it('know every key of a plan', () => {
    const known = all.flatMap(([path, { fields }]) => fields.map(({ key }) => `${path}.${key}`))
    expect(new Set(known)).toEqual(new Set(keysIn(buildJsonSchema('plan'))))
  })

  it.each(all)('mean one thing each: %s', (_, { fields }) => {
    const names = fields.flatMap((field) => listFieldNames(field))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it.each(all)('are written as headings are compared: %s', (_, { fields }) => {
    const names = fields.flatMap(({ names, alone }) => [...names, ...alone])
    expect(names.filter((name) => toComparable(name) !== name)).toEqual([])
  })

  it.each(all)('name a key that exists: %s', (_, { fields, main }) => {
    const keys = fields.map(({ key }) => key)
    expect(keys).toEqual(main === undefined ? keys : expect.arrayContaining([main]))
    for (const { shape } of fields) {
      if (shape.kind !== 'list') continue
      const inner = shape.item.fields.map(({ key }) => key)
      const needed = shape.needs?.split(',').filter((key) => key !== 'meeting') ?? []
      const meant = [shape.title, shape.plain, shape.about, ...needed].filter(
        (key) => key !== undefined,
      )
      expect(meant.filter((key) => !inner.includes(key))).toEqual([])
    }
  })
})
