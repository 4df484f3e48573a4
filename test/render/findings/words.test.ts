import { describe, expect, it } from 'vitest'
import {
  describeFileReason,
  formatCheckScore,
  formatCheckScoreOrReason,
} from '../../../src/render/findings/words.ts'

describe('a score', () => {
  it.each([
    [66.65, [], '66.7'],
    [66, [], '66'],
    [74.96, [], '74.96'],
    [74.999_999_99, [], '75'],
    [60.46, [60.5], '60.46'],
    [99.98, [], '99.98'],
    [0, [], '0'],
    [null, [], 'not scored'],
  ])('of %j with the limits %j reads %s', (value, limits, words) => {
    expect(formatCheckScore(value, limits)).toBe(words)
  })

  it('says where nothing applies', () => {
    const none = { value: null, low: null, high: null, coverage: null }
    expect(formatCheckScoreOrReason({ ...none, reason: 'not-applicable' })).toBe('n/a')
    expect(formatCheckScoreOrReason({ ...none, reason: 'coverage' })).toBe('not scored')
  })
})

describe('a reason', () => {
  const limit = { code: 'limit', file: 'plan.yaml' } as const

  it.each([
    [
      { ...limit, option: 'minScore', value: 69.96, needs: 70 },
      'The score is 69.96; the limit is 70',
    ],
    [
      { ...limit, option: 'minScore', value: null, needs: 70.5 },
      'There is no score; the limit is 70.5',
    ],
    [
      { ...limit, option: 'minDimension', dimension: 'trust', value: 40, needs: 50 },
      'The score of "trust" is 40; the limit is 50',
    ],
    [
      { ...limit, option: 'minLevel', value: null, needs: 'ready' },
      'There is no level; the limit is "ready"',
    ],
    [
      { ...limit, option: 'minLevel', value: 'emerging', needs: 'ready' },
      'The level is "emerging"; the limit is "ready"',
    ],
    [{ code: 'unchecked', file: 'a', message: 'No such file' }, 'Not checked: No such file'],
  ] as const)('%j reads %s', (reason, words) => {
    expect(describeFileReason(reason)).toBe(words)
  })
})
