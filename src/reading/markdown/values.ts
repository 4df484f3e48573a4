import { describeSuggestion } from '../../model/did-you-mean.ts'
import { toSlug } from '../../model/slug.ts'
import { quoteWord } from '../problem.ts'
import { readDay } from './dates.ts'
import { readDuration } from './durations.ts'
import type { Inline } from './inline.ts'
import { toComparable } from './names.ts'
import { readDays, readNumber, readWhole } from './numbers.ts'
import type { FieldShape, WordShape } from './shapes.ts'

/** What a text means where a shape is expected: a value, or what is wrong with it. */
export type FieldValue =
  | { readonly value: string | number }
  | { readonly value: null; readonly message: string; readonly fix: string | null }

/** Shapes that one text fills by itself, and no name has to be looked up for. */
export type SimpleShape = Exclude<FieldShape, { kind: ListKind | ReferenceKind | 'map' | 'list' }>
type ListKind = 'texts' | 'shares' | 'people' | 'person-or-people'
type ReferenceKind = 'person' | 'partner' | 'objective'

export function readFieldValue(shape: SimpleShape, inline: Inline): FieldValue {
  const text = tidyText(inline)
  switch (shape.kind) {
    case 'text':
      return { value: text }
    case 'id':
      return readId(text)
    case 'day':
      return readDayValue(text)
    case 'duration':
      return toFieldValue(
        readDuration(text),
        text,
        'how often',
        'Write it like "monthly", "every two weeks" or "P3M"',
      )
    case 'number':
      return toFieldValue(
        readNumber(text),
        text,
        'a number',
        'Write it like "1200.50" or "1,200.50"',
      )
    case 'whole':
      return toFieldValue(readWhole(text), text, 'a whole number', null)
    case 'days':
      return toFieldValue(
        readDays(text),
        text,
        'a number of days',
        'Write it like "10 days" or "2 weeks"',
      )
    case 'figure':
      return { value: readFigure(text) }
    case 'likelihood':
      return readGrade(text, likelihoods, '"1" to "5", or "unlikely", "possible", "likely"')
    case 'impact':
      return readGrade(text, impacts, '"1" to "5", or "minor", "moderate", "severe"')
    case 'word':
      return readWord(shape, text)
    default:
      return shape satisfies never
  }
}

/** A text as its reader takes it: a line break of the file is a space, an empty line and `<br>` are line breaks. */
export function tidyText(inline: Inline): string {
  return inline.text
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}

/** Cells in which people write that there is nothing. */
export function isBlank(inline: Inline): boolean {
  return /^(?:[-–—]*|\/|n\.?\/?a\.?)$/i.test(inline.text.trim())
}

function toFieldValue(
  value: string | number | null,
  text: string,
  expected: string,
  fix: string | null,
): FieldValue {
  if (value !== null) return { value }
  return { value, message: `Expected ${expected}, found ${quoteWord(text)}; it is left out`, fix }
}

function readId(text: string): FieldValue {
  const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? text : toSlug(text)
  return toFieldValue(
    id === '' || id.length > 80 ? null : id,
    text,
    'a short name',
    'Write it in letters and digits',
  )
}

function readDayValue(text: string): FieldValue {
  const read = readDay(text)
  if (read.day !== null) return { value: read.day }
  const found = quoteWord(text)
  const fix = 'Write it like "2026-12-01" or "1 December 2026"'
  if (read.why === 'ambiguous') {
    return { value: null, message: `${found} can mean two days; it is left out`, fix }
  }
  const message =
    read.why === 'incomplete'
      ? `Expected a whole date with day, month and year, found ${found}; it is left out`
      : `Expected a date, found ${found}; it is left out`
  return { value: null, message, fix }
}

function readFigure(text: string): number | string {
  return /^[-+\d]/.test(text) && /[\d%]$/.test(text) ? (readNumber(text) ?? text) : text
}

const likelihoods: Readonly<Record<string, number>> = {
  __proto__: null as never,
  ...{ 'very low': 1, low: 2, medium: 3, moderate: 3, high: 4, 'very high': 5 },
  ...{
    rare: 1,
    'very unlikely': 1,
    unlikely: 2,
    possible: 3,
    likely: 4,
    'very likely': 5,
    'almost certain': 5,
  },
}
const impacts: Readonly<Record<string, number>> = {
  __proto__: null as never,
  ...{ 'very low': 1, low: 2, medium: 3, moderate: 3, high: 4, 'very high': 5 },
  ...{ negligible: 1, minor: 2, major: 4, severe: 5, critical: 5, catastrophic: 5 },
}

/** "4", "4/5", "4 (likely)" and words. */
function readGrade(
  text: string,
  words: Readonly<Record<string, number>>,
  expected: string,
): FieldValue {
  const number = /^(\d+)\s*(?:\/\s*5|out of 5|[-–—(:].*)?$/.exec(text)?.[1]
  const word = words[toComparable(text)]
  return toFieldValue(number === undefined ? (word ?? null) : Number(number), text, expected, null)
}

function readWord({ words }: WordShape, text: string): FieldValue {
  const name = toComparable(text)
  const sign = text.trim()
  for (const [word, others] of Object.entries(words)) {
    const all = [toComparable(word), ...others]
    if (all.includes(name) || all.includes(sign)) return { value: word }
  }
  const known = Object.keys(words)
  return {
    value: null,
    message: `Unknown value ${quoteWord(text)}${describeSuggestion(name, known)}; it is left out`,
    fix: null,
  }
}
