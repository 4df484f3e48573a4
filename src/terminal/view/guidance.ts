import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { findCurrentDimension } from '../../interview/progress.ts'
import { findCurrentEntry, findCurrentQuestion } from '../../interview/round.ts'
import type { ScreenState } from '../keys/screen-state.ts'
import { getOptionDigit, listSelectOptions } from '../options.ts'
import { formatEntryText } from './entry-text.ts'
import { getInnerWidth, wrapItem, wrapProse } from './screen-line.ts'

/** A line of guidance; headings stand out. */
export interface GuidanceLine {
  readonly text: string
  readonly heading: boolean
}

/** All that is known of the question on the screen, in pages that fit it: nothing here is ever shortened. */
export function buildGuidancePages({
  round,
  size,
}: Pick<ScreenState, 'round' | 'size'>): readonly (readonly GuidanceLine[])[] {
  const question = findCurrentQuestion(round)
  if (question === null) return [[]]
  const width = getInnerWidth(size.columns)
  const why = findCurrentDimension(round)?.why ?? null
  const entry = findCurrentEntry(round)
  const lines = [
    ...buildGuidanceSection(null, wrapProse(question.ask, width)),
    ...buildGuidanceSection('Why it is asked', wrapOptional(question.why, width)),
    ...buildGuidanceSection('What to ask to see', wrapEvidence(question, width)),
    ...buildGuidanceSection('The answers', buildAnswerLines(question, width)),
    ...buildGuidanceSection(
      'You said',
      entry === null ? [] : wrapProse(formatEntryText(question, entry), width),
    ),
    ...buildGuidanceSection('Your note', wrapOptional(entry?.note ?? null, width)),
    ...buildGuidanceSection('About this section', wrapOptional(why, width)),
    ...buildGuidanceSection(
      'Keys',
      keyHelp.flatMap(([key, does]) => wrapItem(key.padEnd(11), does, width)),
    ),
  ]
  return splitIntoPages(lines, countPageRows(size.rows))
}

/** What `arrange` leaves for a page, on a high screen and on a low one. */
function countPageRows(rows: number): number {
  const height = Math.min(rows - 1, 24)
  return Math.max(height - (height < 20 ? 3 : 6), 2)
}

function wrapOptional(own: string | null, width: number): readonly string[] {
  return own === null ? [] : wrapProse(own, width)
}

function wrapEvidence(question: AnyQuestion, width: number): readonly string[] {
  return question.dimension === null ? [] : wrapOptional(question.evidence, width)
}

function buildAnswerLines({ form }: AnyQuestion, width: number): readonly string[] {
  const options = listSelectOptions(form) ?? []
  return options.flatMap((option, index) => {
    const digit = getOptionDigit(index, options)
    return wrapItem(digit === null ? '–  ' : `${digit}  `, option.title, width)
  })
}

function buildGuidanceSection(
  heading: string | null,
  lines: readonly string[],
): readonly GuidanceLine[] {
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
function splitIntoPages(
  lines: readonly GuidanceLine[],
  room: number,
): readonly (readonly GuidanceLine[])[] {
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

const keyHelp = [
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
