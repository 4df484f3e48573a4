import fc from 'fast-check'
import { compileJsonSchema, type JsonSchema } from '../../src/model/compile-json-schema.ts'

/** Values that mostly have the shape, and now and then something else in any place. */
export function valuesOf(shape: JsonSchema): fc.Arbitrary<unknown> {
  const named = new Map<string, fc.Arbitrary<unknown>>()
  const values = (node: JsonSchema): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 60, arbitrary: fitting(node) }, { weight: 1, arbitrary: junk })
  const fitting = (node: JsonSchema): fc.Arbitrary<unknown> => {
    if (node.$ref !== undefined) return reference(node.$ref)
    if ('const' in node) return fc.constant(node.const)
    if (node.enum !== undefined) return fc.constantFrom(...node.enum)
    if (node.anyOf !== undefined) return fc.oneof(...node.anyOf.map(values))
    return fc.oneof(...[node.type].flat().map((type) => ofType(type, node)))
  }
  const reference = (ref: string): fc.Arbitrary<unknown> => {
    const known = named.get(ref) ?? values(shape.$defs?.[ref.replace('#/$defs/', '')] ?? {})
    named.set(ref, known)
    return known
  }
  const ofType = (type: string | undefined, node: JsonSchema): fc.Arbitrary<unknown> => {
    const fits = compileJsonSchema({ ...node, $defs: shape.$defs ?? {} })
    if (type === 'string') return texts.filter(fits)
    if (type === 'number' || type === 'integer') return numbers.filter(fits)
    if (type === 'array') return fc.array(values(node.items ?? {}), { maxLength: 3 })
    if (type === 'object') return maps(node)
    return type === 'boolean' ? fc.boolean() : fc.constant(null)
  }
  const maps = (node: JsonSchema): fc.Arbitrary<unknown> => {
    if (node.properties === undefined) {
      const others = node.additionalProperties === false ? {} : (node.additionalProperties ?? {})
      const keys = values(node.propertyNames ?? {}).map(String)
      return fc.dictionary(keys, values(others), { maxKeys: 3 })
    }
    const entries = Object.entries(node.properties).map(([key, property]) => [
      key,
      node.required?.includes(key)
        ? values(property)
        : fc.option(values(property), { nil: nothing }),
    ])
    const known = fc
      .record(Object.fromEntries(entries))
      .map((map) =>
        Object.fromEntries(Object.entries(map).filter(([, value]) => value !== nothing)),
      )
    const odd = fc.constantFrom('odd', 'constructor', 'toString')
    const odder = fc.tuple(known, odd, junk).map(([map, key, value]) => ({ ...map, [key]: value }))
    return fc.oneof({ weight: 60, arbitrary: known }, { weight: 1, arbitrary: odder })
  }
  return values(shape)
}

/** Stands for a key that is not there. */
const nothing = Symbol('nothing')

const texts = fc.oneof(
  fc.constantFrom(
    ...[
      'a',
      'bad-news',
      'a1',
      'A',
      'a--b',
      '-a',
      'x-a',
      'x',
      'trust.bad-news',
      'a.b.c',
      'a\n',
      ' ',
      '\u00a0',
      '\u200b',
      '',
    ],
    ...['a'.repeat(80), 'a'.repeat(81), 'a'.repeat(161), 'a'.repeat(162), '😀'.repeat(80)],
    ...[
      '2024-02-29',
      '2023-02-29',
      '2000-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-12-31',
      '2026-1-1',
      '2026-12-31\n',
    ],
    ...[
      '2026-11-20T09:00:00Z',
      '2026-11-20T09:00Z',
      '2026-11-20T24:00:00Z',
      '2026-11-20T09:00:00+02:00',
      '2026-11-20',
    ],
    ...['#0a6', '#00AA66', '#0a', '0a6'],
    ...['P3M', 'P1W', 'PT1H', 'P', 'PT', 'P1Y2M3DT4H5M6.5S', 'P1W1D', 'p3m', '-P1D'],
  ),
  fc.string({ unit: 'grapheme' }),
)

const numbers = fc.oneof(
  fc.constantFrom(0, -0, 1, 5, 6, 100, 100.5, -1, 0.5, 2 ** 53, 2 ** 53 - 1, 1e300, 5e-324),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

const junk = fc.oneof(
  texts,
  numbers,
  fc.constantFrom(null, undefined, true, Number.NaN, Number.POSITIVE_INFINITY, [], {}, [null], {
    a: 1,
  }),
)
