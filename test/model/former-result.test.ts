import { describe, expect, it } from 'vitest'
import { decode } from '../../src/model/decode.ts'
import { readFormerResult } from '../../src/model/former-result.ts'

const score = { value: 75, low: 75, high: 75, coverage: 1 }
const unscored = { value: null, low: 0, high: 100, coverage: 0.5, reason: 'coverage' }
const statistic = { value: null, reason: 'too-few' }
const gap = { value: 25, high: 'north', low: 'south' }
const partner = {
  id: 'north',
  respondents: 2,
  score,
  dimensions: [{ id: 'trust', score, rwgj: 1 }],
}
const row = {
  ...{ id: 'north', score: 75, mean: 4, sd: null, rwg: null },
  ...{ answered: 1, dontKnow: 0, notApplicable: 0, skipped: 0 },
}
const head = {
  questionnaire: { id: 'sample', version: '1.0.0', hash: 'sha256:0', run: 'full' },
  partnership: 'both',
}
const former = {
  accordant: 'result/1',
  ...head,
  verdict: {
    pass: false,
    level: 'ready',
    levelLow: 'ready',
    levelHigh: 'ready',
    reasons: [{ code: 'must' }],
  },
  score,
  partners: [partner],
  dimensions: [
    { id: 'trust', weight: 2, score, gap, alpha: statistic },
    { id: 'roles', weight: 1, score: unscored, alpha: { value: 0.8 } },
  ],
  questions: [
    { id: 'trust.news', score: 75, gap, partners: [row] },
    { id: 'roles.named', score: null, partners: [] },
  ],
  actions: [{ question: 'trust.news', partner: 'north' }],
  sayDo: [],
}
const noVerdict = {
  ...{ pass: true, level: null, levelLow: null, levelHigh: null },
  ...{ reasons: [], lifted: [], decidedBy: [], withoutOne: { of: null, reason: 'not-scored' } },
}

describe('a result of an earlier version', () => {
  it('gives its scores, without a level and without essential questions', () => {
    expect(readFormerResult(former)).toEqual({
      accordant: 'result/2',
      ...head,
      verdict: noVerdict,
      score,
      leftOut: [],
      missing: [],
      quality: { straight: 0 },
      partners: [partner],
      subjects: [],
      dimensions: [
        { id: 'trust', weight: 2, score, gap, alpha: statistic },
        {
          ...{ id: 'roles', weight: 1, score: unscored, alpha: { value: 0.8 } },
          gap: { value: null, high: null, low: null },
        },
      ],
      questions: [
        { id: 'trust.news', score: 75, gap, partners: [row] },
        {
          ...{ id: 'roles.named', score: null, partners: [] },
          gap: { value: null, high: null, low: null },
        },
      ],
      divided: [],
      agreement: { krippendorff: { value: null } },
      sayDo: [],
      plan: null,
      path: null,
      actions: [],
      directed: [],
      profiles: [],
      notes: [],
      notApplicable: [],
      warnings: [],
    })
  })

  it('is a result as this version has them', () => {
    const read = readFormerResult(former)
    expect(decode('result', read).value).toEqual(read)
  })

  it('shows nothing where it showed no partners, or no score', () => {
    const hidden = { ...former, hidden: { minGroup: 3, scope: 'partners' } }
    const { score: _, ...nothing } = former
    const all = (minGroup: number) => ({
      accordant: 'result/2',
      ...head,
      hidden: { minGroup, scope: 'all' },
      verdict: noVerdict,
    })
    expect(readFormerResult(hidden)).toEqual(all(3))
    expect(readFormerResult(nothing)).toEqual(all(1))
  })

  it.each([
    ['of this version', { ...former, accordant: 'result/2' }],
    ['without a questionnaire', { ...former, questionnaire: undefined }],
    ['with a score that is none', { ...former, score: { ...score, value: '75' } }],
    ['that is no map', 'result/1'],
  ])('is not read from one %s', (_, value) => {
    expect(readFormerResult(value)).toBeNull()
  })
})
