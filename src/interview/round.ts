import type { Dimension } from '../model/questionnaire.ts'
import type { ActiveQuestionFinder, Answer } from '../model/response.ts'
import { foldText } from '../model/slug.ts'
import { applyConditions } from './answers.ts'
import { findNextPlace } from './moves.ts'
import {
  type AnyQuestion,
  findEntry,
  getWordedQuestionnaire,
  type Interview,
  isMissing,
  isOptional,
  listAskedQuestions,
  type Round,
} from './state.ts'

/**
 * Opens new or half-filled responses at the first question that anybody has not answered, with the first seat that has not; at
 * the review if there is none.
 */
export function beginRound(
  seats: readonly Pick<Interview, 'name' | 'questionnaire' | 'response'>[],
  findActive: ActiveQuestionFinder,
  { blind = false, notice = null }: Partial<Pick<Round, 'blind' | 'notice'>> = {},
): Round {
  const round: Round = {
    notice,
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
export function getInterview({ seats, turn }: Round): Interview {
  const interview = seats[turn]
  if (interview === undefined) throw new Error(`no seat ${turn}`)
  return interview
}

/** The question on the screen; null on the review screen. */
export function findQuestion(round: Round): AnyQuestion | null {
  const { at } = round
  if (at === null) return null
  return listAskedQuestions(getInterview(round)).find(({ id }) => id === at) ?? null
}

/** The current seat's entry for the question on the screen; null without one, and on the review screen. */
export function findCurrentEntry(round: Round): Answer | null {
  return round.at === null ? null : findEntry(getInterview(round), round.at)
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

/** Of the questions asked now; the total moves with their conditions. */
interface InterviewProgress {
  /** The current question's place, from 1; the total on the review screen. */
  readonly position: number
  /** How many have an entry or were skipped. */
  readonly done: number
  readonly total: number
}

/** Over all that is asked, and within the `part` on the screen: the questions about oneself are counted apart. */
export function countProgress(
  round: Round,
): InterviewProgress & { readonly part: InterviewProgress & { readonly isProfile: boolean } } {
  const interview = getInterview(round)
  const all = listAskedQuestions(interview)
  const isProfile = all.some(({ id, dimension }) => id === round.at && dimension === null)
  const count = (questions: readonly AnyQuestion[]): InterviewProgress => {
    const ids = questions.map(({ id }) => id)
    return {
      position: round.at === null ? ids.length : ids.indexOf(round.at) + 1,
      done: ids.filter((id) => !isMissing(interview, id)).length,
      total: ids.length,
    }
  }
  const part = all.filter(({ dimension }) => (dimension === null) === isProfile)
  return { ...count(all), part: { ...count(part), isProfile } }
}

/** The questions asked now under one heading, with their entries. The profile has no dimension. */
export interface InterviewSection {
  readonly dimension: Dimension | null
  readonly items: readonly SectionItem[]
}

export interface SectionItem {
  readonly question: AnyQuestion
  readonly entry: Answer | null
}

/** Everything asked now, by dimension, for lists to choose from; sections without a question are left out. */
export function listSections(interview: Interview): readonly InterviewSection[] {
  const questions = listAskedQuestions(interview)
  return [null, ...getWordedQuestionnaire(interview).dimensions]
    .map((dimension) => ({
      dimension,
      items: questions
        .filter((question) => question.dimension === (dimension?.id ?? null))
        .map((question) => ({ question, entry: findEntry(interview, question.id) })),
    }))
    .filter(({ items }) => items.length > 0)
}

/** How many of the dimensions' questions that are asked now are in each state; `unanswered` have no entry. */
export function countStates(
  interview: Interview,
): Readonly<Record<Answer['state'] | 'unanswered', number>> {
  const states = listAskedQuestions(interview)
    .filter(({ dimension }) => dimension !== null)
    .map(({ id }) => findEntry(interview, id)?.state ?? 'unanswered')
  const count = (state: (typeof states)[number]) => states.filter((each) => each === state).length
  return {
    answered: count('answered'),
    'not-applicable': count('not-applicable'),
    'dont-know': count('dont-know'),
    skipped: count('skipped'),
    unanswered: count('unanswered'),
  }
}

/** The dimension on the screen; null in the profile and on the review screen. */
export function findCurrentDimension(round: Round): Dimension | null {
  const { dimensions } = getWordedQuestionnaire(getInterview(round))
  return dimensions.find(({ questions }) => questions.some(({ id }) => id === round.at)) ?? null
}

/** A line of the list to jump to: a section, or one of its questions. */
type JumpTarget =
  | { readonly to: string; readonly section: InterviewSection; readonly item: null }
  | { readonly to: string; readonly section: InterviewSection; readonly item: SectionItem }

/**
 * Every section with its questions, in asking order. The profile's heading leads to its first question. With a text to search
 * for, only the questions that have each of its words, in themselves, their id or their section's title.
 */
export function listJumpTargets(interview: Interview, search = ''): readonly JumpTarget[] {
  const words = foldText(search).split(' ')
  return listSections(interview).flatMap((section): readonly JumpTarget[] => {
    const items = section.items.filter(({ question: { id, ask } }) => {
      const text = foldText(`${section.dimension?.title ?? ''} ${ask} ${id}`)
      return words.every((word) => text.includes(word))
    })
    const to = section.dimension?.id ?? items[0]?.question.id ?? ''
    return items.length === 0
      ? []
      : [
          { to, section, item: null },
          ...items.map((item) => ({ to: item.question.id, section, item })),
        ]
  })
}

/** The questions to review: the unanswered ones first, then all by section. */
export function getReviewTargets(interview: Interview): {
  readonly open: readonly SectionItem[]
  readonly bySection: readonly InterviewSection[]
  /** Ids in the order the cursor goes through them. */
  readonly order: readonly string[]
} {
  const bySection = listSections(interview)
  const items = bySection.flatMap((section) => section.items)
  const open = items.filter(
    ({ question, entry }) => isOpenEntry(entry) && !(entry === null && isOptional(question)),
  )
  return { open, bySection, order: [...open, ...items].map(({ question }) => question.id) }
}

/** Without an entry, skipped, or "don't know". */
function isOpenEntry(entry: SectionItem['entry']): boolean {
  return entry === null || entry.state === 'skipped' || entry.state === 'dont-know'
}
