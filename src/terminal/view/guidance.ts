import { type AnyQuestion, current, entryOf } from '../../interview/order.ts'
import { dimensionAt } from '../../interview/progress.ts'
import type { Desk } from '../keys/desk.ts'
import { digitOf, optionsOf } from '../options.ts'
import { innerWidth, item, prose } from './line.ts'
import { entryText } from './words.ts'

/** A line of guidance; headings stand out. */
export interface GuidanceLine {
  readonly text: string
  readonly heading: boolean
}

/** All that is known of the question on the screen, in pages that fit it: nothing here is ever shortened. */
export function pagesOf({
  interview,
  size,
}: Pick<Desk, 'interview' | 'size'>): readonly (readonly GuidanceLine[])[] {
  const question = current(interview)
  if (question === null) return [[]]
  const width = innerWidth(size.columns)
  const why = dimensionAt(interview)?.why ?? null
  const entry = entryOf(interview, question.id)
  const lines = [
    ...section(null, prose(question.ask, width)),
    ...section('Why it is asked', text(question.why, width)),
    ...section('What to ask to see', evidence(question, width)),
    ...section('The answers', answers(question, width)),
    ...section('You said', entry === null ? [] : prose(entryText(question, entry), width)),
    ...section('Your note', text(entry?.note ?? null, width)),
    ...section('About this section', text(why, width)),
    ...section(
      'Keys',
      keys.flatMap(([key, does]) => item(key.padEnd(11), does, width)),
    ),
  ]
  return paged(lines, roomFor(size.rows))
}

/** What `arrange` leaves for a page, on a high screen and on a low one. */
function roomFor(rows: number): number {
  const height = Math.min(rows - 1, 24)
  return Math.max(height - (height < 20 ? 3 : 6), 2)
}

function text(own: string | null, width: number): readonly string[] {
  return own === null ? [] : prose(own, width)
}

function evidence(question: AnyQuestion, width: number): readonly string[] {
  return question.dimension === null ? [] : text(question.evidence, width)
}

function answers({ form }: AnyQuestion, width: number): readonly string[] {
  const options = optionsOf(form) ?? []
  return options.flatMap((option, index) => {
    const digit = digitOf(index, options)
    return item(digit === null ? '–  ' : `${digit}  `, option.title, width)
  })
}

function section(heading: string | null, lines: readonly string[]): readonly GuidanceLine[] {
  if (lines.length === 0) return []
  return [
    ...(heading === null
      ? []
      : [
          { text: '', heading: false },
          { text: heading, heading: true },
        ]),
    ...lines.map((text) => ({ text, heading: heading === null })),
  ]
}

/** No page begins with an empty line or ends with a heading. */
function paged(lines: readonly GuidanceLine[], room: number): readonly (readonly GuidanceLine[])[] {
  const pages: GuidanceLine[][] = []
  let rest = lines.slice(lines.findIndex(({ text }) => text !== ''))
  while (rest.length > 0) {
    const heading = rest.length > room && room > 2 && rest[room - 1]?.heading === true
    const size = heading ? room - 1 : room
    pages.push(rest.slice(0, size))
    rest = rest.slice(size)
    if (rest[0]?.text === '') rest = rest.slice(1)
  }
  return pages
}

const keys = [
  ['digit', 'answers and goes on (0 is the tenth); y and n answer yes and no'],
  ['↑ ↓ Enter', 'choose an option; Enter alone keeps your earlier answer'],
  ['b ← Esc', 'back to the question before'],
  ['→', 'one question on, keeping your answer'],
  ['w', 'write a note'],
  ['d', "don't know: it applies, but you cannot say"],
  ['a', 'not applicable, with the reason'],
  ['s', 'skip for now'],
  ['j', 'jump to a section or question'],
  ['r', 'review all answers'],
  ['q Ctrl-S', 'save and leave; accordant assess goes on from here'],
] as const
