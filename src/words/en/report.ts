import type { Catalogue } from '../say.ts'
import { meetingSentences } from './report-meeting.ts'
import { methodSentences } from './report-method.ts'
import { planSentences } from './report-plan.ts'
import { scoreSentences } from './report-scores.ts'
import { verdictSentences } from './report-verdict.ts'

/** The sentences of the report, and of `explain`. A section's own are in a file of that name. */
export const reportSentences = {
  /** Words that somebody else wrote: a question, a name, an answer. */
  'as-written': ({ text }: { text: string }) => text,
  ...meetingSentences,
  ...methodSentences,
  ...planSentences,
  ...scoreSentences,
  ...verdictSentences,
} as const satisfies Catalogue
