import type { Catalogue } from '../say.ts'
import { quoteAll } from './grammar.ts'

/** What schemas say of values, and the phrases that other messages are put together from. */
export const modelMessages = {
  /** Words that somebody else wrote: a check's message, a text in a results file. */
  'as-written': ({ text }: { text: string }) => text,

  /** What follows an unknown word, up to the end of its sentence (`suggestWord`). */
  'no-suggestion': '',
  'did-you-mean': ({ near }: { near: string }) => `; did you mean "${near}"?`,
  'expected-one-of': ({ words }: { words: readonly string[] }) =>
    words.length === 1 ? `; expected ${quoteAll(words)}` : `; expected one of ${quoteAll(words)}`,

  /** What a value in a file is (`nameValue`). */
  'value-nothing': 'nothing',
  'value-list': 'a list',
  'value-map': 'a map',
  'value-text': ({ text }: { text: string }) => `the text "${text}"`,
  'value-number': ({ number }: { number: number }) => `the number ${number}`,
  'value-boolean': ({ value }: { value: boolean }) => String(value),
} as const satisfies Catalogue
