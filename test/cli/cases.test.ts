import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ran } from './support/memory-io.ts'

const root = join(import.meta.dirname, '..', 'cases')
const cases = readdirSync(root).filter((name) => /^\d{4}-/.test(name))

describe('the worked cases, through the command line', () => {
  it('are 21 in number', () => {
    expect(cases).toHaveLength(21)
  })

  it.each(cases)('%s gives the expected result', async (name) => {
    const folder = join(root, name)
    const { options = [], ...expected } = JSON.parse(
      readFileSync(join(folder, 'expected.json'), 'utf8'),
    )
    const responses = readdirSync(join(folder, 'responses')).map((file) =>
      join(folder, 'responses', file),
    )
    const questionnaire = join(folder, 'questionnaire.yaml')
    const { code, out } = await ran([
      'report',
      ...responses,
      '--questionnaire',
      questionnaire,
      '--format',
      'json',
      ...options,
    ])
    const result = JSON.parse(out)
    expect(differences(expected, withStepsInAll(result), '')).toEqual([])
    expect(code).toBe(result.verdict.pass ? 0 : 1)
  })
})

/** The cases fix how many steps a path takes, not which. */
function withStepsInAll(result: { path: { steps?: readonly { steps: number }[] } | null }) {
  const { path } = result
  if (path === null || path.steps === undefined) return result
  return {
    ...result,
    path: { ...path, stepsInAll: path.steps.reduce((sum, { steps }) => sum + steps, 0) },
  }
}

/** Where `found` is not as `expected` says, as far as it says; numbers to 1e-9, relative. */
function differences(expected: unknown, found: unknown, at: string): readonly string[] {
  if (typeof expected === 'number' && typeof found === 'number') {
    const near = Math.abs(expected - found) <= 1e-9 * Math.max(1, Math.abs(expected))
    return near ? [] : [`${at}: ${expected} expected, ${found} found`]
  }
  if (typeof expected !== 'object' || expected === null) {
    return expected === found ? [] : [`${at}: ${expected} expected, ${found} found`]
  }
  if (typeof found !== 'object' || found === null) return [`${at}: nothing found`]
  if (Array.isArray(expected) && (!Array.isArray(found) || found.length !== expected.length)) {
    return [`${at}: ${expected.length} entries expected`]
  }
  return Object.entries(expected).flatMap(([key, value]) =>
    differences(value, (found as Record<string, unknown>)[key], `${at}/${key}`),
  )
}
