import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/model/decode.ts'
import { told, understood } from './read.ts'
import { aWrittenPlan } from './write-plan.ts'

describe('A plan that is written in Markdown', () => {
  it('reads back equal, whichever names and forms it is written in', () => {
    fc.assert(
      fc.property(aWrittenPlan, ({ value, text }) => {
        expect(understood(text)).toEqual(value)
        expect(told(text)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('does so with the line ends of other systems', () => {
    fc.assert(
      fc.property(aWrittenPlan, ({ value, text }) => {
        expect(understood(text.replaceAll('\n', '\r\n'))).toEqual(value)
      }),
      { numRuns: 20 },
    )
  })

  it('is a plan', () => {
    fc.assert(
      fc.property(aWrittenPlan, ({ text }) => {
        expect(
          decode('plan', { accordant: 'plan/1', ...(understood(text) as object) }).findings,
        ).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
