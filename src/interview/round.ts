import type { ActiveQuestionFinder, Answer } from '../model/response.ts'
import { applyConditions } from './answers.ts'
import { type AnyQuestion, findEntry, isMissing, listAskedQuestions } from './asked-questions.ts'
import { findNextPlace } from './moves.ts'
import type { Interview, Round } from './state.ts'

/**
 * Opens new or half-filled responses at the first question that anybody has not answered, with the first seat that has not; at
 * the review if there is none.
 */
export function beginRound(
  seats: readonly Pick<Interview, 'name' | 'questionnaire' | 'response'>[],
  findActive: ActiveQuestionFinder,
  blind = false,
): Round {
  const round: Round = {
    seats: seats.map((seat) => ({
      ...seat,
      ...applyConditions(seat.questionnaire, seat.response, findActive),
      skippedProfile: new Set(),
      change: null,
    })),
    turn: 0,
    at: null,
    blind,
    difference: null,
    history: [],
    done: new Set(),
    ended: null,
  }
  return { ...round, ...findNextPlace(round, null) }
}

/** The interview of the seat whose turn it is. */
export function getCurrentInterview({ seats, turn }: Round): Interview {
  const interview = seats[turn]
  if (interview === undefined) throw new Error(`no seat ${turn}`)
  return interview
}

/** The question on the screen; null on the review screen. */
export function findCurrentQuestion(round: Round): AnyQuestion | null {
  const { at } = round
  if (at === null) return null
  return listAskedQuestions(getCurrentInterview(round)).find(({ id }) => id === at) ?? null
}

/** The current seat's entry for the question on the screen; null without one, and on the review screen. */
export function findCurrentEntry(round: Round): Answer | null {
  return round.at === null ? null : findEntry(getCurrentInterview(round), round.at)
}

/** What one seat answered to a question. */
export interface SeatAnswer {
  readonly seat: number
  readonly name: string
  readonly entry: Answer
}

/** The answers to a question so far, by seat. */
export function listSeatAnswers({ seats }: Round, id: string): readonly SeatAnswer[] {
  return seats.flatMap((interview, seat) => {
    const entry = interview.active.has(id) ? findEntry(interview, id) : null
    return entry === null ? [] : [{ seat, name: interview.name, entry }]
  })
}

/** The other seats' answers that may be shown now: none in a blind round before everybody has answered. */
export function listOtherAnswers(round: Round, id: string): readonly SeatAnswer[] {
  if (round.blind && round.seats.some((interview) => isMissing(interview, id))) return []
  return listSeatAnswers(round, id).filter(({ seat }) => seat !== round.turn)
}
