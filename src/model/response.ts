/** One respondent's answers to one questionnaire, fitted to it: every value is on its question's own scale. */
export interface Response {
  readonly questionnaire: {
    readonly id: string
    readonly version: string
    readonly hash: string | null
  }
  readonly partnership: string
  readonly partner: string
  readonly respondent: { readonly id: string; readonly role: string | null }
  readonly run: Run
  /** RFC 3339, or null where the form was filled in by hand. */
  readonly started: string | null
  /** Null while it is in progress. */
  readonly completed: string | null
  /** Why it is left out, where somebody wrote that it is; else null. */
  readonly excluded: string | null
  /** What the notice before the first question promised; null where none was shown. */
  readonly told: { readonly minGroup: number } | null
  readonly profile: ReadonlyMap<string, Value>
  /** By full id. A question with no entry is open. */
  readonly answers: ReadonlyMap<string, Answer>
  /** Earlier answers to questions that are not asked now; they come back with their condition. */
  readonly inactive: ReadonlyMap<string, Answer>
}

/** Where a response's file keeps what the respondent calls their own side, if no file lists it; no score or id depends on it. */
export const givenNameKey = 'x-partner'

export type Run = 'full' | 'quick'

/** A rating's number, yes or no, a choice's id or a text, several of them, a number, or rows by column id. */
export type Value = number | boolean | string | readonly string[] | readonly Row[]

export type Row = Readonly<Record<string, string | number | boolean | null>>

/** Five states, never merged; the fifth, inactive, is no answer but a question that is not asked. */
export type Answer = AnswerState & AnswerNotes

/** What was answered, without the note beside it. */
export type AnswerState =
  | { readonly state: 'answered'; readonly value: Value }
  | { readonly state: 'not-applicable'; readonly reason: string }
  | { readonly state: 'dont-know' }
  | { readonly state: 'skipped' }

/** The note beside an answer: one at most, for everybody or private. */
export interface AnswerNotes {
  /** Reports may quote it, by partner. */
  readonly note: string | null
  /** Stays in the response file, and on the screen of the person who wrote it: no output may read it. Then `note` is null. */
  readonly privateNote?: string
}

/** The note of an answer, to go with it when its state changes. */
export function getAnswerNotes(answer: Answer | undefined): AnswerNotes {
  return createAnswerNotes(
    answer?.privateNote ?? answer?.note ?? null,
    answer?.privateNote !== undefined,
  )
}

export function createAnswerNotes(text: string | null, isPrivate: boolean): AnswerNotes {
  return text !== null && isPrivate ? { note: null, privateNote: text } : { note: text }
}

/**
 * Ids of the questions, of the profile too, that are asked of a respondent: their condition holds, and in a quick run they
 * are core. A condition sees a question that is not asked as unset, so conditions chain; an answer kept under `inactive`
 * counts again as soon as its question is asked again.
 */
export type ActiveQuestionFinder = (response: Response) => ReadonlySet<string>
