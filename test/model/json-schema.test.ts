import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { decode, findKind } from '../../src/model/decode.ts'
import { buildJsonSchema } from '../../src/model/json-schema.ts'
import { kinds } from '../../src/model/kind-names.ts'
import { isMap } from '../../src/model/value.ts'
import { planGuide } from '../../src/words/en/plan-guide.ts'
import { aQuestion, aQuestionnaire, aResponse, scored } from '../scoring/support/builders.ts'
import { misses } from './json-schema-check.ts'

const root = join(import.meta.dirname, '..', '..')

/** The files of ours in these folders, with their values. */
function filesIn(...folders: readonly string[]): readonly (readonly [string, unknown])[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml') && !/^faulty|\.facts\.yaml$/.test(name))
      .toSorted()
      .map((name) => [join(folder, name), readYaml(join(root, folder, name))] as const),
  )
}

function readYaml(path: string): unknown {
  return parse(readFileSync(path, 'utf8'))
}

/** The dotted paths of everything in a schema that is described. */
function partsOf(node: unknown, path: readonly string[]): readonly string[] {
  if (!isMap(node)) return []
  const { properties, items, anyOf, oneOf } = node
  const inside = [items, ...listOf(anyOf), ...listOf(oneOf)]
  return [
    ...('description' in node ? [path.join('.')] : []),
    ...Object.entries(isMap(properties) ? properties : {}).flatMap(([key, schema]) => {
      const parts = partsOf(schema, [...path, key])
      return parts.length > 0 ? parts : [`${[...path, key].join('.')} is not described`]
    }),
    ...inside.flatMap((schema) => partsOf(schema, path)),
  ]
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

describe('buildJsonSchema', () => {
  it.each(kinds.filter((kind) => kind !== 'result'))(
    'makes of a %s a schema of 2020-12 with a title and its kind',
    (kind) => {
      expect(buildJsonSchema(kind)).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: `accordant ${kind}`,
        type: 'object',
        properties: { accordant: { const: `${kind}/1` } },
        required: expect.arrayContaining(['accordant']),
        additionalProperties: false,
      })
    },
  )

  it('makes of a result a schema of its three shapes', () => {
    const shape = {
      type: 'object',
      properties: { accordant: { const: 'result/2' } },
      required: expect.arrayContaining(['accordant', 'verdict']),
      additionalProperties: false,
    }
    expect(buildJsonSchema('result')).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'accordant result',
      anyOf: [shape, shape, shape],
    })
  })

  it.each(filesIn('questionnaires/partnership-readiness', 'examples', 'test/cases'))(
    'takes the file %s, as decoding does',
    (_, value) => {
      const kind = findKind(value)
      expect(kind).not.toBeNull()
      if (kind === null) return
      expect(misses(buildJsonSchema(kind), value)).toEqual([])
      expect(decode(kind, value).findings).toEqual([])
    },
  )

  it('accepts a result', () => {
    const questionnaire = aQuestionnaire([aQuestion('trust.a')])
    const people = [aResponse('north', { 'trust.a': 2 }), aResponse('south', { 'trust.a': 5 })]
    expect(misses(buildJsonSchema('result'), scored(questionnaire, people))).toEqual([])
  })

  it('describes every part of a plan', () => {
    expect(partsOf(buildJsonSchema('plan'), []).toSorted()).toEqual(
      Object.keys(planGuide).toSorted(),
    )
  })

  it('describes every part of a questionnaire', () => {
    const parts = partsOf(buildJsonSchema('questionnaire'), [])
    expect(parts.filter((part) => part.endsWith('is not described'))).toEqual([])
    expect(parts).toContain('dimensions.questions.practice.effort')
  })

  const response = {
    accordant: 'response/1',
    questionnaire: { id: 'q', version: '1' },
    partnership: 'both',
    partner: 'north',
    respondent: { id: 'r1' },
  }

  it.each<[string, object]>([
    ['the top', { notes: [1], 'x-a': 1 }],
    ['a map inside', { respondent: { id: 'r1', notes: 'x', 'x-b': {} } }],
    ['a map of ids', { answers: { 'trust.a': 4, notes: { any: 1 }, 'x-c': [[]] } }],
  ])('leaves notes and x- keys free at %s', (_, more) => {
    const value = { ...response, ...more }
    expect(misses(buildJsonSchema('response'), value)).toEqual([])
    expect(decode('response', value).findings).toEqual([])
  })

  it.each<[string, object, readonly string[]]>([
    ['an unknown key', { comleted: 1 }, ['$.comleted: unknown']],
    ['a wrong id', { partnership: 'North' }, ['$.partnership: text']],
    ['a key that is no id', { answers: { 'Bad News': 4 } }, ['$.answers: anyOf']],
    ['a wrong type', { run: 'quik' }, ['$.run: enum']],
    ['a missing key', { respondent: {} }, ['$.respondent.id: required']],
  ])('refuses %s, as decoding does', (_, more, found) => {
    const value = { ...response, ...more }
    expect(misses(buildJsonSchema('response'), value)).toEqual(found)
    expect(decode('response', value).value).toBeNull()
  })

  it.each<[string, object]>([
    ['null', { name: null, purpose: null, partners: [{ id: 'a', name: null }] }],
    ['blank text', { name: ' ', date: '', risks: [{ likelihood: '' }] }],
  ])('accepts a plan with empty values: %s', (_, more) => {
    const value = { accordant: 'plan/1', ...more }
    expect(misses(buildJsonSchema('plan'), value)).toEqual([])
    expect(decode('plan', value).findings).toEqual([])
  })

  it('refuses an empty value that is required', () => {
    const value = { accordant: 'plan/1', partners: [{ id: null }] }
    expect(misses(buildJsonSchema('plan'), value)).toEqual(['$.partners: anyOf'])
    expect(decode('plan', value).value).toBeNull()
  })
})
