import { applyWords, findUnit } from '../model/apply-words.ts'
import type { ProfileQuestion, Question, Questionnaire } from '../model/questionnaire.ts'
import type { Answer } from '../model/response.ts'
import type { Interview } from './state.ts'

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

/** A question's entry; a profile question's value counts as answered. Null if there is none. */
export function findEntry({ response }: Interview, id: string): Answer | null {
  const value = response.profile.get(id)
  if (value !== undefined) return { state: 'answered', value, note: null }
  return response.answers.get(id) ?? null
}

/** Ids that are asked and have no entry, in asking order; profile questions skipped in this session are left out. */
export function listMissing(interview: Interview): readonly string[] {
  return listAskedQuestions(interview).flatMap(({ id }) => (isMissing(interview, id) ? [id] : []))
}

/** Is the question asked, and still without an entry? */
export function isMissing(interview: Interview, id: string): boolean {
  return (
    interview.active.has(id) &&
    findEntry(interview, id) === null &&
    !interview.skippedProfile.has(id)
  )
}
