import type { InterviewText } from '../words/message.ts'

/** What those at the table are told before the first question. */
export interface Notice {
  readonly parts: readonly NoticePart[]
  /** What it promises, recorded as `told` in each response: nothing is shown by partner while one has fewer people. */
  readonly minGroup: number
}

/** A paragraph, with a list under it or none. */
export interface NoticePart {
  readonly sentences: readonly InterviewText[]
  readonly items: readonly InterviewText[]
}
