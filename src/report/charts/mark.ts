import type { ReportText } from '../../words/message.ts'

/** A mark of a score, and what is written beside it. */
export interface Mark {
  /** 0..100; null where it is not scored. */
  readonly value: number | null
  readonly text: ReportText
}
