import { expect, it } from 'vitest'
import { applyAssumptions } from '../../src/questionnaire/assume.ts'
import { aResponse } from '../scoring/support/builders.ts'

it('a what-if changes the answer, and leaves the note beside it as it is', () => {
  const notes = [{ note: 'For all' }, { note: null, privateNote: 'Between us' }]
  const answers = new Map(
    notes.map((own, index) => [`d.q${index}`, { state: 'dont-know' as const, ...own }]),
  )
  const assumed = new Map([
    ['d.q0', 4],
    ['d.q1', 2],
  ])
  const after = applyAssumptions({ ...aResponse('north', {}), answers }, assumed)
  expect(Object.fromEntries(after.answers)).toEqual({
    'd.q0': { state: 'answered', value: 4, note: 'For all' },
    'd.q1': { state: 'answered', value: 2, note: null, privateNote: 'Between us' },
  })
})
