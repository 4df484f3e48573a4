import {
  findCurrentQuestion,
  isComplete,
  isMissing,
  listAskedQuestions,
  listMissing,
  toPlace,
} from './asked-questions.ts'
import {
  findNextOpen,
  findReviewPlace,
  getCurrentInterview,
  hasDifference,
  isAsked,
  isOpen,
  listAskedIds,
  type Round,
  type RoundPlace,
  setRoundPlace,
} from './round.ts'
import type { ConditionJudge, Interview, InterviewEvent } from './state.ts'
import { stepInterview } from './step.ts'

/** While answers stand side by side, `seat` gives the word to another partner, and `note-of` takes that partner's note. */
export type RoundEvent =
  | InterviewEvent
  | { readonly type: 'seat'; readonly seat: number }
  | { readonly type: 'note-of'; readonly seat: number; readonly text: string }

/** The round after an event, of whose turn it is: the one way it changes. A round of one is its interview. */
export function stepRound(round: Round, event: RoundEvent, active: ConditionJudge): Round {
  const interview = getCurrentInterview(round)
  if (round.seats.length === 1) {
    return event.type === 'seat' || event.type === 'note-of'
      ? round
      : setInterview(round, stepInterview(interview, event, active))
  }
  if (interview.ended !== null) return round
  switch (event.type) {
    case 'seat':
      return moveToSeat(round, event.seat)
    case 'note-of': {
      const there = moveToSeat(round, event.seat)
      return there.turn === event.seat
        ? stepRound(there, { type: 'note', text: event.text }, active)
        : round
    }
    case 'back':
      return moveRoundBack(round)
    case 'forward':
      return moveRoundForward(round)
    case 'jump':
      return moveRoundToTarget(round, event.to)
    case 'review':
      return moveToRoundPlace(round, { turn: round.turn, at: { screen: 'review' } })
    case 'leave':
      return applyToInterviews(round, (own) => ({ ...own, ended: 'left' }))
    case 'finish':
      return finishRound(round, event.at, active)
    default:
      return stepQuestion(round, interview, event, active)
  }
}

function stepQuestion(
  round: Round,
  interview: Interview,
  event: InterviewEvent,
  active: ConditionJudge,
): Round {
  const question = findCurrentQuestion(interview)
  if (question === null) return round
  if (round.difference !== null && event.type === 'keep')
    return moveToNextQuestion(round, question.id)
  const after = stepInterview(interview, event, active)
  if (after.at === interview.at) return setInterview(round, after)
  // An interview alone would move on by itself; here the question goes round first.
  const stayed = setInterview(round, { ...after, at: interview.at, history: [] })
  const next = findNextSeat(stayed, question.id)
  if (next !== null) return moveToRoundPlace(stayed, { turn: next, at: toPlace(question.id) })
  if (hasDifference(stayed, question)) return { ...stayed, difference: question.id }
  return moveToNextQuestion(stayed, question.id)
}

/** Who answers this question next: those after whose turn it is first. */
function findNextSeat({ seats, turn }: Round, id: string): number | null {
  const open = seats.flatMap((seat, index) => (isOpen(seat, id) ? [index] : []))
  return open.find((index) => index > turn) ?? open[0] ?? null
}

function moveToNextQuestion(round: Round, id: string): Round {
  return moveToRoundPlace(round, findNextOpen(round, id) ?? findReviewPlace(round))
}

/** To a spot, remembering this one. */
function moveToRoundPlace(round: Round, spot: RoundPlace): Round {
  return { ...setRoundPlace(round, spot), history: [...round.history, getRoundPlace(round)] }
}

function getRoundPlace(round: Round): RoundPlace {
  return { turn: round.turn, at: getCurrentInterview(round).at }
}

function moveToSeat(round: Round, seat: number): Round {
  const { difference, seats } = round
  const own = seats[seat]
  if (difference === null || own === undefined || !isAsked(own, difference)) return round
  return { ...setRoundPlace(round, { turn: seat, at: toPlace(difference) }), difference }
}

