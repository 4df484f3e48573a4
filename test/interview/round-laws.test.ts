import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCurrentQuestion, findEntry, isMissing } from '../../src/interview/asked-questions.ts'
import {
  beginRound,
  getCurrentInterview,
  isOpen,
  listOtherAnswers,
  type Round,
} from '../../src/interview/round.ts'
import type { Interview, InterviewEvent } from '../../src/interview/state.ts'
import { type RoundEvent, stepRound } from '../../src/interview/step-round.ts'
import { aResponse, begun, chained, played, rated } from './make.ts'

const ids = ['stage', 'trust.first', 'trust.second', 'trust.third', 'roles.fourth', 'roles.fifth']
const finish = { type: 'finish', at: '2026-11-23T10:00:00Z' } as const

const answer: fc.Arbitrary<InterviewEvent> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 5 }).map(rated) },
  fc.constant<InterviewEvent>({ type: 'dont-know' }),
  fc.constant<InterviewEvent>({ type: 'skip' }),
  fc.constant<InterviewEvent>({ type: 'not-applicable', reason: 'Not here' }),
)

/** What one person says to each question. */
const person = fc.tuple(...ids.map((id) => (id === 'stage' ? fc.constant(rated(3)) : answer)))
const people = fc.array(person, { minLength: 2, maxLength: 4 })

type Person = readonly InterviewEvent[]

function saidBy(own: Person, id: string): InterviewEvent {
  return own[ids.indexOf(id)] ?? { type: 'skip' }
}

function gathered(interviews: readonly Interview[], blind = false): Round {
  return beginRound(
    interviews.map((interview) => ({ name: interview.response.partner, interview })),
    blind,
  )
}

function fresh(all: readonly Person[], blind = false): Round {
  return gathered(
    all.map((_, index) => begun(chained, aResponse({ partner: `p${index + 1}` }))),
    blind,
  )
}

/** What happens next at a table of people who know their answers. */
function nextEvent(round: Round, all: readonly Person[]): RoundEvent {
  if (round.difference !== null) return { type: 'keep' }
  const question = findCurrentQuestion(getCurrentInterview(round))
  return question === null ? finish : saidBy(all[round.turn] ?? [], question.id)
}

function run(begun: Round, all: readonly Person[], most = 200): Round {
  let round = begun
  for (let count = 0; count < most && getCurrentInterview(round).ended === null; count++) {
    round = stepRound(round, nextEvent(round, all), chained)
  }
  return round
}

/** The same person, interviewed alone. */
function alone(own: Person, partner: string): Interview {
  let interview = begun(chained, aResponse({ partner }))
  for (let count = 0; count < 50 && interview.ended === null; count++) {
    const question = findCurrentQuestion(interview)
    interview = played(interview, [question === null ? finish : saidBy(own, question.id)], chained)
  }
  return interview
}

function responsesIn({ seats }: Round) {
  return seats.map(({ interview }) => interview.response)
}

describe('any round', () => {
  it('writes for each partner what an interview alone would write', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (all, blind) => {
        const round = run(fresh(all, blind), all)
        expect(round.seats.every(({ interview }) => interview.ended === 'finished')).toBe(true)
        expect(responsesIn(round)).toEqual(
          all.map((own, index) => alone(own, `p${index + 1}`).response),
        )
      }),
    )
  })

  it('comes to the same end from wherever it was left', () => {
    fc.assert(
      fc.property(people, fc.nat(40), (all, most) => {
        const left = run(fresh(all), all, most)
        const resumed = gathered(
          responsesIn(left).map((response) => begun(chained, { ...response, completed: null })),
        )
        expect(responsesIn(run(resumed, all))).toEqual(responsesIn(run(fresh(all), all)))
      }),
    )
  })

  it('shows nobody in a blind round what another said before all have answered', () => {
    fc.assert(
      fc.property(people, fc.nat(60), (all, most) => {
        const round = run(fresh(all, true), all, most)
        const question = findCurrentQuestion(getCurrentInterview(round))
        if (question === null || round.seats.every((seat) => !isOpen(seat, question.id))) return
        expect(listOtherAnswers(round, question.id)).toEqual([])
        expect(round.difference).toBeNull()
      }),
    )
  })

  const event: fc.Arbitrary<RoundEvent> = fc.oneof(
    { weight: 6, arbitrary: answer },
    fc.constantFrom<RoundEvent>(
      { type: 'keep' },
      { type: 'back' },
      { type: 'forward' },
      { type: 'review' },
      finish,
      { type: 'note', text: 'A note' },
    ),
    fc.constantFrom(...ids, 'trust', 'roles').map((to): RoundEvent => ({ type: 'jump', to })),
    fc.nat(3).map((seat): RoundEvent => ({ type: 'seat', seat })),
    fc.nat(3).map((seat): RoundEvent => ({ type: 'note-of', seat, text: 'Why' })),
  )

  it('stands where its partner is asked, and changes the answers of nobody else', () => {
    fc.assert(
      fc.property(people, fc.array(event, { maxLength: 60 }), event, (all, before, last) => {
        const round = before.reduce((state, own) => stepRound(state, own, chained), fresh(all))
        const { at, active } = getCurrentInterview(round)
        expect(at.screen === 'review' || active.has(at.id)).toBe(true)
        if (round.difference !== null)
          expect(at).toEqual({ screen: 'question', id: round.difference })
        const next = stepRound(round, last, chained)
        if (getCurrentInterview(next).ended !== null) return
        const writer = last.type === 'note-of' ? last.seat : round.turn
        for (const [index, seat] of next.seats.entries()) {
          if (index !== writer) {
            expect(seat.interview.response).toEqual(round.seats[index]?.interview.response)
          }
        }
        for (const [index, { interview }] of round.seats.entries()) {
          const now = next.seats[index]?.interview
          if (now === undefined) continue
          for (const id of ids) {
            if (index === writer && at.screen === 'question' && id === at.id) continue
            if (now.active.has(id) && interview.active.has(id)) {
              expect(findEntry(now, id)).toEqual(findEntry(interview, id))
            }
          }
        }
      }),
    )
  })

  it('finishes only when nothing is missing of anybody', () => {
    fc.assert(
      fc.property(people, fc.array(event, { maxLength: 80 }), (all, events) => {
        const round = events.reduce((state, own) => stepRound(state, own, chained), fresh(all))
        if (getCurrentInterview(round).ended !== 'finished') return
        for (const { interview } of round.seats) {
          expect(ids.filter((id) => interview.active.has(id) && isMissing(interview, id))).toEqual(
            [],
          )
        }
      }),
    )
  })
})
