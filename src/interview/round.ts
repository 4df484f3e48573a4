import type { Form } from '../model/questionnaire.ts'
import type { Answer } from '../model/response.ts'
import { type AnyQuestion, entryOf, isMissing, placeOf } from './order.ts'
import type { Interview, Place } from './state.ts'

/** The partners at one table: each question goes round before the next is asked. One alone is a round of one. */
export interface Round {
  readonly seats: readonly Seat[]
  /** Whose turn it is, as an index of `seats`. */
  readonly turn: number
  /** Answers to a question are kept from those who still have to give theirs. */
  readonly blind: boolean
  /** The question whose answers stand side by side; null while one is asked. */
  readonly difference: string | null
  /** Where the round was before, the latest last. Unused in a round of one. */
  readonly trail: readonly Spot[]
  /** Seats that have been through their review. */
  readonly done: ReadonlySet<number>
}

export interface Seat {
  /** What the partner is called in front of people. */
  readonly name: string
  readonly interview: Interview
}

/** A place in one seat's interview. */
export interface Spot {
  readonly turn: number
  readonly at: Place
}

/** Begins at the first question that anybody has not answered, with whoever has not; at the review when there is none. */
export function beginRound(seats: readonly Seat[], blind = false): Round {
  const round: Round = { seats, turn: 0, blind, difference: null, trail: [], done: new Set() }
  return seats.length === 1 ? round : turned(round, nextOpen(round, null) ?? reviewSpot(round))
}

export function interviewAt({ seats, turn }: Round): Interview {
  const seat = seats[turn] ?? seats[0]
  if (seat === undefined) throw new Error('A round has no seat')
  return seat.interview
}

/** The round with its turn at a spot. */
export function turned(round: Round, { turn, at }: Spot): Round {
  const seats = round.seats.map((seat, index) =>
    index === turn ? { ...seat, interview: { ...seat.interview, at, trail: [] } } : seat,
  )
  return { ...round, seats, turn, difference: null }
}

/** The next question in asking order that anybody has still to answer, with the first who has. */
export function nextOpen({ seats }: Round, after: string | null): Spot | null {
  const order = asked(seats)
  for (const id of order.slice(after === null ? 0 : order.indexOf(after) + 1)) {
    const turn = seats.findIndex((seat) => isOpen(seat, id))
    if (turn !== -1) return { turn, at: placeOf(id) }
  }
  return null
}

export function reviewSpot({ seats, done }: Round): Spot {
  const turn = seats.findIndex((_, index) => !done.has(index))
  return { turn: Math.max(turn, 0), at: { screen: 'review' } }
}

/** Ids of what is asked of anybody now, in asking order. */
export function asked(seats: readonly Seat[]): readonly string[] {
  const [first] = seats
  if (first === undefined) return []
  const { profile, dimensions } = first.interview.questionnaire
  return [...profile, ...dimensions.flatMap(({ questions }) => questions)]
    .map(({ id }) => id)
    .filter((id) => seats.some((seat) => isAsked(seat, id)))
}

export function isAsked({ interview }: Seat, id: string): boolean {
  return interview.active.has(id)
}

export function isOpen(seat: Seat, id: string): boolean {
  return isAsked(seat, id) && isMissing(seat.interview, id)
}

/** What a seat said to a question. */
export interface Said {
  readonly seat: number
  readonly name: string
  readonly entry: Answer
}

/** What has been said to a question so far, by seat. */
export function saidTo({ seats }: Round, id: string): readonly Said[] {
  return seats.flatMap((seat, index) => {
    const entry = isAsked(seat, id) ? entryOf(seat.interview, id) : null
    return entry === null ? [] : [{ seat: index, name: seat.name, entry }]
  })
}

/** What the others said that whose turn it is may see: nothing in a blind round before everybody has answered. */
export function othersSaid(round: Round, id: string): readonly Said[] {
  if (round.blind && round.seats.some((seat) => isOpen(seat, id))) return []
  return saidTo(round, id).filter(({ seat }) => seat !== round.turn)
}

/** Do two of the answers to a question say different things? Texts always would, so they are not compared. */
export function differs(round: Round, { id, form, dimension }: AnyQuestion): boolean {
  if (dimension === null || !isComparable(form)) return false
  const values = saidTo(round, id).flatMap(({ entry }) =>
    entry.state === 'answered' ? [JSON.stringify(entry.value)] : [],
  )
  return new Set(values).size > 1
}

function isComparable({ type }: Form): boolean {
  return type !== 'text' && type !== 'list' && type !== 'table'
}
