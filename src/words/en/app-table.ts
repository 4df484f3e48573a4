import type { Catalogue } from '../say.ts'
import { count, inNumber } from './grammar.ts'

/** What is said of the rows of a table. */
export const tableMessages = {
  'row-refused': ({ file, line, reason }: { file: string; line: number; reason: string }) =>
    `${file}:${line} refused: ${reason}`,
  'row-blank': ({ file, line }: { file: string; line: number }) =>
    `${file}:${line} left out: the row is blank`,
  'row-repeated': (row: { respondent: string; partner: string; line: number }) =>
    `"${row.respondent}" of "${row.partner}" is already on line ${row.line}`,
  'rows-counted': ({ counted, refused }: { counted: number; refused: number }) =>
    `${count(counted, 'row')} counted, ${refused} refused`,
  'no-usable-row': ({ file }: { file: string }) => `"${file}" has no row that can be used`,
  'no-usable-row-refused': 'The lines above say why',
  'no-usable-row-empty': 'It has a header and nothing below it',
  'rows-unusable': ({ rows, file }: { rows: number; file: string }) =>
    `${count(rows, 'row')} of ${file} could not be used and ${inNumber(rows, 'is', 'are')} not in these figures`,
  'totals-only': ({ people }: { people: number }) =>
    `More than ${people} people answered, so what each of them said, wrote and told of themselves is left out`,
  'table-empty': ({ file }: { file: string }) =>
    `"${file}" is empty; expected a table with a header`,
  'table-not-text': ({ file }: { file: string }) => `"${file}" is not a text table; save it as CSV`,
  'table-utf16-large': ({ file }: { file: string }) =>
    `"${file}" is in UTF-16 and larger than 64 MB`,
  'table-utf16-large-hint': 'Save it as CSV in UTF-8',
  'table-one-column': ({ file, map }: { file: string; map: string }) =>
    `"${file}" has one column; name its "delimiter" in "${map}"`,
  'table-header-short': ({ file, header }: { file: string; header: number }) =>
    `"${file}" has fewer than ${header} header lines`,
} as const satisfies Catalogue
