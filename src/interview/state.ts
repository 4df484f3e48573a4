import { applyWords, findUnit } from '../model/apply-words.ts'
import type { Notice } from '../model/notice.ts'
import type { ProfileQuestion, Question, Questionnaire } from '../model/questionnaire.ts'
import type { Answer, Response, Value } from '../model/response.ts'

/** One respondent's interview under way: plain data, so that it can be kept, compared and replayed. */
export interface Interview {
  /** The name of the respondent's partner, as people read it. */
  readonly name: string
  readonly questionnaire: Questionnaire
  /** To be saved after each event that changes it. */
  readonly response: Response
  /** Ids of the questions, of the profile too, that are asked of this respondent now. */
  readonly active: ReadonlySet<string>
  /** Profile questions skipped in this session: nothing is stored for them, and they are not asked again. */
  readonly skippedProfile: ReadonlySet<string>
  /** What this respondent's last event did to other questions, where it changed an earlier answer. */
  readonly change: ConditionEffect | null
}

/** The partners at one table: everybody answers a question before the next is asked. One respondent alone is a round of one. */
export interface Round extends RoundPlace {
  /** What is on the screen before the first question; null once they went on. */
  readonly notice: Notice | null
  readonly seats: readonly Interview[]
  /** Answers to a question are hidden from those who still have to answer it. */
  readonly blind: boolean
  /** The question whose answers are shown side by side; null while one is asked. */
  readonly difference: string | null
  /** Places left by answering or jumping, the latest last; `back` returns along it. */
  readonly history: readonly RoundPlace[]
  /** Seats that have done their review. */
  readonly done: ReadonlySet<number>
  readonly ended: 'left' | 'finished' | null
}

export interface RoundPlace {
  /** Whose turn it is, as an index of `seats`. */
  readonly turn: number
  /** The id of the question on the screen; null on the review screen. */
  readonly at: string | null
}

/** How many answers were set aside or restored, and how many questions were added, because a condition changed. */
interface ConditionEffect {
  readonly inactive: number
  readonly restored: number
  readonly opened: number
}

/** What a person does. An event that makes no sense at the current place changes nothing. */
export type InterviewEvent =
  /** Goes on from the notice; before that, only this and `leave` make sense. */
  | { readonly type: 'begin' }
  /** With `stay`, the answer is stored and the question stays on the screen: a list grows line by line. */
  | { readonly type: 'answer'; readonly value: Value; readonly stay?: boolean }
  /**
   * A blank text removes the note. A question without an entry becomes skipped, with a note. What is private stays private until
   * it is removed.
   */
  | { readonly type: 'note'; readonly text: string; readonly private?: boolean }
  | { readonly type: 'dont-know' }
  | { readonly type: 'not-applicable'; readonly reason: string }
  | { readonly type: 'skip' }
  /** Takes the answer back, and stays. A note stays too, on a question that counts as skipped. */
  | { readonly type: 'clear' }
  /** Keeps the earlier answer and moves on. */
  | { readonly type: 'keep' }
  | { readonly type: 'back' }
  /** To the next question, if this one has an entry. */
  | { readonly type: 'forward' }
  /** To a question, or to the first question of a dimension that has no entry, else its first. */
  | { readonly type: 'jump'; readonly to: string }
  | { readonly type: 'review' }
  /** While answers are shown side by side: gives the turn to another partner. */
  | { readonly type: 'seat'; readonly seat: number }
  /** While answers are shown side by side: takes the note of that partner. */
  | { readonly type: 'note-of'; readonly seat: number; readonly text: string }
  | { readonly type: 'leave' }
  /** Completes the response, on the review screen and with nothing missing. `at` is RFC 3339. */
  | { readonly type: 'finish'; readonly at: string }

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
    !interview.skippedProfile.has(id) &&
    !wasLeftEmpty(interview, id)
  )
}

/** May it stay empty? What is typed about oneself may: nothing there is scored, and there may be nothing to say. */
export function isOptional({ dimension, form }: Pick<AnyQuestion, 'dimension' | 'form'>): boolean {
  return dimension === null && (form.type === 'text' || form.type === 'list')
}

/** Who has answered a question of a dimension has passed those about themselves, and is not asked again for what may stay empty. */
function wasLeftEmpty({ questionnaire, response }: Interview, id: string): boolean {
  const question = questionnaire.profile.find((own) => own.id === id)
  return question !== undefined && isOptional(question) && response.answers.size > 0
}
