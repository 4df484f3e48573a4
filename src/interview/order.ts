import type { ProfileQuestion, Question, Questionnaire } from '../model/questionnaire.ts'
import type { Answer } from '../model/response.ts'
import { unitOf, worded } from '../model/worded.ts'
import type { Interview, Place } from './state.ts'

export type AnyQuestion = ProfileQuestion | Question

/** The questions that are asked now, worded for whom they are asked about, in asking order: the profile, then dimension by dimension. */
export function visible(interview: Interview): readonly AnyQuestion[] {
  const { profile, dimensions } = inWords(interview)
  return [...profile, ...dimensions.flatMap(({ questions }) => questions)].filter(({ id }) =>
    interview.active.has(id),
  )
}

/** The questionnaire in the words of the unit that this respondent named. */
export function inWords({ questionnaire, response }: Interview): Questionnaire {
  return worded(questionnaire, unitOf(response))
}

/** The question on the screen; null on the review screen. */
export function current(interview: Interview): AnyQuestion | null {
  const { at } = interview
  if (at.screen === 'review') return null
  return visible(interview).find(({ id }) => id === at.id) ?? null
}

/** A question's entry; a profile question's value counts as answered. Null where it is open. */
export function entryOf({ response }: Interview, id: string): Answer | null {
  const value = response.profile.get(id)
  if (value !== undefined) return { state: 'answered', value, note: null }
  return response.answers.get(id) ?? null
}

/** Ids that are asked and have no entry, in asking order; profile questions passed over in this session are not asked again. */
export function missing(interview: Interview): readonly string[] {
  return visible(interview).flatMap(({ id }) => (isMissing(interview, id) ? [id] : []))
}

export function isComplete(interview: Interview): boolean {
  return missing(interview).length === 0
}

export function isMissing(interview: Interview, id: string): boolean {
  return entryOf(interview, id) === null && !interview.passed.has(id)
}

/** A question's place, or the review where there is none. */
export function placeOf(id: string | undefined): Place {
  return id === undefined ? { screen: 'review' } : { screen: 'question', id }
}
