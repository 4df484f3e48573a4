import type { Catalogue } from '../say.ts'

/** What is wrong in a plan written in Markdown, and what of it cannot be read. */
export const planMessages = {
  'markdown-not-plan': 'Only a plan can be in Markdown; expected "accordant: plan/1"',
  'markdown-not-plan-fix': 'Write this file in YAML',
  'plan-over-1-mb': 'The plan is larger than 1 MB, the limit for Markdown',
  'lists-too-deep': ({ most }: { most: number }) => `Lists are nested more than ${most} deep`,
  'plan-too-long': 'The plan has more lines, lists and table cells than accordant reads',
  'make-plan-shorter': 'Make it flatter or shorter',

  'document-empty': 'There is no text in this document',
  'document-empty-fix':
    'Write the plan in it. A text in a picture cannot be read. "accordant init plan --format markdown" writes a document with blanks to fill in',
  'not-filled-in': ({ count: blanks, title }: { count: number; title: string }) =>
    `Not filled in${title === '' ? '' : ` under "${title}"`}${blanks === 1 ? '' : `: ${blanks} places`}`,
  'not-filled-in-fix': 'Fill it in, or take it out',

  /** Names. */
  'several-people': ({ count: people, text }: { count: number; text: string }) =>
    `Expected one person, found ${people}: "${text}"; accordant did not read them`,
  'keep-accountable-person': 'Keep only the accountable person',
  'plan-name-of-several': ({ name }: { name: string }) =>
    `"${name}" is the name of more than one; accordant did not read it`,
  'write-id': 'Write the id',

  /** Values. */
  'plan-value-differs': ({ expected, found }: { expected: string; found: string }) =>
    `Expected ${expected}, found "${found}"; accordant did not read it`,
  'plan-value-unknown': ({ text, hint }: { text: string; hint: string }) =>
    `accordant did not read "${text}"${hint}`,
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
  'date-ambiguous': ({ text }: { text: string }) =>
    `"${text}" can mean two days; accordant did not read it`,
  'date-fix': 'Write it like "2026-12-01" or "1 December 2026"',
} as const satisfies Catalogue
