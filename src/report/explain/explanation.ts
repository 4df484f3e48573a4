import type { ReportText } from '../../words/message.ts'

/** Lines under a title; nested parts are indented further. */
export interface Explanation {
  readonly title: ReportText
  readonly lines: readonly ReportText[]
  readonly parts: readonly Explanation[]
  /** Shown as it would be written in a file. */
  readonly data?: unknown
}
