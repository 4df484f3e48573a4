import type { Notice } from './notice.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Run } from './response.ts'

/** All that a page needs to interview people without a terminal: plain data, written into the page. */
export interface FormSetup {
  /** Without what only scores and reports need. */
  readonly questionnaire: Questionnaire
  readonly hash: string
  readonly run: Run
  readonly partnership: { readonly id: string; readonly name: string }
  /** For whom people can answer; one is not asked for, and of none a person types what their own organisation is called. */
  readonly partners: readonly { readonly id: string; readonly name: string }[]
  readonly notice: Notice
  /** The conditions written in CEL, as trees, by their text. */
  readonly expressions: readonly (readonly [string, string])[]
}
