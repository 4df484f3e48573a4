import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countProgress, findQuestion, getInterview } from '../../src/interview/round.ts'
import { findEntry, type InterviewEvent, type Round } from '../../src/interview/state.ts'
import { stepRound } from '../../src/interview/step.ts'
import { isValidValue } from '../../src/model/forms/forms.ts'
import { begun, chained, five, played, rated } from './make.ts'

const ids = [
  'stage',
  'trust.first',
  'trust.second',
  'trust.third',
  'roles.fourth',
  'roles.fifth',
  'trust',
  'roles',
  'none',
]

const event: fc.Arbitrary<InterviewEvent> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 6 }).map(rated) },
  fc.constant<InterviewEvent>({ type: 'dont-know' }),
  fc.constant<InterviewEvent>({ type: 'skip' }),
  fc.constant<InterviewEvent>({ type: 'keep' }),
  fc.constant<InterviewEvent>({ type: 'back' }),
  fc.constant<InterviewEvent>({ type: 'forward' }),
  fc.constant<InterviewEvent>({ type: 'review' }),
  fc
    .constantFrom('', 'a reason')
    .map((reason): InterviewEvent => ({ type: 'not-applicable', reason })),
  fc.constantFrom('', 'a note').map((text): InterviewEvent => ({ type: 'note', text })),
  fc
    .constantFrom('', 'a secret')
    .map((text): InterviewEvent => ({ type: 'note', text, private: true })),
  fc.constantFrom(...ids).map((to): InterviewEvent => ({ type: 'jump', to })),
)

const events = fc.array(event, { maxLength: 40 })

function entries(round: Round): ReadonlyMap<string, unknown> {
  const { response } = getInterview(round)
  return new Map<string, unknown>([...response.profile, ...response.inactive, ...response.answers])
}

describe('any interview', () => {
  it('never loses an entry: an event changes at most the one on the screen', () => {
    fc.assert(
      fc.property(events, event, (before, last) => {
        const state = played(begun(chained), before, chained)
        const next = stepRound(state, last, chained)
        for (const [id, entry] of entries(state)) {
          if (id === findQuestion(state)?.id) expect(entries(next).has(id)).toBe(true)
          else expect(entries(next).get(id)).toEqual(entry)
        }
      }),
    )
  })

  it('makes no private note public, and keeps one note at most beside an answer', () => {
    fc.assert(
      fc.property(events, (own) => {
        const { response } = getInterview(played(begun(chained), own, chained))
        for (const entry of [...response.answers.values(), ...response.inactive.values()]) {
          expect(entry.note).not.toBe('a secret')
          if (entry.privateNote !== undefined) expect(entry.note).toBeNull()
        }
      }),
    )
  })

  it('has answers only to what is asked, with values on their scale', () => {
    fc.assert(
      fc.property(events, (own) => {
        const { response, active } = getInterview(played(begun(chained), own, chained))
        for (const id of response.answers.keys()) expect(active.has(id)).toBe(true)
        for (const id of response.inactive.keys()) expect(active.has(id)).toBe(false)
        for (const entry of [...response.answers.values(), ...response.inactive.values()]) {
          if (entry.state === 'answered')
            expect(
              isValidValue(five.dimensions[0]?.questions[0]?.form ?? { type: 'text' }, entry.value),
            ).toBe(true)
          if (entry.state === 'not-applicable') expect(entry.reason).not.toBe('')
        }
        expect(active).toEqual(chained(response))
      }),
    )
  })

  it('is at a question that is asked, or the review, with progress within its total', () => {
    fc.assert(
      fc.property(events, (own) => {
        const state = played(begun(chained), own, chained)
        const { position, done, total } = countProgress(state)
        expect(state.at === null || getInterview(state).active.has(state.at)).toBe(true)
        expect(position).toBeGreaterThanOrEqual(1)
        expect(Math.max(position, done)).toBeLessThanOrEqual(total)
      }),
    )
  })

  it('shows the question just answered when it goes back', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 5 }), (own, value) => {
        const state = played(begun(chained), own, chained)
        const question = findQuestion(state)
        fc.pre(question !== null)
        const back = played(state, [rated(value), { type: 'back' }], chained)
        expect(findQuestion(back)?.id).toBe(question.id)
        expect(findEntry(getInterview(back), question.id)).toMatchObject({
          state: 'answered',
          value,
        })
      }),
    )
  })

  it('is the same for the same events', () => {
    fc.assert(
      fc.property(events, (own) => {
        expect(played(begun(chained), own, chained)).toEqual(played(begun(chained), own, chained))
      }),
    )
  })

  it('restores an answer as soon as its condition holds again', () => {
    fc.assert(
      fc.property(events, (own) => {
        const high = played(
          begun(chained),
          [...own, { type: 'jump', to: 'trust.first' }, rated(5)],
          chained,
        )
        const second = findEntry(getInterview(high), 'trust.second')
        const jump: InterviewEvent = { type: 'jump', to: 'trust.first' }
        const flipped = played(high, [jump, rated(1), jump, rated(4)], chained)
        expect(findEntry(getInterview(flipped), 'trust.second')).toEqual(second)
      }),
    )
  })
})
