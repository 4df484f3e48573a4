import type { Message } from '../../words/message.ts'
import type { Partnership } from '../load/partnership.ts'
import type { World } from '../world.ts'

export interface OpenOptions {
  /** The id of one of the partnership's partners. */
  readonly partner?: string
  readonly role?: string
  /** The code of who answers: continues that person's response, or begins it. */
  readonly respondent?: string
  /** A file that is there. */
  readonly response?: string
  readonly questionnaire?: string
  readonly quick?: boolean
  /** Others sit at the table as well, so questions say whom they are for. */
  readonly several?: boolean
}

/** A response that is not finished, as it is offered to somebody who can continue it. */
export interface UnfinishedResponse {
  readonly file: string
  readonly respondent: string
  readonly role: string | null
  /** Of the `total` questions that are asked. */
  readonly answered: number
  readonly total: number
  /** RFC 3339; null where the form was begun by hand. */
  readonly started: string | null
}

/** What is asked before the first question; each throws a Fault when it is interrupted. */
export interface OpeningQuestions {
  /** The id of one of the `known`; where there are none, a name. `answering`: ids of the partners with a response. */
  readonly askPartner: (
    known: readonly { readonly id: string; readonly name: string }[],
    answering: readonly string[],
    isOneSided: boolean,
  ) => Promise<string>
  /** The file of the response to continue, or `new`. */
  readonly askResume: (found: readonly UnfinishedResponse[]) => Promise<string>
  /** The respondent's role, blank where they would rather not say; `partner` where several sit at the table. */
  readonly askRole: (partner: string | null) => Promise<string>
  /** A code that the respondent chooses or was given, blank where they have none; `check` says what is wrong with it. */
  readonly askCode: (isGiven: boolean, check: (text: string) => Message | null) => Promise<string>
}

/** Where an interview begins. */
export interface InterviewPlace {
  readonly partnership: Partnership
  readonly world: World
  /** Null where nobody can be asked. */
  readonly questions: OpeningQuestions | null
}
