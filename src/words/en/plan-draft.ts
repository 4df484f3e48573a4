import type { Catalogue } from '../say.ts'
import { capitalise, inNumber, join } from './grammar.ts'

interface Lines {
  readonly unit: 'line' | 'paragraph'
  readonly lines: readonly number[]
}

/** The comments in a plan that is written from a document. */
export const draftTexts = {
  'draft-head': ({
    document,
    percent,
    file,
    isOpen,
  }: {
    document: string
    /** Null where nothing in the document is about a plan. */
    percent: number | null
    file: string
    isOpen: boolean
  }) =>
    [
      `What accordant read in "${document}", for you to complete.`,
      '',
      `accordant read ${percent === null ? 'nothing that is about a plan' : `${percent} % of what is about a plan`} as values. Compare the values below with the document.`,
      ...(isOpen
        ? [
            'The comments of each section say what is left to do:',
            '  For you to judge    The document says something about this, and accordant cannot tell what.',
            '                      Read it there, and write the values under the keys of the section. Words',
            '                      in quotation marks are the beginning of the text there.',
            '  Found nowhere       accordant saw no text about this in the document.',
            '  Not read            accordant does not understand what stands there, and left it out.',
          ]
        : []),
      'To see an example of every section: accordant init plan example.yaml --stage operating',
      'When you have filled something in, run:',
      `  accordant check ${file}`,
    ].join('\n'),
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
  'draft-other': ({ title, more, unit, lines }: { title: string; more: number } & Lines) =>
    `${namePlaces({ unit, lines, more })}${title === '' ? '' : `, "${title}"`}`,
} as const satisfies Catalogue

function namePlaces(places: Parameters<typeof nameLines>[0]): string {
  return capitalise(nameLines(places))
}

function nameLines({ unit, lines, more = 0 }: Lines & { readonly more?: number }): string {
  const numbers = [...lines.map(String), ...(more === 0 ? [] : [`${more} more`])]
  return `${inNumber(lines.length + more, unit)} ${join(numbers)}`
}
