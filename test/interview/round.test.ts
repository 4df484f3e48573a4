import { describe, expect, it } from 'vitest'
import { beginRound, listOtherAnswers } from '../../src/interview/round.ts'
import { findEntry, type InterviewEvent, type Round } from '../../src/interview/state.ts'
import { stepRound } from '../../src/interview/step.ts'
import type { ActiveQuestionFinder, Response } from '../../src/model/response.ts'
import { aResponse, at, chained, everything, five, rated } from './make.ts'

const all = everything(five)
const names = ['north', 'south', 'west']

function aRound(
  count: number,
  {
    active = all,
    blind = false,
    responses = [],
  }: {
    readonly active?: ActiveQuestionFinder
    readonly blind?: boolean
    readonly responses?: readonly Partial<Response>[]
  } = {},
): Round {
  const seats = names.slice(0, count).map((name, index) => ({
    name,
    questionnaire: five,
    response: aResponse({ partner: name, ...responses[index] }),
  }))
  return beginRound(seats, active, { blind })
}

function following(
  round: Round,
  events: readonly InterviewEvent[],
  active: ActiveQuestionFinder = all,
): Round {
  return events.reduce((state, event) => stepRound(state, event, active), round)
}

/** `north trust.first`, `difference trust.first`, `south review`. */
function describePlace(round: Round): string {
  return `${round.difference === null ? round.seats[round.turn]?.name : 'difference'} ${at(round)}`
}

/** Where the round stands after each event, from the beginning. */
function listPlaces(
  round: Round,
  events: readonly InterviewEvent[],
  active: ActiveQuestionFinder = all,
): string[] {
  return [0, ...events.map((_, index) => index + 1)].map((count) =>
    describePlace(following(round, events.slice(0, count), active)),
  )
}

const keep: InterviewEvent = { type: 'keep' }
const back: InterviewEvent = { type: 'back' }
const skip: InterviewEvent = { type: 'skip' }
const review: InterviewEvent = { type: 'review' }
const finish: InterviewEvent = { type: 'finish', at: '2026-11-23T10:00:00Z' }

describe('a round', () => {
  it('asks each question of every partner before the next one', () => {
    expect(listPlaces(aRound(3), [rated(1), rated(2), rated(3), rated(4), rated(4)])).toEqual([
      'north stage',
      'south stage',
      'west stage',
      'north trust.first',
      'south trust.first',
      'west trust.first',
    ])
  })

  it('shows answers side by side only if they differ', () => {
    const background = [skip, skip]
    expect(
      listPlaces(aRound(2), [...background, rated(4), rated(4), rated(2), rated(3), keep]),
    ).toEqual([
      'north stage',
      'south stage',
      'north trust.first',
      'south trust.first',
      'north trust.second',
      'south trust.second',
      'difference trust.second',
      'north trust.third',
    ])
  })

  it("takes each partner's note while answers are shown side by side", () => {
    const apart = following(aRound(2), [skip, skip, rated(2), rated(4)])
    const noted = following(apart, [
      { type: 'note-of', seat: 0, text: 'Twice in May' },
      { type: 'seat', seat: 1 },
      { type: 'note', text: 'Never so far' },
    ])
    expect(describePlace(noted)).toBe('difference trust.first')
    expect(noted.seats.map((interview) => findEntry(interview, 'trust.first'))).toEqual([
      { state: 'answered', value: 2, note: 'Twice in May' },
      { state: 'answered', value: 4, note: 'Never so far' },
    ])
  })

  it('goes back turn by turn, and from answers side by side to the last of them', () => {
    const events = [skip, skip, rated(2), rated(4), back, back, back]
    expect(listPlaces(aRound(2), events).slice(3)).toEqual([
      'south trust.first',
      'difference trust.first',
      'south trust.first',
      'north trust.first',
      'south stage',
    ])
  })

  it('asks a question only of those for whom its condition holds', () => {
    const events = [skip, skip, rated(1), rated(5), keep, rated(3)]
    expect(listPlaces(aRound(2, { active: chained }), events, chained).slice(4)).toEqual([
      'difference trust.first',
      'south trust.second',
      'north trust.third',
    ])
  })

  it('starts with the first unanswered question when the partners are at different questions', () => {
    const answered = (...ids: readonly string[]) => ({
      profile: new Map([['stage', 3]]),
      answers: new Map(ids.map((id) => [id, { state: 'answered', value: 3, note: null } as const])),
    })
    const round = aRound(2, {
      responses: [
        answered('trust.first', 'trust.second', 'trust.third'),
        answered('trust.first', 'trust.third'),
      ],
    })
    expect(listPlaces(round, [rated(3), rated(3)])).toEqual([
      'south trust.second',
      'north roles.fourth',
      'south roles.fourth',
    ])
  })

  it('has every partner review, and finishes with the last', () => {
    const full = following(aRound(2), Array(12).fill(rated(3)))
    expect(listPlaces(full, [finish])).toEqual(['north review', 'south review'])
    const finished = following(full, [finish, finish])
    expect(finished.ended).toBe('finished')
    expect(finished.seats.map(({ response }) => response.completed)).toEqual([
      '2026-11-23T10:00:00Z',
      '2026-11-23T10:00:00Z',
    ])
  })

  it('makes a partner who changes an answer review again', () => {
    const full = following(aRound(2), Array(12).fill(rated(3)))
    const changed = following(full, [
      finish,
      back,
      { type: 'jump', to: 'trust.first' },
      rated(2),
      keep,
    ])
    expect(describePlace(following(changed, [finish]))).toBe('south review')
    expect(following(changed, [finish]).ended).toBeNull()
  })

  it('is left by all at once', () => {
    const left = following(aRound(2), [skip, { type: 'leave' }])
    expect(left.ended).toBe('left')
  })

  it("shows the others' answers, and in a blind round only after everybody has answered", () => {
    const said = (round: Round) => listOtherAnswers(round, 'trust.first').map(({ name }) => name)
    const open = following(aRound(2), [skip, skip, rated(4)])
    const blind = following(aRound(2, { blind: true }), [skip, skip, rated(4)])
    expect(said(open)).toEqual(['north'])
    expect(said(blind)).toEqual([])
    expect(said(following(blind, [rated(4), review, back, back]))).toEqual(['north'])
  })
})
