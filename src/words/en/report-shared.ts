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
  /** What a partner answered, near enough. */
  'words-and-score': ({ words, score }: { words: string | null; score: string }) =>
    words === null ? score : `“${words}” (${score})`,
  overall: 'Overall',
  yes: 'yes',
  no: 'no',
} as const satisfies Catalogue
