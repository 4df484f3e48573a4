import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { decodeBySchema } from '../../src/model/by-schema.late.ts'
import { compileJsonSchema, type JsonSchema } from '../../src/model/compile-json-schema.ts'
import { decodeOnFastPath } from '../../src/model/decode-fast-path.ts'
import { fastPathKinds, findFastPathSchema } from '../../src/model/fast-path-schemas.ts'
import { fileSchemas } from '../../src/model/file-schemas.ts'
import { valuesOf } from './values-of.ts'

describe('decodeOnFastPath', () => {
  it.each(fastPathKinds)(
    'takes just what the schema takes, and makes the same of it: %s',
    (kind) => {
      const seen = new Set<boolean>()
      fc.assert(
        fc.property(valuesOf(findFastPathSchema(kind) ?? {}), (value) => {
          const { value: expected } = decodeBySchema(kind, value, 'error')
          seen.add(expected !== null)
          expect(decodeOnFastPath(kind, value)).toEqual(expected)
        }),
        { numRuns: 1_000 },
      )
      expect(seen.size).toBe(2)
    },
  )

  it('accepts only days of the calendar', () => {
    const numbers = (most: number) => Array.from({ length: most }, (_, number) => number)
    for (const year of [1900, 2000, 2023, 2024]) {
      for (const month of numbers(14)) {
        for (const day of numbers(33)) {
          const [m, d] = [month, day].map((number) => String(number).padStart(2, '0'))
          const date = `${year}-${m}-${d}`
          const there = new Date(Date.UTC(year, month - 1, day))
          const real = there.getUTCMonth() === month - 1 && there.getUTCDate() === day
          const plan = { accordant: 'plan/1', date }
          expect(decodeOnFastPath('plan', plan), date).toEqual(real ? plan : null)
        }
      }
    }
  })

  it('fills in the defaults of a response', () => {
    const response = {
      accordant: 'response/1',
      questionnaire: { id: 'q', version: '1' },
      partnership: 'both',
      partner: 'north',
      respondent: { id: 'r1' },
    }
    expect(decodeOnFastPath('response', response)).toEqual({ ...response, run: 'full' })
    expect(decodeOnFastPath('response', { ...response, run: 'quick' })).toEqual({
      ...response,
      run: 'quick',
    })
  })

  it('returns null for a kind without a fast path', () => {
    expect(
      decodeOnFastPath('dimension', { accordant: 'dimension/1', id: 'a', title: 'A' }),
    ).toBeNull()
  })
})

describe('compileJsonSchema', () => {
  it.each<[string, object]>([
    ['Unknown keyword "minProperties"', { minProperties: 1 }],
    ['Unknown type "date"', { type: 'date' }],
    ['Unknown keyword "oneOf"', { items: { oneOf: [] } }],
    ['Unknown $ref "#/$defs/a"', { $ref: '#/$defs/a' }],
  ])('refuses a schema that it cannot test: %s', (message, shape) => {
    expect(() => compileJsonSchema(shape as JsonSchema)(1)).toThrow(message)
  })
})

describe('findFastPathSchema', () => {
  it.each(fastPathKinds)(
    'finds no default below the top of a %s, where only the schema could fill it in',
    (kind) => {
      const { properties = {}, ...others } = findFastPathSchema(kind) ?? {}
      const below = Object.values(properties).map(({ default: _, ...property }) => property)
      expect(JSON.stringify([others, below])).not.toContain('"default"')
    },
  )
  it.each(fastPathKinds)('is possible because the schema of a %s runs no code', (kind) => {
    expect(partsOf(fileSchemas[kind]()).filter((part) => runsCode.has(part))).toEqual([])
  })

  it('is tested by partsOf, which notices a schema that runs code', () => {
    expect(partsOf(z.array(z.string().refine(Boolean)))).toContain('custom')
    expect(partsOf(z.strictObject({ a: z.string().transform(Number) }))).toContain('transform')
  })
})

const runsCode = new Set(['custom', 'transform', 'pipe', 'catch', 'prefault', 'overwrite'])

/** What a schema is made of, by the words of the schema library. */
function partsOf(schema: z.ZodType): readonly string[] {
  const seen = new Set<unknown>()
  const visit = (value: unknown): readonly string[] => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return []
    seen.add(value)
    const inner = '_zod' in value ? (value as z.ZodType)._zod.def : value
    const { type, check } = inner as { readonly type?: unknown; readonly check?: unknown }
    const own = [type, check].filter((word) => typeof word === 'string')
    return [...own, ...Object.values(inner).flatMap(visit)]
  }
  return visit(schema)
}
