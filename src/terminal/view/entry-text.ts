import { listOtherAnswers, listSeatAnswers, type SeatAnswer } from '../../interview/round.ts'
import type { AnyQuestion, Round } from '../../interview/state.ts'
import type { Answer, Row, Value } from '../../model/response.ts'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { formatRowCell } from '../keys/screen-state.ts'
import { listPickedIndexes, listSelectOptions } from '../options.ts'
import { createBody, type ScreenBody } from './screen.ts'
import {
  blankLine,
  type Canvas,
  type ScreenLine,
  toLine,
  toLines,
  wrapItem,
} from './screen-line.ts'

/** A question's entry in words, on one line. */
export function formatEntryText(question: AnyQuestion, entry: Answer | null): string {
  switch (entry?.state) {
    case undefined:
      return sayInterview({ say: 'no-answer' })
    case 'answered':
      return formatValueText(question, entry.value)
    case 'not-applicable':
      return sayInterview({ say: 'not-applicable', reason: entry.reason })
    case 'dont-know':
      return sayInterview({ say: 'dont-know' })
    case 'skipped':
      return sayInterview({ say: 'skipped' })
    default:
      return entry satisfies undefined
  }
}

/** The note beside an answer; null without one. At a table a private note is kept from the others, who see the same screen. */
export function describeNote({ seats }: Round, entry: Answer | null): InterviewText | null {
  if (entry?.privateNote !== undefined) {
    return seats.length === 1
      ? { say: 'private-note', note: entry.privateNote }
      : { say: 'private-note-at-table' }
  }
  const note = entry?.note ?? null
  return note === null ? null : { say: 'note', note }
}

/** A sign of one column that shows the state without colour. */
export function getEntryMark(entry: Answer | null): string {
  return entry === null ? '·' : entryMarks[entry.state]
}

const entryMarks: Readonly<Record<Answer['state'], string>> = {
  answered: '✓',
  'not-applicable': '–',
  'dont-know': '?',
  skipped: '○',
}

function formatValueText({ form }: AnyQuestion, value: Value): string {
  const options = listSelectOptions(form)
  if (options !== null) {
    const titles = listPickedIndexes(options, value).map((index) =>
      formatOptionText(options[index]),
    )
    return titles.length === 0 ? sayInterview({ say: 'none-of-these' }) : titles.join(', ')
  }
  if (form.type === 'table' && Array.isArray(value)) {
    const rows = value.filter((row) => typeof row === 'object')
    return rows.map((row) => formatRowText(form, row)).join('; ')
  }
  return Array.isArray(value) ? value.join('; ') : String(value)
}

function formatOptionText(option: { readonly value: unknown; readonly title: string } | undefined) {
  if (option === undefined) return ''
  const { value, title } = option
  if (typeof value !== 'number') return title
  return title === '' ? String(value) : `${value}  ${title}`
}

/** A table's row on one line, cells in the order of the columns. */
export function formatRowText(
  { columns }: Extract<AnyQuestion['form'], { type: 'table' }>,
  row: Row,
): string {
  return columns
    .map((column) => formatRowCell(column, row[column.id]))
    .filter((text) => text !== '')
    .join(' · ')
}

/** The line over answers that differ: for questions about one side, it says whom each partner answers about. */
export function describePartnerDifference(question: AnyQuestion): string {
  const about = question.dimension === null ? 'both' : question.about
  if (about === 'us') return sayInterview({ say: 'answers-differ-us' })
  if (about === 'them') return sayInterview({ say: 'answers-differ-them' })
  return sayInterview({ say: 'answers-differ' })
}

/** `Contoso: 2  When somebody asks. Note: Twice in May` */
export function formatPartnerAnswer(question: AnyQuestion, { name, entry }: SeatAnswer): string {
  const answer = formatEntryText(question, entry)
  return entry.note === null
    ? sayInterview({ say: 'partner-answer', name, answer })
    : sayInterview({ say: 'partner-answer-note', name, answer, note: entry.note })
}

/** The other partners' answers to a question that may be shown now. */
export function listOtherTexts(round: Round, question: AnyQuestion): readonly string[] {
  return listOtherAnswers(round, question.id).map(({ name, entry }) =>
    sayInterview({ say: 'partner-answer', name, answer: formatEntryText(question, entry) }),
  )
}

/** Every partner's answer, one below the other. */
export function buildDifferenceBody(
  round: Round,
  question: AnyQuestion,
  { width, paint }: Canvas,
): ScreenBody {
  const answers = listSeatAnswers(round, question.id)
  const full = answers.flatMap((answer, index): readonly ScreenLine[] => [
    ...(index === 0 ? [] : [blankLine]),
    ...toLines(wrapItem('', answer.name, width), paint.strong),
    ...toLines(wrapItem('  ', formatEntryText(question, answer.entry), width)),
    ...(answer.entry.note === null
      ? []
      : toLines(
          wrapItem('  ', sayInterview({ say: 'note', note: answer.entry.note }), width),
          paint.quiet,
        )),
  ])
  const short = answers.map((answer) =>
    toLine(wrapItem('', formatPartnerAnswer(question, answer), width)[0] ?? ''),
  )
  return createBody(full, { short })
}
