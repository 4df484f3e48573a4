import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { differences } from '../scoring/support/differences.ts'
import { inFixedOrder } from '../scoring/support/in-fixed-order.ts'
import { ran } from './support/memory-io.ts'

const root = join(import.meta.dirname, '..', 'cases')
const cases = readdirSync(root).filter((name) => /^\d{4}-/.test(name))

describe('the worked cases, through the command line', () => {
  it('are 26 in number', () => {
    expect(cases).toHaveLength(26)
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
    // The cases name the files as from inside their folder.
    const result = JSON.parse(out.replaceAll(`${folder}/`, ''))
    expect(differences(inFixedOrder(expected), inFixedOrder(result))).toEqual([])
    expect(code).toBe(result.verdict.pass ? 0 : 1)
  })
})
