import type { Value } from '../model/response.ts'
import type { FormPageText } from '../words/message.ts'

/** What a person put into a field. */
export type FieldContent =
  | { readonly value: Value }
  /** Null where it is empty; `at` is where to correct it. */
  | { readonly wrong: FormPageText | null; readonly at: HTMLElement | null }

/** The place for the answer to one question. */
export interface AnswerField {
  readonly element: HTMLElement
  read(): FieldContent
}

export interface FieldPlan {
  readonly value: Value | null
  readonly change: () => void
}

/** Nothing is in it. */
export const emptyField: FieldContent = { wrong: null, at: null }
