import { current, isComplete, isMissing, missing, placeOf, visible } from './order.ts'
import {
  asked,
  differs,
  interviewAt,
  isAsked,
  isOpen,
  nextOpen,
  type Round,
  reviewSpot,
  type Spot,
  turned,
} from './round.ts'
import type { Active, Interview, InterviewEvent } from './state.ts'
import { step } from './step.ts'

/** While answers stand side by side, `seat` gives the word to another partner, and `note-of` takes that partner's note. */
export type RoundEvent =
  | InterviewEvent
  | { readonly type: 'seat'; readonly seat: number }
  | { readonly type: 'note-of'; readonly seat: number; readonly text: string }

/** The round after an event, of whose turn it is: the one way it changes. A round of one is its interview. */
export function stepRound(round: Round, event: RoundEvent, active: Active): Round {
  const interview = interviewAt(round)
  if (round.seats.length === 1) {
    return event.type === 'seat' || event.type === 'note-of'
      ? round
      : withInterview(round, step(interview, event, active))
  }
  if (interview.ended !== null) return round
  switch (event.type) {
    case 'seat':
      return toSeat(round, event.seat)
    case 'note-of': {
      const there = toSeat(round, event.seat)
      return there.turn === event.seat
        ? stepRound(there, { type: 'note', text: event.text }, active)
        : round
    }
    case 'back':
      return back(round)
    case 'forward':
      return forward(round)
    case 'jump':
      return jump(round, event.to)
    case 'review':
      return go(round, { turn: round.turn, at: { screen: 'review' } })
    case 'leave':
      return withAll(round, (own) => ({ ...own, ended: 'left' }))
    case 'finish':
      return finish(round, event.at, active)
    default:
      return onQuestion(round, interview, event, active)
  }
}

function onQuestion(
  round: Round,
  interview: Interview,
  event: InterviewEvent,
  active: Active,
): Round {
  const question = current(interview)
  if (question === null) return round
  if (round.difference !== null && event.type === 'keep') return proceed(round, question.id)
  const after = step(interview, event, active)
  if (after.at === interview.at) return withInterview(round, after)
  // An interview alone would move on by itself; here the question goes round first.
  const stayed = withInterview(round, { ...after, at: interview.at, trail: [] })
  const next = nextInRound(stayed, question.id)
  if (next !== null) return go(stayed, { turn: next, at: placeOf(question.id) })
  if (differs(stayed, question)) return { ...stayed, difference: question.id }
  return proceed(stayed, question.id)
}

/** Who answers this question next: those after whose turn it is first. */
function nextInRound({ seats, turn }: Round, id: string): number | null {
  const open = seats.flatMap((seat, index) => (isOpen(seat, id) ? [index] : []))
  return open.find((index) => index > turn) ?? open[0] ?? null
}

function proceed(round: Round, id: string): Round {
  return go(round, nextOpen(round, id) ?? reviewSpot(round))
}

/** To a spot, remembering this one. */
function go(round: Round, spot: Spot): Round {
  return { ...turned(round, spot), trail: [...round.trail, here(round)] }
}

function here(round: Round): Spot {
  return { turn: round.turn, at: interviewAt(round).at }
}

function toSeat(round: Round, seat: number): Round {
  const { difference, seats } = round
  const own = seats[seat]
  if (difference === null || own === undefined || !isAsked(own, difference)) return round
  return { ...turned(round, { turn: seat, at: placeOf(difference) }), difference }
}

/** From answers side by side to the question; else to where the round was, or to the turn before. */
function back(round: Round): Round {
  if (round.difference !== null) return turned(round, here(round))
  const spots = round.trail.filter(({ turn, at }) => {
    const seat = round.seats[turn]
    return seat !== undefined && (at.screen === 'review' || isAsked(seat, at.id))
  })
  const last = spots.at(-1)
  if (last !== undefined) return { ...turned(round, last), trail: spots.slice(0, -1) }
  const turns = turnsOf(round)
  const { at } = interviewAt(round)
  const place = at.screen === 'review' ? turns.length : indexOf(turns, here(round))
  const before = turns[place - 1]
  return before === undefined ? round : { ...turned(round, before), trail: [] }
}

/** To the turn just after this one, where this one has an entry. */
function forward(round: Round): Round {
  const interview = interviewAt(round)
  const { at } = interview
  if (at.screen === 'review') return round
  if (round.difference !== null) return proceed(round, at.id)
  if (isMissing(interview, at.id)) return round
  const turns = turnsOf(round)
  return go(round, turns[indexOf(turns, here(round)) + 1] ?? reviewSpot(round))
}

/** Every turn there is now: each question by each who is asked it. */
function turnsOf({ seats }: Round): readonly Spot[] {
  return asked(seats).flatMap((id) =>
    seats.flatMap((seat, turn) => (isAsked(seat, id) ? [{ turn, at: placeOf(id) }] : [])),
  )
}

function indexOf(turns: readonly Spot[], { turn, at }: Spot): number {
  return turns.findIndex(
    (spot) =>
      spot.turn === turn &&
      at.screen === 'question' &&
      spot.at.screen === 'question' &&
      spot.at.id === at.id,
  )
}

/** To a question, or to the first open one of a dimension, else its first; with the first partner it is open for. */
function jump(round: Round, to: string): Round {
  const { seats } = round
  const questions = new Map(
    seats.flatMap(({ interview }) => visible(interview)).map((each) => [each.id, each]),
  )
  const within = asked(seats).filter((id) => questions.get(id)?.dimension === to)
  const target = questions.has(to)
    ? to
    : (within.find((id) => seats.some((seat) => isOpen(seat, id))) ?? within[0])
  if (target === undefined) return round
  const open = seats.findIndex((seat) => isOpen(seat, target))
  const turn = open === -1 ? seats.findIndex((seat) => isAsked(seat, target)) : open
  return go(round, { turn, at: placeOf(target) })
}

/** Everybody reviews their own answers; the last one to do so finishes for all. */
function finish(round: Round, at: string, active: Active): Round {
  const interview = interviewAt(round)
  if (interview.at.screen !== 'review' || !isComplete(interview)) return round
  const done = new Set([...round.done, round.turn])
  const next = round.seats.findIndex((_, index) => !done.has(index))
  const seat = round.seats[next]
  if (seat !== undefined) {
    return go({ ...round, done }, { turn: next, at: placeOf(missing(seat.interview)[0]) })
  }
  return withAll({ ...round, done }, (own) =>
    own.response.completed === null
      ? step({ ...own, at: { screen: 'review' } }, { type: 'finish', at }, active)
      : { ...own, ended: 'finished' },
  )
}

/** A seat whose answers changed has its review before it again. */
function withInterview(round: Round, interview: Interview): Round {
  const before = interviewAt(round)
  if (interview === before) return round
  const seats = round.seats.map((seat, index) =>
    index === round.turn ? { ...seat, interview } : seat,
  )
  if (interview.response === before.response) return { ...round, seats }
  return { ...round, seats, done: new Set([...round.done].filter((own) => own !== round.turn)) }
}

function withAll(round: Round, change: (interview: Interview) => Interview): Round {
  const seats = round.seats.map((seat) => ({ ...seat, interview: change(seat.interview) }))
  return { ...round, seats }
}
