import type { Catalogue } from '../say.ts'
import { count, join, quote, quoteAll } from './grammar.ts'

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
  'value-infinite': 'a number that is not finite',
  'value-boolean': ({ value }: { value: boolean }) => String(value),
  'value-blank': 'blank text',
  'value-quoted': ({ text }: { text: string }) => `"${text}"`,

  /** What was expected in its place. */
  'type-text': 'text',
  'type-number': 'a number',
  'type-integer': 'a whole number',
  'type-boolean': 'true or false',
  'type-map': 'a map',
  'type-list': 'a list',
  'type-nothing': 'nothing',
  'type-other': 'something else',
  'type-any-of': ({ types }: { types: readonly string[] }) => join(types, 'or'),
  'type-one-of': ({ words }: { words: readonly string[] }) =>
    words.length === 1 ? quoteAll(words) : `one of ${quoteAll(words)}`,
  'expected-id': 'an id in small letters, digits and single hyphens, like "bad-news"',
  'expected-id-of-80': 'an id of at most 80 characters',
  'expected-id-without-x': 'an id, since keys that begin with "x-" are free and not read',
  'expected-full-id': 'an id like "trust.bad-news"',
  'expected-full-id-of-161': 'an id of at most 161 characters',
  'expected-text': 'some text',
  'expected-words': 'a word or a phrase of at most 60 characters',
  'expected-reason': 'the reason in a few words',
  'expected-day': 'a real date like "2026-11-23"',
  'expected-time': 'a date and time like "2026-11-20T09:00:00Z"',
  'expected-duration': 'a duration like "P1W" (a week) or "P3M" (three months)',
  'expected-colour': 'a colour like "#0a6" or "#00aa66"',
  'expected-anchors': 'anchors for the values 1 to 5',
  'expected-other': 'a value that the format allows',
  'bound-at-least': ({ limit }: { limit: string }) => `at least ${limit}`,
  'bound-more-than': ({ limit }: { limit: string }) => `more than ${limit}`,
  'bound-at-most': ({ limit }: { limit: string }) => `at most ${limit}`,
  'bound-less-than': ({ limit }: { limit: string }) => `less than ${limit}`,
  'size-plain': ({ size }: { size: number }) => String(size),
  'size-characters': ({ size }: { size: number }) => count(size, 'character'),
  'size-entries': ({ size }: { size: number }) => count(size, 'entry', 'entries'),

  /** What is wrong with a value. */
  'unknown-key': ({ key, hint }: { key: string; hint: string }) => `Unknown key "${key}"${hint}`,
  'unknown-value': ({ found, hint }: { found: string; hint: string }) =>
    `Unknown value ${found}${hint}`,
  'key-missing': ({ key, expected }: { key: string; expected: string }) =>
    `"${key}" is missing; expected ${expected}`,
  'value-empty': ({ key, expected }: { key: string; expected: string }) =>
    `"${key}" is empty; expected ${expected}`,
  'value-expected': ({ expected }: { expected: string }) => `Expected ${expected}`,
  'value-differs': ({ expected, found }: { expected: string; found: string }) =>
    `Expected ${expected}, found ${found}`,
  'value-is-not': ({ found, expected }: { found: string; expected: string }) =>
    `${found} is not ${expected}`,
  'value-out-of-range': ({ value, bound }: { value: number; bound: string }) =>
    `${value} is out of range; expected ${bound}`,

  /** What to do about it. */
  'write-instead': ({ text }: { text: string }) => `Write ${text}`,
  'write-one-meant': ({ texts }: { texts: readonly string[] }) =>
    `Write ${join(texts, 'or')}, whichever you mean`,
  'write-whole-day': 'Add the day, like 2026-11-30',
  'write-likely-id': ({ id }: { id: string }) => `Write its id, perhaps "${id}"`,
  'key-belongs-under': ({ parents }: { parents: readonly string[] }) =>
    `Write it under ${join(parents.map(quote), 'or')}, indented by two spaces`,
  'write-decimal-point':
    'If it belongs to the number before the comma, write a point instead of the comma',
  'name-scale': 'Write these words under "scales" with a name of their own, and that name here',
  'remove-dashes': 'Remove the "- " at the beginning of these lines',
  'key-may-belong-under': ({ parent }: { parent: string }) =>
    `If it belongs to "${parent}", write it below that, indented by two spaces`,
  'write-space-after-colon': ({ line }: { line: string }) =>
    `Write a space after the colon, like "${line}"`,
  'write-as-map':
    'Write what belongs to it on the lines below, indented by two spaces, each as "key: value"',
  'write-list-signs': 'Begin each item with a hyphen and a space, "- "',
  'map-is-item':
    'If it is one entry of the list, write "- " before its first line, and indent the others by two spaces',
  'write-as-list': 'Write it as a list: each item on a line of its own below, after "- "',
  'collection-empty-fix':
    'Write what belongs to it on the lines below, indented by two spaces; if there is nothing, remove the line',
  'value-empty-fix': 'Write a value after the colon; if there is none, remove the line',
  'write-reason-or-remove':
    'If the response is not to count, write why, like "excluded: Answered twice by mistake". If it counts, remove the line',
  'item-empty-fix': 'Write the item, or remove it',
  /** The same where an entry has to be there. */
  'collection-needed-fix': 'Write what belongs to it on the lines below, indented by two spaces',
  'value-needed-fix': 'Write a value after the colon',
  'item-needed-fix': 'Write the item',
  'put-in-quotes': 'Put it in quotes',
  'put-all-in-quotes': 'If it belongs to the text before the comma, put all of that text in quotes',
  'take-quotes-away': 'Take the quotes away',
  'key-for-types': ({ key, types }: { key: string; types: readonly string[] }) =>
    `"${key}" is for questions of the type ${join(types, 'or')}`,
  'anchors-shape':
    'Say which value each text is for, like {1: Never, 3: Once a year, 5: Every month}',

  /** What kind a file is of. */
  'file-empty': 'The file is empty',
  'file-begins': ({ mark }: { mark: string }) => `Begin the file with "accordant: ${mark}"`,
  'file-no-map': ({ mark }: { mark: string }) => `Expected a map with the key "accordant: ${mark}"`,
  'file-kind-missing': '"accordant" is missing; it names the kind of file',
  'file-format-unknown': ({ found, mark }: { found: string; mark: string }) =>
    `Unknown format "${found}"; this version of accordant reads "${mark}"`,
  'file-kind-differs': ({ kind, mark, found }: { kind: string; mark: string; found: string }) =>
    `Expected a ${kind} ("${mark}"), found "${found}"`,
  'file-kind-unknown': ({ found, hint }: { found: string; hint: string }) =>
    `Unknown kind of file "${found}"${hint}`,
} as const satisfies Catalogue
