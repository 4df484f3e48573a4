import type { ReportText } from '../../words/message.ts'

/** Lines under a title; nested blocks stand deeper. */
export interface Explanation {
  readonly title: ReportText
  readonly lines: readonly ReportText[]
  readonly parts: readonly Explanation[]
  /** Shown as it would stand in a file. */
  readonly data?: unknown
}
