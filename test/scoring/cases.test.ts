import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/model/decode.ts'
import { scoreResponses } from '../../src/scoring/score-responses.ts'
import { differences } from './support/differences.ts'
import { inFixedOrder } from './support/in-fixed-order.ts'
import { loadCase } from './support/load-case.ts'

const folder = join(import.meta.dirname, '../cases')
const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe('scoreResponses, on the worked cases', () => {
  it.each(cases.map((entry) => entry.name))('agrees with %s', (name) => {
    const { input, expected } = loadCase(join(folder, name))
    expect(differences(inFixedOrder(expected), inFixedOrder(scoreResponses(input)))).toEqual([])
  })

  it.each(cases.map((entry) => entry.name))('writes a result of %s that reads back', (name) => {
    const result = scoreResponses(loadCase(join(folder, name)).input)
    expect(decode('result', JSON.parse(JSON.stringify(result)))).toEqual({
      value: result,
      findings: [],
    })
  })
})
