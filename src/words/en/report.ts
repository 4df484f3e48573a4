import type { Catalogue } from '../say.ts'

/** The sentences of the report, and of `explain`. */
export const reportSentences = {
  /** Words that somebody else wrote: a question, a name, an answer. */
  'as-written': ({ text }: { text: string }) => text,
} as const satisfies Catalogue
