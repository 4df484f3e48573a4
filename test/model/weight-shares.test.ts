import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeWeightShares } from '../../src/model/weight-shares.ts'
import { samples } from '../scoring/support/arbitraries.ts'
import { aQuestion, aQuestionnaire } from '../scoring/support/builders.ts'

describe('a question’s share of the overall weight', () => {
  it('is its weight in its dimension times the dimension’s, over what is scored', () => {
    const text = { form: { type: 'text' }, scored: false, weight: 50 } as const
    const questionnaire = aQuestionnaire(
      [
        aQuestion('a.q1', { weight: 3 }),
        aQuestion('a.q2'),
        aQuestion('a.text', text),
        aQuestion('b.q'),
        aQuestion('c.text', text),
      ],
      { weights: { a: 2, b: 0.5, c: 100 } },
    )
    expect(computeWeightShares(questionnaire)).toEqual(
      new Map([
        ['a.q1', 0.6000000000000001],
        ['a.q2', 0.2],
        ['b.q', 0.2],
      ]),
    )
  })

  it('is missing if nothing is scored', () => {
    const text = aQuestion('a.text', { form: { type: 'text' }, scored: false })
    expect(computeWeightShares(aQuestionnaire([text]))).toEqual(new Map())
  })

  it('is above 0, and all together are 1', () => {
    fc.assert(
      fc.property(samples, ({ questionnaire }) => {
        const shares = [...computeWeightShares(questionnaire).values()]
        expect(Math.min(...shares)).toBeGreaterThan(0)
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      }),
    )
  })
})
