import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/model/decode.ts'
import { scoreResponses } from '../../src/scoring/score-responses.ts'
import { differences } from './support/differences.ts'
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

interface Ordered {
  readonly verdict?: { readonly reasons: readonly object[] }
  readonly actions?: readonly { readonly partners: readonly string[] }[]
}

/** The cases leave open the order of reasons, and of the partners who take a step. */
function inFixedOrder(result: object): object {
  const { verdict, actions } = result as Ordered
  return {
    ...result,
    verdict: {
      ...verdict,
      reasons: verdict?.reasons.toSorted((a, b) => (getSortKey(a) < getSortKey(b) ? -1 : 1)),
    },
    actions: actions?.map((action) => ({ ...action, partners: action.partners.toSorted() })),
  }
}

/** What a reason is about, whatever its figures. */
function getSortKey(reason: object): string {
  const { code, option, dimension, question, partner } = reason as Record<string, unknown>
  return JSON.stringify([code, option, dimension, question, partner])
}
