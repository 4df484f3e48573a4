import { describe, expect, it } from 'vitest'
import { scorePlan } from '../../src/scoring/plan-score.ts'

const dimensions = ['trust', 'exit', 'roles'].map((id) => ({
  id,
  title: id,
  weight: id === 'exit' ? 3 : 1,
  why: null,
  questions: [],
  checks: [],
}))

describe('the completeness of a plan', () => {
  it('is the weighted mean of the dimensions that have a counted check, and these of their checks', () => {
    const { score, dimensions: own } = scorePlan({ dimensions }, [
      { dimension: 'trust', weight: 1, share: 1 },
      { dimension: 'trust', weight: 3, share: 0.5 },
      { dimension: 'exit', weight: 2, share: 0.75 },
    ])
    const nothing = { value: null, low: null, high: null, coverage: null, reason: 'not-applicable' }
    expect(own).toEqual([
      { id: 'trust', score: { value: 62.5, low: 62.5, high: 62.5, coverage: 1 } },
      { id: 'exit', score: { value: 75, low: 75, high: 75, coverage: 1 } },
      { id: 'roles', score: nothing },
    ])
    expect(score).toEqual({ value: 71.875, low: 71.875, high: 71.875, coverage: 1 })
  })

  it('is missing where no check counts', () => {
    const { score } = scorePlan({ dimensions }, [])
    expect(score).toEqual({
      value: null,
      low: null,
      high: null,
      coverage: null,
      reason: 'not-applicable',
    })
  })
})
