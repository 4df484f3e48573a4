import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatExamples, type Stands } from '../../scripts/docs/format-examples.ts'
import { methods, planFunctions } from '../../src/expression/language/functions.ts'
import { macroNames } from '../../src/expression/language/macros.ts'
import { buildJsonSchema } from '../../src/model/json-schema.ts'
import { isMap } from '../../src/model/value.ts'
import { aFolder } from '../cli/support/folder.ts'
import { ran } from '../cli/support/memory-io.ts'

const page = readFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'questionnaire-format.md'),
  'utf8',
)

const levels = `levels:
  - {id: good, title: Good, score: 70}
  - {id: poor, title: Poor, score: 0}
`
const top = `accordant: questionnaire/1
id: example
version: 1.0.0
title: Example
`
const dimension = `dimensions:
  - id: visits
    title: Visits
`
const question = `    questions:
      - {id: last, ask: Did the last visit take place?, type: yes-no}
`

/** The files of a questionnaire with the example in its place. */
const around: Readonly<Record<Stands, (text: string) => Readonly<Record<string, string>>>> = {
  alone: (text) => ({ 'questionnaire.yaml': text }),
  top: (text) => ({
    'questionnaire.yaml': `${top}${text.includes('levels:') ? '' : levels}${text}${dimension}${question}`,
  }),
  question: (text) => ({
    'questionnaire.yaml': `${top}${levels}${dimension}${question}${indented(text)}`,
  }),
  check: (text) => ({
    'questionnaire.yaml': `${top}${levels}${dimension}${question}    checks:\n${indented(text)}`,
  }),
  file: (text) => ({
    'questionnaire.yaml': `${top}${levels}dimensions: [visits.yaml]\n`,
    'visits.yaml': text,
  }),
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '      ')
}

/** Every key that a schema knows. */
function keysIn(schema: unknown): ReadonlySet<string> {
  if (Array.isArray(schema)) return new Set(schema.flatMap((one) => [...keysIn(one)]))
  if (!isMap(schema)) return new Set()
  const own = isMap(schema.properties) ? Object.keys(schema.properties) : []
  return new Set([...own, ...Object.values(schema).flatMap((inner) => [...keysIn(inner)])])
}

describe('docs/questionnaire-format.md', () => {
  it.each(Object.entries(formatExamples))(
    'has an example of %s that check passes without a finding',
    async (_, { stands, text }) => {
      const folder = aFolder(around[stands](text))
      const { code, out } = await ran(['check', folder, '--today', '2026-11-23', '--all'])
      expect(out).toMatch(/^\d files? checked on 2026-11-23: nothing found\nVerdict: pass\n$/)
      expect(code).toBe(0)
    },
  )

  it('shows no YAML except these examples', () => {
    const shown = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text)
    expect(shown.toSorted()).toEqual(
      Object.values(formatExamples)
        .map(({ text }) => text)
        .toSorted(),
    )
  })

  it('lists everything that an expression of a check can call', () => {
    const calls = [...planFunctions.keys(), ...methods.keys(), ...macroNames, 'has']
    const missing = calls.filter(
      (name) => !page.includes(`${name}(`) && !page.includes(`\`${name}\``),
    )
    expect(missing).toEqual([])
  })

  it('lists every key', () => {
    const keys = keysIn(buildJsonSchema('questionnaire'))
    expect(keys.size).toBeGreaterThan(50)
    const missing = [...keys].filter((key) => !/^\d$/.test(key) && !page.includes(`\`${key}\``))
    expect(missing).toEqual([])
  })
})
