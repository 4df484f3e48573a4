import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginRound } from '../../src/interview/round.ts'
import type { InterviewEvent, Round } from '../../src/interview/state.ts'
import { stepRound } from '../../src/interview/step.ts'
import type { Notice } from '../../src/model/notice.ts'
import type { Response } from '../../src/model/response.ts'
import { aResponse, everything, five, played, rated } from './make.ts'

const notice: Notice = { parts: [], minGroup: 3 }

function told(...responses: readonly Partial<Response>[]): Round {
  const seats = responses.map((own, index) => ({
    name: `p${index}`,
    questionnaire: five,
    response: aResponse({ partner: `p${index}`, ...own }),
  }))
  return beginRound(seats, everything(five), { notice })
}

describe('the notice before the first question', () => {
  it('is passed once, and every response says what it promised', () => {
    const round = played(told({}, { told: { minGroup: 1 } }), [{ type: 'begin' }])
    expect(round.notice).toBeNull()
    expect(round.at).toBe('stage')
    expect(round.seats.map(({ response }) => response.told)).toEqual([
      { minGroup: 3 },
      { minGroup: 3 },
    ])
    expect(played(round, [{ type: 'begin' }])).toBe(round)
  })

  it('changes no response that says so already', () => {
    const before = told({ told: { minGroup: 3 } })
    const after = played(before, [{ type: 'begin' }])
    expect(after.seats[0]?.response).toBe(before.seats[0]?.response)
  })

  it('can be left, with every response as it was', () => {
    const before = told({}, {})
    const after = played(before, [{ type: 'leave' }])
    expect(after).toEqual({ ...before, ended: 'left' })
  })

  it('takes no other event', () => {
    const others: readonly InterviewEvent[] = [
      rated(4),
      { type: 'note', text: 'A note' },
      { type: 'dont-know' },
      { type: 'not-applicable', reason: 'None' },
      { type: 'skip' },
      { type: 'keep' },
      { type: 'back' },
      { type: 'forward' },
      { type: 'jump', to: 'trust' },
      { type: 'review' },
      { type: 'seat', seat: 1 },
      { type: 'note-of', seat: 0, text: 'Why' },
      { type: 'finish', at: '2026-11-23T10:00:00Z' },
    ]
    const round = told({}, {})
    fc.assert(
      fc.property(fc.constantFrom(...others), (event) => {
        expect(stepRound(round, event, everything(five))).toBe(round)
      }),
    )
  })
})
