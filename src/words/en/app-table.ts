import type { Catalogue } from '../say.ts'
import { count, inNumber, quoteAll } from './grammar.ts'

interface OtherRows {
  readonly refused: number
  readonly lost: number
  readonly leftOut: number
}

function listOthers({ refused, lost, leftOut }: OtherRows): string {
  const others = leftOut === 0 ? '' : `, ${leftOut} left out`
  const answers = lost === 0 ? '' : `; ${count(lost, 'answer')} not read`
  return `${refused} refused${others}${answers}`
}

type MoreRows = 'refused' | 'lost' | 'row-blank' | 'row-empty' | 'row-not-only' | 'row-unfinished'

const moreRows: Readonly<Record<MoreRows, (number: number) => string>> = {
  refused: (number) => `${count(number, 'more row')} refused`,
  lost: (number) => `${count(number, 'more answer')} not read`,
  'row-blank': (number) => `${count(number, 'more blank row')} left out`,
  'row-empty': (number) => `${count(number, 'more row')} without an answer left out`,
  'row-not-only': (number) =>
    `${count(number, 'more row')} left out, since the map takes other rows only`,
  'row-unfinished': (number) => `${count(number, 'more unfinished row')} left out`,
}

/** What is said of the rows of a table. */
export const tableMessages = {
  'row-refused': ({ file, line, reason }: { file: string; line: number; reason: string }) =>
    `${file}:${line} refused: ${reason}`,
  'row-left-out': ({ file, line, reason }: { file: string; line: number; reason: string }) =>
    `${file}:${line} left out: ${reason}`,
  'answer-lost': ({ file, line, reason }: { file: string; line: number; reason: string }) =>
    `${file}:${line} answer not read: ${reason}`,
  'row-blank': 'the row is blank',
  'row-empty': 'the row has no answer',
  'row-not-only': ({ name, text }: { name: string; text: string }) =>
    `the map takes other rows only (${name}: ${JSON.stringify(text)})`,
  'row-unfinished': ({ name, text }: { name: string; text: string }) =>
    `the row is not finished (${name}: ${JSON.stringify(text)})`,
  'rows-more': ({ file, number, kind }: { file: string; number: number; kind: MoreRows }) =>
    `${file}: ${moreRows[kind](number)}`,
  'row-repeated': (row: { respondent: string; partner: string; line: number }) =>
    `"${row.respondent}" of "${row.partner}" is already on line ${row.line}`,
  'rows-counted': ({ counted, ...others }: { counted: number } & OtherRows) =>
    `${count(counted, 'row')} counted, ${listOthers(others)}`,
  'no-usable-row': ({ file }: { file: string }) => `"${file}" has no row that can be used`,
  'no-usable-row-refused': 'The lines above say why',
  'no-usable-row-empty': 'It has a header and nothing below it',
  'rows-unusable': ({ rows, file }: { rows: number; file: string }) =>
    `${count(rows, 'row')} of ${file} could not be used and ${inNumber(rows, 'is', 'are')} not in these figures`,
  'answers-unusable': ({ answers, file }: { answers: number; file: string }) =>
    `${count(answers, 'answer')} in ${file} could not be read and ${inNumber(answers, 'is', 'are')} not in these figures`,
  'totals-only': ({ people }: { people: number }) =>
    `More than ${people} people answered, so individual answers, notes and profiles are left out`,
  'table-empty': ({ file }: { file: string }) =>
    `"${file}" is empty; expected a table with a header`,
  'table-foreign': ({ file, name }: { file: string; name: string }) =>
    `"${file}" is ${name}, not a table in CSV`,
  'table-foreign-hint': 'Open it, save the table in it as CSV, and name that file',
  'table-is-ours': ({ file, kind }: { file: string; kind: string }) =>
    `"${file}" is a ${kind} of accordant, not a table in CSV`,
  'map-is-table': ({ map }: { map: string }) => `"${map}" is a table, not a map`,
  'map-is-table-hint':
    'Name the table first, and its map with --map: TABLE.csv --map TABLE.map.yaml',
  'table-not-text': ({ file }: { file: string }) => `"${file}" is not a text table; save it as CSV`,
  'table-utf16-large': ({ file }: { file: string }) =>
    `"${file}" is in UTF-16 and larger than 64 MB`,
  'table-utf16-large-hint': 'Save it as CSV in UTF-8',
  'table-header-short': ({ file, header }: { file: string; header: number }) =>
    `"${file}" has fewer than ${header} header lines`,
  'table-header-undecoded': ({ file, line }: { file: string; line: number }) =>
    `"${file}" is neither UTF-8 nor UTF-16; its header, on line ${line}, cannot be read`,
  'table-header-undecoded-hint':
    'Save the table again as CSV in UTF-8 (in Excel: the file type "CSV UTF-8")',
  'row-undecoded': 'contains characters that are neither UTF-8 nor UTF-16; save the table as UTF-8',
  'map-misfit': ({ map, file }: { map: string; file: string }) =>
    `"${map}" does not fit the header of "${file}"`,
  'map-problems': ({ problems }: { problems: readonly string[] }) => problems.join('\n  '),
  'map-other-delimiter': ({ delimiter, better }: { delimiter: string; better: string }) =>
    `With the delimiter ${JSON.stringify(delimiter)} the header is one cell; is it ${JSON.stringify(better)}?`,

  /** Importing a table. */
  'table-too-large': ({ file }: { file: string }) =>
    `"${file}" is larger than 64 MB, which is the most that can be imported`,
  'table-too-large-hint': 'Split it into several files',
  'table-without-delimiter': ({ file }: { file: string }) =>
    `The first line of "${file}" is one cell; expected cells separated by , ; | or tabs`,
  'table-without-rows': ({ file }: { file: string }) => `"${file}" has a header and no rows`,
  'map-exists-hint': ({ table, map }: { table: string; map: string }) =>
    `To import with it: accordant import ${table} --map ${map}`,
  'map-draft-head': ({ table }: { table: string }) =>
    `How the columns of ${table} become answers. Drafted from its header; correct it before use.`,
  'map-drafted': ({ table, map }: { table: string; map: string }) =>
    `\nNothing is imported yet. Correct the map, then run:\n  accordant import ${table} --map ${map}`,
  'import-would-overwrite': ({ file, more }: { file: string; more: number }) =>
    `"${file}" already exists with other content and is not overwritten${more === 0 ? '' : `, nor are ${more} more of these files`}; nothing was imported`,
  'import-would-overwrite-hint':
    'Import into another folder with -o, or move the existing files away',
  'columns-unused': ({ columns }: { columns: readonly string[] }) =>
    `The map neither uses nor ignores these columns: ${quoteAll(columns.slice(0, 10))}${columns.length > 10 ? ` and ${columns.length - 10} more` : ''}`,
  'answers-there': ({ file, path }: { file: string; path: string }) =>
    `${file}: these answers are in ${path} already`,
  'other-answers-there': (own: { file: string; code: string; partner: string; path: string }) =>
    `${own.file}: "${own.code}" of "${own.partner}" has other answers in ${own.path} already`,
  'other-answers-there-hint':
    'Ask whose they are. If the same person changed their answers, add --overwrite. If they are two people, change the code in the new file, at "respondent", "id"',
  'other-answers-twice-hint':
    'Both are in this import. Ask whose they are: leave one out, or change the code in one of them, at "respondent", "id"',
  'too-many-answers': ({ most }: { most: number }) =>
    `A file has the answers of more than ${most} people. Split it, and import the parts`,
  'answers-cut-off': ({ file, line }: { file: string; line: number }) =>
    `The answers in ${file}, from line ${line}, break off before the end`,
  'answers-cut-off-hint': 'Ask the sender for the file, or for the whole text',
  'no-answers-in-file': ({ file }: { file: string }) => `"${file}" has no answers of a form in it`,
  'no-answers-in-file-hint':
    'Save the file that was attached to the mail, or the whole text of the mail, and name that. A table goes alone: accordant import TABLE.csv',
  'answers-imported': ({ imported, refused }: { imported: number; refused: number }) =>
    `Imported ${count(imported, 'response')}${refused === 0 ? '' : `; ${refused} refused`}`,
  'rows-imported': (rows: { imported: number; unchanged: number } & OtherRows) =>
    `${rows.imported} imported, ${rows.unchanged === 0 ? '' : `${rows.unchanged} already there and unchanged, `}${listOthers(rows)}`,
  'questionnaire-not-in-folder': (found: { id: string; folder: string; file: string }) =>
    `The questionnaire "${found.id}" is not in ${found.folder}. Name it in an accordant.yaml there, or run:\n  accordant report ${found.folder} --questionnaire ${found.file}`,
} as const satisfies Catalogue
