import { findCurrentDimension, findCurrentEntry, findQuestion } from '../../interview/round.ts'
import type { AnyQuestion, Round } from '../../interview/state.ts'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { Screen } from '../keys/screen-state.ts'
import { getOptionDigit, listSelectOptions } from '../options.ts'
import { describeNote, formatEntryText } from './entry-text.ts'
import { type PageLine, splitIntoPages } from './pages.ts'
import { getInnerWidth, wrapItem, wrapProse } from './screen-line.ts'

/** Everything there is to say about the question on the screen, in pages that fit it: nothing here is ever shortened. */
export function buildGuidancePages({
  round,
  size,
}: Pick<Screen, 'round' | 'size'>): readonly (readonly PageLine[])[] {
  const question = findQuestion(round)
  if (question === null) return [[]]
  const width = getInnerWidth(size.columns)
  const ask = wrapProse(question.ask, width).map((text) => ({ text, heading: true }))
  const lines = [...ask, ...buildGuidanceLines(round, question, width), ...buildKeyLines(width)]
  return splitIntoPages(lines, size)
}

/** The guidance to a question, without the question itself and the keys. */
export function buildGuidanceLines(
  round: Round,
  question: AnyQuestion,
  width: number,
): readonly PageLine[] {
  const why = findCurrentDimension(round)?.why ?? null
  const entry = findCurrentEntry(round)
  const note = describeNote(round, entry)
  return [
    ...buildGuidanceSection('guidance-why', wrapOptional(question.why, width)),
    ...buildGuidanceSection('guidance-evidence', wrapEvidence(question, width)),
    ...buildGuidanceSection('guidance-answers', buildAnswerLines(question, width)),
    ...buildGuidanceSection(
      'guidance-your-answer',
      entry === null ? [] : wrapProse(formatEntryText(question, entry), width),
    ),
    ...buildGuidanceSection(
      'guidance-your-note',
      wrapOptional(note === null ? null : sayInterview(note), width),
    ),
    ...buildGuidanceSection('guidance-section', wrapOptional(why, width)),
  ]
}

function buildKeyLines(width: number): readonly PageLine[] {
  const lines = keyHelp.flatMap(([keys, help]) => {
    const names = typeof keys === 'string' ? keys : sayInterview(keys)
    return wrapItem(names.padEnd(11), sayInterview(help), width)
  })
  return buildGuidanceSection('guidance-keys', lines)
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
): readonly PageLine[] {
  if (lines.length === 0) return []
  return [
    { text: '', heading: false },
    { text: sayInterview({ say: heading }), heading: true },
    ...lines.map((text) => ({ text, heading: false })),
  ]
}

/** A key that is a letter or a sign stands for itself. */
const keyHelp: readonly (readonly [InterviewText | string, InterviewText])[] = [
  [{ say: 'keys-digit' }, { say: 'help-digit' }],
  [{ say: 'keys-choose' }, { say: 'help-choose' }],
  [{ say: 'keys-back' }, { say: 'help-back' }],
  ['→', { say: 'help-forward' }],
  ['w', { say: 'help-note' }],
  ['p', { say: 'help-private-note' }],
  ['d', { say: 'help-dont-know' }],
  ['a', { say: 'help-not-applicable' }],
  ['s', { say: 'help-skip' }],
  ['j', { say: 'help-jump' }],
  ['r', { say: 'help-review' }],
  [{ say: 'keys-leave' }, { say: 'help-leave' }],
]
