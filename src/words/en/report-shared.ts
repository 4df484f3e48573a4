import type { Catalogue } from '../say.ts'
import { join } from './grammar.ts'

/** Words and joints that several parts of the report take. */
export const sharedSentences = {
  /** Words that somebody else wrote: a question, a name, an answer. */
  'as-written': ({ text }: { text: string }) => text,
  sentences: ({ all }: { all: readonly string[] }) => all.join(' '),
  listed: ({ items }: { items: readonly string[] }) => join(items),
  separated: ({ items }: { items: readonly string[] }) => items.join(', '),
  dotted: ({ items }: { items: readonly string[] }) => items.join(' · '),
  overall: 'Overall',
  yes: 'yes',
  no: 'no',
} as const satisfies Catalogue
