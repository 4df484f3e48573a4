import type { Catalogue } from '../say.ts'

/** Why a line of a table is left out. */
export const tableReadingMessages = {
  'quote-never-closed': 'a quote is opened and never closed',
  'quote-misplaced': 'a quote is in a place where it cannot be; inside quotes, write it twice',
  'row-too-long': 'is longer than 1 MB; no row of answers is that long',
} as const satisfies Catalogue
