import type { Questionnaire } from '../model/questionnaire.ts'
import type { Response, Value } from '../model/response.ts'

/**
 * Ids of the questions, of the profile too, that are asked of this respondent now. Conditions are judged elsewhere; in a
 * quick run what is not core is left out there as well.
 */
export type ConditionJudge = (response: Response) => ReadonlySet<string>

/** An interview under way: plain data, so that it can be kept, compared and replayed. */
export interface Interview {
  readonly questionnaire: Questionnaire
  /** To be saved after each event that changes it. */
  readonly response: Response
  readonly active: ReadonlySet<string>
  readonly at: InterviewPlace
  /** Places left by answering or jumping, the latest last; `back` returns along it. */
  readonly history: readonly InterviewPlace[]
  /** Profile questions skipped in this session: nothing is stored for them, and they are not asked again. */
  readonly skippedProfile: ReadonlySet<string>
  /** What the last event did to other questions, where it changed an earlier answer. */
  readonly change: ConditionEffect | null
  readonly ended: 'left' | 'finished' | null
}

export type InterviewPlace =
  | { readonly screen: 'question'; readonly id: string }
  | { readonly screen: 'review' }

/** How many answers went out of force, and how many questions became open, because a condition changed. */
export interface ConditionEffect {
  readonly inactive: number
  readonly restored: number
  readonly opened: number
}

/** What a person does. An event that makes no sense where the interview stands leaves it as it is. */
export type InterviewEvent =
  /** With `stay`, the answer is stored and the question stays on the screen: a list grows line by line. */
  | { readonly type: 'answer'; readonly value: Value; readonly stay?: boolean }
  /** Blank takes the note away. A note on an open question is kept with it: skipped, with a note. */
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'dont-know' }
  | { readonly type: 'not-applicable'; readonly reason: string }
  | { readonly type: 'skip' }
  /** Leaves the earlier answer as it is and moves on. */
  | { readonly type: 'keep' }
  | { readonly type: 'back' }
  /** One question on, where this one has an entry. */
  | { readonly type: 'forward' }
  /** To a question, or to the first question of a dimension that has no entry, else its first. */
  | { readonly type: 'jump'; readonly to: string }
  | { readonly type: 'review' }
  | { readonly type: 'leave' }
  /** Completes the response, on the review screen and with nothing missing. `at` is RFC 3339. */
  | { readonly type: 'finish'; readonly at: string }
