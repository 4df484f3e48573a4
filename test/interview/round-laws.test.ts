import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginRound,
  findQuestion,
  getInterview,
  listOtherAnswers,
} from '../../src/interview/round.ts'
import { findEntry, type InterviewEvent, isMissing, type Round } from '../../src/interview/state.ts'
import { stepRound } from '../../src/interview/step.ts'
import type { Response } from '../../src/model/response.ts'
import { aResponse, begun, chained, five, played, rated } from './make.ts'

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

function aRound(responses: readonly Response[], blind = false): Round {
  const seats = responses.map((response) => ({
    name: response.partner,
    questionnaire: five,
    response,
  }))
  return beginRound(seats, chained, { blind })
}

function fresh(all: readonly Person[], blind = false): Round {
  return aRound(
    all.map((_, index) => aResponse({ partner: `p${index + 1}` })),
    blind,
  )
}

/** What happens next at a table of people who know their answers. */
function nextEvent(round: Round, all: readonly Person[]): InterviewEvent {
  if (round.difference !== null) return { type: 'keep' }
  const question = findQuestion(round)
  return question === null ? finish : saidBy(all[round.turn] ?? [], question.id)
}

function run(begun: Round, all: readonly Person[], most = 200): Round {
  let round = begun
  for (let count = 0; count < most && round.ended === null; count++) {
    round = stepRound(round, nextEvent(round, all), chained)
  }
  return round
}

/** The same person, interviewed alone. */
function alone(own: Person, partner: string): Response {
  let round = begun(chained, aResponse({ partner }))
  for (let count = 0; count < 50 && round.ended === null; count++) {
    const question = findQuestion(round)
    round = played(round, [question === null ? finish : saidBy(own, question.id)], chained)
  }
  return getInterview(round).response
}

function responsesIn({ seats }: Round) {
  return seats.map(({ response }) => response)
}

describe('any round', () => {
  it('writes for each partner what an interview alone would write', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (all, blind) => {
        const round = run(fresh(all, blind), all)
        expect(round.ended).toBe('finished')
        expect(responsesIn(round)).toEqual(all.map((own, index) => alone(own, `p${index + 1}`)))
      }),
    )
  })

  it('comes to the same end wherever it was left', () => {
    fc.assert(
      fc.property(people, fc.nat(40), (all, most) => {
        const left = run(fresh(all), all, most)
        const resumed = aRound(
          responsesIn(left).map((response) => ({ ...response, completed: null })),
        )
        expect(responsesIn(run(resumed, all))).toEqual(responsesIn(run(fresh(all), all)))
      }),
    )
  })

  it('hides answers in a blind round until all have answered', () => {
    fc.assert(
      fc.property(people, fc.nat(60), (all, most) => {
        const round = run(fresh(all, true), all, most)
        const question = findQuestion(round)
        if (question === null || round.seats.every((seat) => !isMissing(seat, question.id))) return
        expect(listOtherAnswers(round, question.id)).toEqual([])
        expect(round.difference).toBeNull()
      }),
    )
  })

  const event: fc.Arbitrary<InterviewEvent> = fc.oneof(
    { weight: 6, arbitrary: answer },
    fc.constantFrom<InterviewEvent>(
      { type: 'keep' },
      { type: 'back' },
      { type: 'forward' },
      { type: 'review' },
      finish,
      { type: 'note', text: 'A note' },
    ),
    fc.constantFrom(...ids, 'trust', 'roles').map((to): InterviewEvent => ({ type: 'jump', to })),
    fc.nat(3).map((seat): InterviewEvent => ({ type: 'seat', seat })),
    fc.nat(3).map((seat): InterviewEvent => ({ type: 'note-of', seat, text: 'Why' })),
  )

  it("is at a question that its partner is asked, and changes nobody else's answers", () => {
    fc.assert(
      fc.property(people, fc.array(event, { maxLength: 60 }), event, (all, before, last) => {
        const round = before.reduce((state, own) => stepRound(state, own, chained), fresh(all))
        const { at } = round
        expect(at === null || getInterview(round).active.has(at)).toBe(true)
        if (round.difference !== null) expect(at).toBe(round.difference)
        const next = stepRound(round, last, chained)
        if (next.ended !== null) return
        const writer = last.type === 'note-of' ? last.seat : round.turn
        for (const [index, seat] of next.seats.entries()) {
          if (index !== writer) {
            expect(seat.response).toEqual(round.seats[index]?.response)
          }
        }
        for (const [index, interview] of round.seats.entries()) {
          const now = next.seats[index]
          if (now === undefined) continue
          for (const id of ids) {
            if (index === writer && id === at) continue
            if (now.active.has(id) && interview.active.has(id)) {
              expect(findEntry(now, id)).toEqual(findEntry(interview, id))
            }
          }
        }
      }),
    )
  })

  it("finishes only when nobody's answers are missing", () => {
    fc.assert(
      fc.property(people, fc.array(event, { maxLength: 80 }), (all, events) => {
        const round = events.reduce((state, own) => stepRound(state, own, chained), fresh(all))
        if (round.ended !== 'finished') return
        for (const interview of round.seats) {
          expect(ids.filter((id) => interview.active.has(id) && isMissing(interview, id))).toEqual(
            [],
          )
        }
      }),
    )
  })
})
