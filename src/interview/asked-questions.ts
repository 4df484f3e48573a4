import { applyWords, findUnit } from '../model/apply-words.ts'
import type { ProfileQuestion, Question, Questionnaire } from '../model/questionnaire.ts'
import type { Answer } from '../model/response.ts'
import type { Interview, InterviewPlace } from './state.ts'

export type AnyQuestion = ProfileQuestion | Question

/** The questions that are asked now, worded for whom they are asked about, in asking order: the profile, then dimension by dimension. */
export function listAskedQuestions(interview: Interview): readonly AnyQuestion[] {
  const { profile, dimensions } = getWordedQuestionnaire(interview)
  return [...profile, ...dimensions.flatMap(({ questions }) => questions)].filter(({ id }) =>
    interview.active.has(id),
  )
}

/** The questionnaire in the words of the unit that this respondent named. */
export function getWordedQuestionnaire({ questionnaire, response }: Interview): Questionnaire {
  return applyWords(questionnaire, findUnit(response))
}

/** The question on the screen; null on the review screen. */
export function findCurrentQuestion(interview: Interview): AnyQuestion | null {
  const { at } = interview
  if (at.screen === 'review') return null
  return listAskedQuestions(interview).find(({ id }) => id === at.id) ?? null
}

/** A question's entry; a profile question's value counts as answered. Null where it is open. */
export function findEntry({ response }: Interview, id: string): Answer | null {
  const value = response.profile.get(id)
  if (value !== undefined) return { state: 'answered', value, note: null }
  return response.answers.get(id) ?? null
}

/** Ids that are asked and have no entry, in asking order; profile questions passed over in this session are not asked again. */
export function listMissing(interview: Interview): readonly string[] {
  return listAskedQuestions(interview).flatMap(({ id }) => (isMissing(interview, id) ? [id] : []))
}

export function isComplete(interview: Interview): boolean {
  return listMissing(interview).length === 0
}

export function isMissing(interview: Interview, id: string): boolean {
  return findEntry(interview, id) === null && !interview.skippedProfile.has(id)
}

/** A question's place, or the review where there is none. */
export function toPlace(id: string | undefined): InterviewPlace {
  return id === undefined ? { screen: 'review' } : { screen: 'question', id }
}