/** From answers side by side to the question; else to where the round was, or to the turn before. */
function moveRoundBack(round: Round): Round {
  if (round.difference !== null) return setRoundPlace(round, getRoundPlace(round))
  const spots = round.history.filter(({ turn, at }) => {
    const seat = round.seats[turn]
    return seat !== undefined && (at.screen === 'review' || isAsked(seat, at.id))
  })
  const last = spots.at(-1)
  if (last !== undefined) return { ...setRoundPlace(round, last), history: spots.slice(0, -1) }
  const turns = listRoundPlaces(round)
  const { at } = getCurrentInterview(round)
  const place = at.screen === 'review' ? turns.length : findPlaceIndex(turns, getRoundPlace(round))
  const before = turns[place - 1]
  return before === undefined ? round : { ...setRoundPlace(round, before), history: [] }
}

/** To the turn just after this one, where this one has an entry. */
function moveRoundForward(round: Round): Round {
  const interview = getCurrentInterview(round)
  const { at } = interview
  if (at.screen === 'review') return round
  if (round.difference !== null) return moveToNextQuestion(round, at.id)
  if (isMissing(interview, at.id)) return round
  const turns = listRoundPlaces(round)
  return moveToRoundPlace(
    round,
    turns[findPlaceIndex(turns, getRoundPlace(round)) + 1] ?? findReviewPlace(round),
  )
}

/** Every turn there is now: each question by each who is asked it. */
function listRoundPlaces({ seats }: Round): readonly RoundPlace[] {
  return listAskedIds(seats).flatMap((id) =>
    seats.flatMap((seat, turn) => (isAsked(seat, id) ? [{ turn, at: toPlace(id) }] : [])),
  )
}

function findPlaceIndex(turns: readonly RoundPlace[], { turn, at }: RoundPlace): number {
  return turns.findIndex(
    (spot) =>
      spot.turn === turn &&
      at.screen === 'question' &&
      spot.at.screen === 'question' &&
      spot.at.id === at.id,
  )
}

/** To a question, or to the first open one of a dimension, else its first; with the first partner it is open for. */
function moveRoundToTarget(round: Round, to: string): Round {
  const { seats } = round
  const questions = new Map(
    seats.flatMap(({ interview }) => listAskedQuestions(interview)).map((each) => [each.id, each]),
  )
  const within = listAskedIds(seats).filter((id) => questions.get(id)?.dimension === to)
  const target = questions.has(to)
    ? to
    : (within.find((id) => seats.some((seat) => isOpen(seat, id))) ?? within[0])
  if (target === undefined) return round
  const open = seats.findIndex((seat) => isOpen(seat, target))
  const turn = open === -1 ? seats.findIndex((seat) => isAsked(seat, target)) : open
  return moveToRoundPlace(round, { turn, at: toPlace(target) })
}

/** Everybody reviews their own answers; the last one to do so finishes for all. */
function finishRound(round: Round, at: string, active: ConditionJudge): Round {
  const interview = getCurrentInterview(round)
  if (interview.at.screen !== 'review' || !isComplete(interview)) return round
  const done = new Set([...round.done, round.turn])
  const next = round.seats.findIndex((_, index) => !done.has(index))
  const seat = round.seats[next]
  if (seat !== undefined) {
    return moveToRoundPlace(
      { ...round, done },
      { turn: next, at: toPlace(listMissing(seat.interview)[0]) },
    )
  }
  return applyToInterviews({ ...round, done }, (own) =>
    own.response.completed === null
      ? stepInterview({ ...own, at: { screen: 'review' } }, { type: 'finish', at }, active)
      : { ...own, ended: 'finished' },
  )
}

/** A seat whose answers changed has its review before it again. */
function setInterview(round: Round, interview: Interview): Round {
  const before = getCurrentInterview(round)
  if (interview === before) return round
  const seats = round.seats.map((seat, index) =>
    index === round.turn ? { ...seat, interview } : seat,
  )
  if (interview.response === before.response) return { ...round, seats }
  return { ...round, seats, done: new Set([...round.done].filter((own) => own !== round.turn)) }
}

function applyToInterviews(round: Round, change: (interview: Interview) => Interview): Round {
  const seats = round.seats.map((seat) => ({ ...seat, interview: change(seat.interview) }))
  return { ...round, seats }
}
