import type { Catalogue } from '../say.ts'
import { capitalise, inNumber, join } from './grammar.ts'

interface Lines {
  readonly unit: 'line' | 'paragraph'
  readonly lines: readonly number[]
}

/** What the head says of the comments below, by what there is of them. */
const commentGuide = {
  topics: [
    '  For you to judge    The document has text about this, and accordant cannot tell what it says.',
    '                      Read it there, and write it under the keys of the section. Words in',
    '                      quotation marks are the beginning of the text there.',
  ],
  absent: ['  Found nowhere       accordant saw no text about this in the document.'],
  problems: [
    '  Not read            This is no value that a plan can have there, so accordant left it out.',
  ],
} as const

/** The comments in a plan that is written from a document, or shown as it was read. */
export const draftTexts = {
  'draft-head': ({
    document,
    percent,
    file,
    comments,
  }: {
    document: string
    /** Null where nothing in the document is about a plan. */
    percent: number | null
    file: string
    comments: readonly (keyof typeof commentGuide)[]
  }) =>
    [
      `What accordant read in "${document}", for you to complete.`,
      '',
      `accordant read ${percent === null ? 'nothing that is about a plan' : `${percent} % of what is about a plan`} as values. Compare what stands below as values with the document.`,
      ...(comments.length === 0 ? [] : ['The comments of the sections say what is left to do:']),
      ...comments.flatMap((kind) => commentGuide[kind]),
      'To see an example of every section: accordant init plan example.yaml --stage operating',
      'When you have filled something in, run:',
      `  accordant check ${file}`,
    ].join('\n'),
  'draft-title': ({ title }: { title: string }) => `The first title in the document: "${title}"`,
  'draft-keys': ({ keys }: { keys: readonly string[] }) => `Keys: ${keys.join(', ')}`,
  'draft-judge': 'For you to judge, from the document:',
  'draft-topic': ({ title, unit, lines }: { title: string } & Lines) =>
    `${title}: ${nameLines({ unit, lines })}`,
  'draft-quotation': ({ title, text, unit, lines }: { title: string; text: string } & Lines) =>
    `${namePlaces({ unit, lines })}${title === '' ? '' : `, "${title}"`}: "${text}"`,
  'draft-nowhere': 'Found nowhere:',
  'draft-unread': 'Not read:',
  'draft-problem': ({ text, unit, lines }: { text: string } & Lines) =>
    `${namePlaces({ unit, lines })}: ${text}`,
  'draft-more': ({ number }: { number: number }) => `and ${number} more`,
  'draft-others': 'The document also has text that none of the comments above points to:',
  'draft-other': ({
    title,
    ranges,
    more,
    unit,
  }: Pick<Lines, 'unit'> & {
    title: string
    ranges: readonly { readonly from: number; readonly to: number }[]
    more: number
  }) => {
    const names = ranges.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`))
    const isOne = names.length === 1 && ranges[0]?.from === ranges[0]?.to
    const places = `${isOne ? unit : `${unit}s`} ${more === 0 ? join(names) : names.join(', ')}`
    return `${capitalise(places)}${more === 0 ? '' : ' and later ones'}${title === '' ? '' : `, "${title}"`}`
  },

  /** A plan as it was read. */
  'plan-as-read': ({ file }: { file: string }) => `What accordant read in ${file}`,
  'plan-as-read-line': ({ unit, line }: { unit: Lines['unit']; line: number }) => `${unit} ${line}`,
  'plan-unread': 'Not read:',
  'plan-unread-line': ({
    unit,
    line,
    text,
  }: Pick<Lines, 'unit'> & { line: number; text: string }) => `${unit} ${line}: ${text}`,
  'plan-unread-text': 'Text that was not read:',
  'plan-unread-section': ({ title }: { title: string }) =>
    title === '' ? 'Before the first title:' : `Under "${title}":`,
} as const satisfies Catalogue

function namePlaces(places: Lines): string {
  return capitalise(nameLines(places))
}

function nameLines({ unit, lines }: Lines): string {
  return `${inNumber(lines.length, unit)} ${join(lines.map(String))}`
}
