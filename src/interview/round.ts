import type { Form } from '../model/questionnaire.ts'
import type { Answer } from '../model/response.ts'
import { type AnyQuestion, findEntry, isMissing, toPlace } from './asked-questions.ts'
import type { Interview, InterviewPlace } from './state.ts'

/** The partners at one table: each question goes round before the next is asked. One alone is a round of one. */
export interface Round {
  readonly seats: readonly RoundSeat[]
  /** Whose turn it is, as an index of `seats`. */
  readonly turn: number
  /** Answers to a question are kept from those who still have to give theirs. */
  readonly blind: boolean
  /** The question whose answers stand side by side; null while one is asked. */
  readonly difference: string | null
  /** Where the round was before, the latest last. Unused in a round of one. */
  readonly history: readonly RoundPlace[]
  /** Seats that have been through their review. */
  readonly done: ReadonlySet<number>
}

export interface RoundSeat {
  /** What the partner is called in front of people. */
  readonly name: string
  readonly interview: Interview
}

/** A place in one seat's interview. */
export interface RoundPlace {
  readonly turn: number
  readonly at: InterviewPlace
}

/** Begins at the first question that anybody has not answered, with whoever has not; at the review when there is none. */
export function beginRound(seats: readonly RoundSeat[], blind = false): Round {
  const round: Round = { seats, turn: 0, blind, difference: null, history: [], done: new Set() }
  return seats.length === 1
    ? round
    : setRoundPlace(round, findNextOpen(round, null) ?? findReviewPlace(round))
}

export function getCurrentInterview({ seats, turn }: Round): Interview {
  const seat = seats[turn] ?? seats[0]
  if (seat === undefined) throw new Error('A round has no seat')
  return seat.interview
}

/** The round with its turn at a spot. */
export function setRoundPlace(round: Round, { turn, at }: RoundPlace): Round {
  const seats = round.seats.map((seat, index) =>
    index === turn ? { ...seat, interview: { ...seat.interview, at, history: [] } } : seat,
  )
  return { ...round, seats, turn, difference: null }
}

/** The next question in asking order that anybody has still to answer, with the first who has. */
export function findNextOpen({ seats }: Round, after: string | null): RoundPlace | null {
  const order = listAskedIds(seats)
  for (const id of order.slice(after === null ? 0 : order.indexOf(after) + 1)) {
    const turn = seats.findIndex((seat) => isOpen(seat, id))
    if (turn !== -1) return { turn, at: toPlace(id) }
  }
  return null
}

export function findReviewPlace({ seats, done }: Round): RoundPlace {
  const turn = seats.findIndex((_, index) => !done.has(index))
  return { turn: Math.max(turn, 0), at: { screen: 'review' } }
}

/** Ids of what is asked of anybody now, in asking order. */
export function listAskedIds(seats: readonly RoundSeat[]): readonly string[] {
  const [first] = seats
  if (first === undefined) return []
  const { profile, dimensions } = first.interview.questionnaire
  return [...profile, ...dimensions.flatMap(({ questions }) => questions)]
    .map(({ id }) => id)
    .filter((id) => seats.some((seat) => isAsked(seat, id)))
}

export function isAsked({ interview }: RoundSeat, id: string): boolean {
  return interview.active.has(id)
}

export function isOpen(seat: RoundSeat, id: string): boolean {
  return isAsked(seat, id) && isMissing(seat.interview, id)
}

/** What a seat said to a question. */
export interface SeatAnswer {
  readonly seat: number
  readonly name: string
  readonly entry: Answer
}

/** What has been said to a question so far, by seat. */
export function listSeatAnswers({ seats }: Round, id: string): readonly SeatAnswer[] {
  return seats.flatMap((seat, index) => {
    const entry = isAsked(seat, id) ? findEntry(seat.interview, id) : null
    return entry === null ? [] : [{ seat: index, name: seat.name, entry }]
  })
}

/** What the others said that whose turn it is may see: nothing in a blind round before everybody has answered. */
export function listOtherAnswers(round: Round, id: string): readonly SeatAnswer[] {
  if (round.blind && round.seats.some((seat) => isOpen(seat, id))) return []
  return listSeatAnswers(round, id).filter(({ seat }) => seat !== round.turn)
}

/** Do two of the answers to a question say different things? Texts always would, so they are not compared. */
export function hasDifference(round: Round, { id, form, dimension }: AnyQuestion): boolean {
  if (dimension === null || !isComparable(form)) return false
  const values = listSeatAnswers(round, id).flatMap(({ entry }) =>
    entry.state === 'answered' ? [JSON.stringify(entry.value)] : [],
  )
  return new Set(values).size > 1
}

function isComparable({ type }: Form): boolean {
  return type !== 'text' && type !== 'list' && type !== 'table'
}
