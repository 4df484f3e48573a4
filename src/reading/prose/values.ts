import { toComparable } from '../../model/comparable.ts'
import { suggestWord } from '../../model/did-you-mean.ts'
import { readDay, readDays, readDuration, readNumber, readWhole } from '../../model/notations.ts'
import { toSlug } from '../../model/slug.ts'
import type { Message } from '../../words/message.ts'
import type { Inline } from '../markdown/inline.ts'
import { clipWord } from '../problem.ts'

import type { FieldShape, WordShape } from './shapes.ts'

/** What a text means where a shape is expected: a value, or what is wrong with it. */
type FieldValue =
  | { readonly value: string | number }
  | { readonly value: null; readonly message: Message; readonly fix: Message | null }

/** Shapes that one text fills by itself, and no name has to be looked up for. */
export type SimpleShape = Exclude<FieldShape, { kind: ListKind | ReferenceKind | 'map' | 'list' }>
type ListKind = 'texts' | 'shares' | 'people' | 'person-or-people'
type ReferenceKind = 'person' | 'partner' | 'objective'

export function readFieldValue(shape: SimpleShape, inline: Inline): FieldValue {
  const text = tidyText(inline)
  switch (shape.kind) {
    case 'text':
    case 'person-name':
    case 'organisation-name':
      return { value: text }
    case 'id':
      return readId(text)
    case 'day':
      return readDayValue(text)
    case 'duration':
      return toFieldValue(readDuration(text), text, 'expected-frequency', { say: 'duration-fix' })
    case 'number':
      return toFieldValue(readNumber(text), text, 'type-number', { say: 'number-fix' })
    case 'whole':
      return toFieldValue(readWhole(text), text, 'type-integer', null)
    case 'days':
      return toFieldValue(readDays(text), text, 'expected-days', { say: 'days-fix' })
    case 'figure':
      return { value: readFigure(text) }
    case 'likelihood':
      return readGrade(text, likelihoods, 'expected-likelihood')
    case 'impact':
      return readGrade(text, impacts, 'expected-impact')
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

/** What was expected, as a message without values. */
type Expectation =
  | 'expected-date'
  | 'expected-days'
  | 'expected-frequency'
  | 'expected-impact'
  | 'expected-likelihood'
  | 'expected-short-name'
  | 'expected-whole-date'
  | 'type-integer'
  | 'type-number'

function toFieldValue(
  value: string | number | null,
  text: string,
  expected: Expectation,
  fix: Message | null,
): FieldValue {
  if (value !== null) return { value }
  const found = clipWord(text)
  return { value, message: { say: 'plan-value-differs', expected: { say: expected }, found }, fix }
}

function readId(text: string): FieldValue {
  const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? text : toSlug(text)
  const isId = id !== '' && id.length <= 80
  return toFieldValue(isId ? id : null, text, 'expected-short-name', { say: 'short-name-fix' })
}

function readDayValue(text: string): FieldValue {
  const read = readDay(text)
  if (read.day !== null) return { value: read.day }
  const fix: Message = { say: 'date-fix' }
  if (read.why === 'ambiguous') {
    const message: Message = { say: 'date-ambiguous', text: clipWord(text) }
    return { value: null, message, fix: { say: 'write-one-meant', texts: read.days } }
  }
  return toFieldValue(
    null,
    text,
    read.why === 'incomplete' ? 'expected-whole-date' : 'expected-date',
    fix,
  )
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
  expected: Expectation,
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
    message: { say: 'plan-value-unknown', text: clipWord(text), hint: suggestWord(name, known) },
    fix: null,
  }
}
