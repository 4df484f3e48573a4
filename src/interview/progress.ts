import type { Dimension } from '../model/questionnaire.ts'
import type { Answer } from '../model/response.ts'
import {
  type AnyQuestion,
  findEntry,
  getWordedQuestionnaire,
  isMissing,
  listAskedQuestions,
} from './asked-questions.ts'
import { getCurrentInterview } from './round.ts'
import type { Interview, Round } from './state.ts'

/** Of the questions asked now; the total moves with their conditions. */
interface InterviewProgress {
  /** The current question's place, from 1; the total on the review screen. */
  readonly position: number
  /** How many have an entry or were skipped. */
  readonly done: number
  readonly total: number
}

export function countProgress(round: Round): InterviewProgress {
  const interview = getCurrentInterview(round)
  const ids = listAskedQuestions(interview).map(({ id }) => id)
  return {
    position: round.at === null ? ids.length : ids.indexOf(round.at) + 1,
    done: ids.filter((id) => !isMissing(interview, id)).length,
    total: ids.length,
  }
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

/** How many of the questions asked now are in each state; `unanswered` have no entry. */
export function countStates(
  interview: Interview,
): Readonly<Record<Answer['state'] | 'unanswered', number>> {
  const states = listAskedQuestions(interview).map(
    ({ id }) => findEntry(interview, id)?.state ?? 'unanswered',
  )
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
  const { dimensions } = getWordedQuestionnaire(getCurrentInterview(round))
  return dimensions.find(({ questions }) => questions.some(({ id }) => id === round.at)) ?? null
}
