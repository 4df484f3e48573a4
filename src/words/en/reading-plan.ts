import type { Catalogue } from '../say.ts'
import { count, inNumber, quoteAll } from './grammar.ts'

/** What is wrong in a plan written in Markdown, and what of it cannot be read. */
export const planMessages = {
  'markdown-not-plan': 'Only a plan can be in Markdown; expected "accordant: plan/1"',
  'markdown-not-plan-fix': 'Write this file in YAML',
  'plan-over-1-mb': 'The plan is larger than 1 MB, the limit for Markdown',
  'lists-too-deep': ({ most }: { most: number }) => `Lists are nested more than ${most} deep`,
  'plan-too-long': 'The plan has more lines, lists and table cells than accordant reads',
  'make-plan-shorter': 'Make it flatter or shorter',

  /** Headings and text. */
  'heading-unknown': ({ heading }: { heading: string }) =>
    `"${heading}" is not a section of a plan; the text under it is not read`,
  'heading-misspelt': ({ heading, hint }: { heading: string; hint: string }) =>
    `"${heading}" is not a section of a plan${hint}`,
  'text-unread': ({ heading, more }: { heading: string; more: number }) =>
    `This text under "${heading}" is not read${andMore(more)}`,
  'text-before-headings-unread': ({ more }: { more: number }) =>
    `This text before the first heading is not read${andMore(more)}`,
  'text-unread-fix':
    'If it belongs to the plan, write it as a list, a table or "Key: value"; leave other text for human readers',

  /** Fields. */
  'field-twice': ({ key, line }: { key: string; line: number }) =>
    `"${key}" appears here twice, first on line ${line}; the first one counts`,
  'keep-one': 'Keep one of the two',
  'text-without-place': ({ text, key }: { text: string; key: string }) =>
    `"${text}" does not fit under "${key}"; it is left out`,
  'choose-field': ({ keys }: { keys: readonly string[] }) => `Say which it is: ${quoteAll(keys)}`,
  'plan-column-unknown': ({ head, title }: { head: string; title: string }) =>
    `Unknown column "${head}" under "${title}"; it is not read`,
  'plan-row-unknown': ({ head, title }: { head: string; title: string }) =>
    `Unknown row "${head}" under "${title}"; it is not read`,
  'choose-column': ({ keys }: { keys: readonly string[] }) =>
    `Use one of: ${keys.join(', ')}; "notes" for anything else`,
  'cell-beyond-columns': ({ text }: { text: string }) =>
    `"${text}" is beyond the last column of its table; it is not read`,
  'cell-beyond-columns-fix': 'Give the column a heading, or write "\\|" for a bar inside a cell',

  /** Names. */
  'several-people': ({ count: people, text }: { count: number; text: string }) =>
    `Expected one person, found ${people}: "${text}"; they are left out`,
  'keep-accountable-person': 'Keep only the accountable person',
  'plan-name-of-several': ({ name }: { name: string }) =>
    `"${name}" is the name of more than one; it is left out`,
  'plan-name-unknown': ({ name }: { name: string }) =>
    `"${name}" is not a name or an id in this plan; it is left out`,
  'write-id': 'Write the id',

  /** Values. */
  'plan-value-differs': ({ expected, found }: { expected: string; found: string }) =>
    `Expected ${expected}, found "${found}"; it is left out`,
  'plan-value-unknown': ({ text, hint }: { text: string; hint: string }) =>
    `The unknown value "${text}" is left out${hint}`,
  'expected-share': 'a partner and a percentage',
  'share-fix': 'Write it like "northwind: 55, contoso: 45"',
  'expected-frequency': 'a frequency',
  'duration-fix': 'Write it like "monthly", "every two weeks" or "P3M"',
  'number-fix': 'Write it like "1200.50" or "1,200.50"',
  'expected-days': 'a number of days',
  'days-fix': 'Write it like "10 days" or "2 weeks"',
  'expected-likelihood': '"1" to "5", or "unlikely", "possible", "likely"',
  'expected-impact': '"1" to "5", or "minor", "moderate", "severe"',
  'expected-short-name': 'a short name',
  'short-name-fix': 'Write it in letters and digits',
  'expected-date': 'a date',
  'expected-whole-date': 'a whole date with day, month and year',
  'date-ambiguous': ({ text }: { text: string }) => `"${text}" can mean two days; it is left out`,
  'date-fix': 'Write it like "2026-12-01" or "1 December 2026"',
} as const satisfies Catalogue

function andMore(more: number): string {
  return more === 0 ? '' : `, nor ${inNumber(more, 'is', 'are')} ${count(more, 'other')} there`
}
