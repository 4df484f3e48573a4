import type { Catalogue } from '../say.ts'

export const modelMessages = {
  /** Words that somebody else wrote: a check's message, a text in a results file. */
  'as-written': ({ text }: { text: string }) => text,
} as const satisfies Catalogue
