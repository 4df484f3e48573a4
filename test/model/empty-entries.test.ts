import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { compileJsonSchema, type JsonSchema } from '../../src/model/compile-json-schema.ts'
import { decode, decodeChanges } from '../../src/model/decode.ts'
import { changeSchemas, fileSchemas } from '../../src/model/file-schemas.ts'
import type { Finding, Path } from '../../src/model/finding.ts'
import type { Kind } from '../../src/model/kind-names.ts'
import { kinds, toKindMark } from '../../src/model/kind-names.ts'
import { isMap } from '../../src/model/value.ts'
import { say } from '../../src/words/say-message.ts'

/** What stands in these tests for a file with one empty entry. */
interface EmptyEntry {
  readonly path: Path
  readonly root: unknown
  /** The same file without the entry. */
  readonly without: unknown
}

type Wrap = (inner: unknown) => unknown

/** A file for each key that the schema names, with nothing behind that key. */
function listEmptyEntries(node: JsonSchema, wrap: Wrap, path: Path): readonly EmptyEntry[] {
  if (node.anyOf !== undefined)
    return node.anyOf.flatMap((each) => listEmptyEntries(each, wrap, path))
  if (node.items !== undefined)
    return listEmptyEntries(node.items, (inner) => wrap([inner]), [...path, 0])
  if (isMap(node.additionalProperties)) {
    const key = 'trust.news'
    return listEmptyEntries(node.additionalProperties, (inner) => wrap({ [key]: inner }), [
      ...path,
      key,
    ])
  }
  return Object.entries(node.properties ?? {}).flatMap(([key, property]) => {
    const { [key]: _, ...others } = sampleMap(node)
    const here = [...path, key]
    const inside = listEmptyEntries(property, (inner) => wrap({ ...others, [key]: inner }), here)
    const entry = { path: here, root: wrap({ ...others, [key]: null }), without: wrap(others) }
    return key === 'accordant' ? inside : [entry, ...inside]
  })
}

function sampleMap({
  properties = {},
  required = [],
}: JsonSchema): Readonly<Record<string, unknown>> {
  return Object.fromEntries(required.map((key) => [key, sample(properties[key] ?? {})]))
}

/** Some value that fits. */
function sample(node: JsonSchema): unknown {
  if ('const' in node) return node.const
  if (node.enum !== undefined) return node.enum[0]
  if (node.anyOf !== undefined) return sample(node.anyOf[0] ?? {})
  if (node.type === 'object') return sampleMap(node)
  if (node.type === 'array') return [1, 2, 3, 4, 5].map(() => sample(node.items ?? {}))
  return samples.find(compileJsonSchema(node))
}

const samples = [
  'a-b',
  '2026-11-30',
  '2026-11-20T09:00:00Z',
  'P1W',
  '#00aa66',
  ';',
  1,
  5,
  0.5,
  true,
  null,
]

function toSchema(schema: z.ZodType): JsonSchema {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return JSON.parse(JSON.stringify(shape).replaceAll('"oneOf":', '"anyOf":'))
}

const doors: readonly [string, Kind, JsonSchema, (value: unknown) => readonly Finding[]][] = [
  ...kinds.map(
    (kind) =>
      [
        kind,
        kind,
        toSchema(fileSchemas[kind]()),
        (value: unknown) => decode(kind, value).findings,
      ] as const,
  ),
  ...(['questionnaire', 'dimension'] as const).map(
    (kind) =>
      [
        `${kind} that extends another`,
        kind,
        toSchema(changeSchemas[kind]()),
        (value: unknown) => decodeChanges(kind, value).findings,
      ] as const,
  ),
] as never

const toText = ({ path, message, fix }: Finding) =>
  `${JSON.stringify(path)} ${say(message)}. ${fix === null ? '' : say(fix)}`

describe('an empty entry', () => {
  it.each(doors)(
    'of a %s is not to be removed where it would be missing then',
    (_, kind, shape, judge) => {
      const marked: Wrap = (inner) => ({ ...(inner as object), accordant: toKindMark(kind) })
      const entries = listEmptyEntries(shape, marked, [])
      expect(entries.length).toBeGreaterThan(1)
      const missed = entries.filter(({ path, root, without }) => {
        const here = judge(root).map(toText)
        const own = [path, path.slice(0, -1)].map((each) => JSON.stringify(each))
        return judge(without).some(
          (finding) =>
            own.includes(JSON.stringify(finding.path)) && !here.includes(toText(finding)),
        )
      })
      // An empty entry of a plan is as good as none.
      if (kind !== 'plan') expect(missed.length).toBeGreaterThan(0)
      const advised = missed.filter(({ path, root }) =>
        judge(root).some(
          (finding) =>
            String(finding.path) === String(path) && /remove (?:it|the line)/.test(toText(finding)),
        ),
      )
      expect(advised.map(({ path }) => path.join('.'))).toEqual([])
    },
  )
})

describe('an empty item of a list', () => {
  const partners = (...all: readonly unknown[]) =>
    decode('plan', { accordant: 'plan/1', partners: all }).findings.map(({ path, fix }) => [
      path.join('.'),
      fix === null ? null : say(fix),
    ])

  it('may be removed, whatever is wrong with the next one', () => {
    const [, fixOfNull] = partners(null, { id: 'contoso' })[0] ?? []
    expect(partners(null, 'contoso')[0]).toEqual(['partners.0', fixOfNull])
  })

  it('does not hide that the next one needs its id', () => {
    const [, fixOfId] = partners({ id: null })[0] ?? []
    expect(partners(null, { id: null })[1]).toEqual(['partners.1.id', fixOfId])
  })
})
