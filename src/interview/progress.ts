import type { Dimension } from '../model/questionnaire.ts'
import type { Answer } from '../model/response.ts'
import { type AnyQuestion, entryOf, inWords, isMissing, visible } from './order.ts'
import type { Interview } from './state.ts'

/** Of the questions asked now; the total moves with their conditions. */
export interface Progress {
  /** The current question's place, from 1; the total on the review screen. */
  readonly position: number
  /** How many are dealt with: they have an entry, or were passed over. */
  readonly done: number
  readonly total: number
}

export function progress(interview: Interview): Progress {
  const ids = visible(interview).map(({ id }) => id)
  const { at } = interview
  return {
    position: at.screen === 'review' ? ids.length : ids.indexOf(at.id) + 1,
    done: ids.filter((id) => !isMissing(interview, id)).length,
    total: ids.length,
  }
}

/** The questions asked now under one heading, with what was said. The profile has no dimension. */
export interface Section {
  readonly dimension: Dimension | null
  readonly items: readonly Item[]
}

export interface Item {
  readonly question: AnyQuestion
  readonly entry: Answer | null
}

/** Everything asked now, by dimension, for lists to choose from; sections without a question are left out. */
export function sections(interview: Interview): readonly Section[] {
  const questions = visible(interview)
  return [null, ...inWords(interview).dimensions]
    .map((dimension) => ({
      dimension,
      items: questions
        .filter((question) => question.dimension === (dimension?.id ?? null))
        .map((question) => ({ question, entry: entryOf(interview, question.id) })),
    }))
    .filter(({ items }) => items.length > 0)
}

/** How many of the questions asked now are in which state; `unanswered` have no entry. */
export function tally(
  interview: Interview,
): Readonly<Record<Answer['state'] | 'unanswered', number>> {
  const states = visible(interview).map(({ id }) => entryOf(interview, id)?.state ?? 'unanswered')
  const count = (state: (typeof states)[number]) => states.filter((own) => own === state).length
  return {
    answered: count('answered'),
    'not-applicable': count('not-applicable'),
    'dont-know': count('dont-know'),
    skipped: count('skipped'),
    unanswered: count('unanswered'),
  }
}

/** The dimension on the screen; null in the profile and on the review screen. */
export function dimensionAt(interview: Interview): Dimension | null {
  const { at } = interview
  if (at.screen === 'review') return null
  const holds = ({ questions }: Dimension) => questions.some(({ id }) => id === at.id)
  return inWords(interview).dimensions.find(holds) ?? null
}
