import type { Catalogue } from '../say.ts'
import { capitalise, count, quoteAll } from './grammar.ts'

/** What the types of questions say: of an answer that does not fit, of a question that is not complete, of how to answer. */
export const formMessages = {
  'rating-off-scale': ({ found, highest }: { found: string; highest: number }) =>
    `${capitalise(found)} is off the scale; expected a whole number from 1 to ${highest}`,
  'rating-expected': ({ found, highest }: { found: string; highest: number }) =>
    `Expected a whole number from 1 to ${highest}, found ${found}`,
  'rating-unreadable': ({ text, highest }: { text: string; highest: number }) =>
    `"${text}" is neither a label of the scale nor a whole number from 1 to ${highest}`,
  'rating-scale-and-anchors': 'A rating has "scale" or "anchors", not both',
  'rating-without-scale': 'A rating needs "anchors" (what each value looks like) or a "scale"',
  'rating-scale-unknown': ({ scale, hint }: { scale: string; hint: string }) =>
    `Unknown scale "${scale}"${hint}`,

  'yes-no-expected': ({ found }: { found: string }) => `Expected yes or no, found ${found}`,
  'yes-no-unreadable': ({ text }: { text: string }) => `"${text}" is neither yes nor no`,

  'choice-expected': ({ ids, found }: { ids: readonly string[]; found: string }) =>
    `Expected one of ${quoteAll(ids)}, found ${found}`,
  'choices-expected': ({ found }: { found: string }) =>
    `Expected a list of choices, found ${found}`,
  'choice-unreadable': ({ text }: { text: string }) => `"${text}" is none of the choices`,
  'choice-picked-twice': ({ choice }: { choice: string }) => `"${choice}" appears twice`,
  'choice-repeated': ({ choice }: { choice: string }) => `The choice "${choice}" appears twice`,
  'choice-without-score': ({ choice }: { choice: string }) =>
    `The choice "${choice}" has no score, but other choices have one`,

  'number-expected': ({ found }: { found: string }) => `Expected a number, found ${found}`,
  'number-unreadable': ({ text, decimal }: { text: string; decimal: '.' | ',' | 'either' }) =>
    decimal === 'either'
      ? `"${text}" is not a number; type one such as 12 or 3.5`
      : `"${text}" is not a number with the decimal sign "${decimal}"`,
  'number-out-of-range': ({
    value,
    from,
    to,
  }: {
    value: number
    from: number | null
    to: number | null
  }) => `${value} is out of range; expected a number ${formatRange(from, to)}`,
  'number-half-range': ({ missing }: { missing: 'from' | 'to' }) =>
    `"${missing}" is missing; a scored number needs both "from" and "to"`,
  'number-no-range': '"from" and "to" are the same; a scored number needs a range',

  'text-expected': ({ found }: { found: string }) => `Expected text, found ${found}`,
  'list-expected': ({ found }: { found: string }) => `Expected a list of texts, found ${found}`,

  'rows-expected': ({ found }: { found: string }) => `Expected a list of rows, found ${found}`,
  'row-expected': ({ found }: { found: string }) => `Expected a row, found ${found}`,
  'rows-too-few': ({ least, found }: { least: number; found: number }) =>
    `Expected at least ${count(least, 'row')}, found ${found}`,
  'table-unreadable': ({ text }: { text: string }) =>
    `"${text}" is a single value; this question is answered with rows`,
  'column-unknown': ({ column, hint }: { column: string; hint: string }) =>
    `Unknown column "${column}"${hint}`,
  'column-repeated': ({ column }: { column: string }) => `The column "${column}" appears twice`,
  'column-without-choices': '"choices" is missing; a column of type "choice" needs them',
  'column-falling-range': ({ from }: { from: number }) => `"to" must be at least "from" (${from})`,

  'free-key': ({ key }: { key: string }) =>
    `"${key}" is a free key in every file; answers under it are not read`,
  'free-key-fix': 'Choose another id',

  'must-of-yes-no': 'The must of a yes-no question is "yes"',
  'must-of-rating': 'The must of a rating is one of its values',
  'must-off-scale': ({ least, highest }: { least: number; highest: number }) =>
    `The must ${least} is off the scale of 1 to ${highest}`,
  'must-of-number': 'The must of a number is a number',
  'must-without-range': 'A must on a number needs "from" under "to"',
  'must-not-possible': 'Only ratings, yes-no questions and numbers can have a must',

  /** How to answer by hand. */
  'hint-yes-no': 'yes or no',
  'hint-choices': 'any of these, as a list: [a, b]',
  'hint-number': 'a number',
  'hint-text': 'text',
  'hint-list': 'texts, as a list: [one, two]',
  'hint-table': ({ columns }: { columns: readonly string[] }) =>
    `rows, as a list of maps with the keys ${columns.join(', ')}`,
} as const satisfies Catalogue

function formatRange(from: number | null, to: number | null): string {
  if (from === null) return `of at most ${to}`
  return to === null ? `of at least ${from}` : `from ${from} to ${to}`
}
