import { describe, expect, it } from 'vitest'
import {
  describeFileReason,
  formatPlanFigures,
  formatShare,
} from '../../../src/render/findings/words.ts'
import { aFile, aFinding, aPlanScore, aRun, aScore } from './run.ts'

const limit = { code: 'limit', file: 'plan.yaml', option: 'minComplete' } as const

describe('the share of a dimension', () => {
  it.each([
    [66.5, '67 %'],
    [66.49, '66 %'],
    [99.98, '99 %'],
    [100, '100 %'],
    [0.02, '1 %'],
    [0, '0 %'],
    [null, 'n/a'],
  ])('of %j reads %s', (value, words) => {
    expect(formatShare(aScore(value))).toBe(words)
  })
})

describe('the figures of a plan', () => {
  it.each([
    [94.6, null, '94.6 without a limit', '95 % complete, 1 error'],
    [
      94.6,
      95,
      'missing 95 by what would be rounded up',
      '94 % complete (just under 95 %), 1 error',
    ],
    [99.99, 100, 'missing 100 by a little', '99 % complete (just under 100 %), 1 error'],
    [80, 95, 'missing 95 by far', '80 % complete, 1 error'],
    [null, 95, 'where no check counts', 'no check counts yet, 1 error'],
  ])('of %j with the limit %j: %s', (value, needs, _, words) => {
    const file = aFile({ findings: [aFinding()] })
    const reasons = needs === null ? [] : [{ ...limit, value, needs }]
    const run = aRun({ files: [file], verdict: { pass: needs === null, reasons } })
    expect(formatPlanFigures(file, aPlanScore(value), run)).toBe(words)
  })

  it('are not rounded for the limit of another file', () => {
    const file = aFile({ file: 'other.yaml' })
    const verdict = { pass: false, reasons: [{ ...limit, value: 94.6, needs: 95 }] }
    expect(formatPlanFigures(file, aPlanScore(94.6), aRun({ files: [file], verdict }))).toBe(
      '95 % complete, no errors',
    )
  })
})

describe('a reason', () => {
  it.each([
    [{ ...limit, value: 69.4, needs: 70.5 }, 'The plan is 69 % complete; the limit is 70.5 %'],
    [
      { ...limit, value: 69.96, needs: 70 },
      'The plan is 69 % complete, just under the limit of 70 %',
    ],
    [
      { ...limit, value: null, needs: 70 },
      'Nothing shows how complete the plan is; the limit is 70 %',
    ],
    [
      { code: 'unchecked', file: 'a', message: { say: 'as-written', text: 'No such file' } },
      'Not checked: No such file',
    ],
  ] as const)('%j reads %s', (reason, words) => {
    expect(describeFileReason(aRun(), reason)).toBe(words)
  })

  it('says that the plan is not begun', () => {
    const run = aRun({ files: [aFile({ notBegun: true })] })
    expect(describeFileReason(run, { ...limit, value: null, needs: 70 })).toBe(
      'The plan is not begun; the limit is 70 % complete',
    )
  })
})
