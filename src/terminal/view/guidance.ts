import { findCurrentDimension, findCurrentEntry, findQuestion } from '../../interview/round.ts'
import type { AnyQuestion, Round } from '../../interview/state.ts'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { Screen } from '../keys/screen-state.ts'
import { getOptionDigit, listSelectOptions } from '../options.ts'
import { formatEntryText } from './entry-text.ts'
import { getInnerWidth, wrapItem, wrapProse } from './screen-line.ts'

/** A line of guidance; headings stand out. */
interface GuidanceLine {
  readonly text: string
  readonly heading: boolean
}

/** Everything there is to say about the question on the screen, in pages that fit it: nothing here is ever shortened. */
export function buildGuidancePages({
  round,
  size,
}: Pick<Screen, 'round' | 'size'>): readonly (readonly GuidanceLine[])[] {
  const question = findQuestion(round)
  if (question === null) return [[]]
  const width = getInnerWidth(size.columns)
  const ask = wrapProse(question.ask, width).map((text) => ({ text, heading: true }))
  const lines = [...ask, ...buildGuidanceLines(round, question, width), ...buildKeyLines(width)]
  return splitIntoPages(lines, countPageRows(size.rows))
}

/** The guidance to a question, without the question itself and the keys. */
export function buildGuidanceLines(
  round: Round,
  question: AnyQuestion,
  width: number,
): readonly GuidanceLine[] {
  const why = findCurrentDimension(round)?.why ?? null
  const entry = findCurrentEntry(round)
  return [
    ...buildGuidanceSection('guidance-why', wrapOptional(question.why, width)),
    ...buildGuidanceSection('guidance-evidence', wrapEvidence(question, width)),
    ...buildGuidanceSection('guidance-answers', buildAnswerLines(question, width)),
    ...buildGuidanceSection(
      'guidance-your-answer',
      entry === null ? [] : wrapProse(formatEntryText(question, entry), width),
    ),
    ...buildGuidanceSection('guidance-your-note', wrapOptional(entry?.note ?? null, width)),
    ...buildGuidanceSection('guidance-section', wrapOptional(why, width)),
  ]
}

function buildKeyLines(width: number): readonly GuidanceLine[] {
  const lines = keyHelp.flatMap(([keys, help]) => {
    const names = typeof keys === 'string' ? keys : sayInterview(keys)
    return wrapItem(names.padEnd(11), sayInterview(help), width)
  })
  return buildGuidanceSection('guidance-keys', lines)
}

/** How many rows `arrangeScreen` leaves for a page, on a tall screen and on a low one. */
function countPageRows(rows: number): number {
  const height = Math.min(rows - 1, 24)
  return Math.max(height - (height < 20 ? 3 : 6), 2)
}

function wrapOptional(text: string | null, width: number): readonly string[] {
  return text === null ? [] : wrapProse(text, width)
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
  heading: Extract<InterviewText['say'], `guidance-${string}`>,
  lines: readonly string[],
): readonly GuidanceLine[] {
  if (lines.length === 0) return []
  return [
    { text: '', heading: false },
    { text: sayInterview({ say: heading }), heading: true },
    ...lines.map((text) => ({ text, heading: false })),
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

/** A key that is a letter or a sign stands for itself. */
const keyHelp: readonly (readonly [InterviewText | string, InterviewText])[] = [
  [{ say: 'keys-digit' }, { say: 'help-digit' }],
  [{ say: 'keys-choose' }, { say: 'help-choose' }],
  [{ say: 'keys-back' }, { say: 'help-back' }],
  ['→', { say: 'help-forward' }],
  ['w', { say: 'help-note' }],
  ['d', { say: 'help-dont-know' }],
  ['a', { say: 'help-not-applicable' }],
  ['s', { say: 'help-skip' }],
  ['j', { say: 'help-jump' }],
  ['r', { say: 'help-review' }],
  [{ say: 'keys-leave' }, { say: 'help-leave' }],
]
