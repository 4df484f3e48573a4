import { describeEntry } from '../../interview/answer-text.ts'
import { listOtherAnswers, listSeatAnswers, type SeatAnswer } from '../../interview/round.ts'
import type { AnyQuestion, Round } from '../../interview/state.ts'
import type { Answer } from '../../model/response.ts'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { createListBody, type ScreenBody } from './screen.ts'
import { blankLine, type Canvas, type ScreenLine, toLines, wrapItem } from './screen-line.ts'

/** A question's entry in words, on one line. */
export function formatEntryText(question: AnyQuestion, entry: Answer | null): string {
  return describeEntry(question, entry, sayInterview)
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

/** Every partner's answer, one below the other; the one at `cursor` stays whole where not all have room. */
export function buildDifferenceBody(
  round: Round,
  question: AnyQuestion,
  cursor: number,
  { width, paint }: Canvas,
): ScreenBody {
  const answers = listSeatAnswers(round, question.id)
  const items = answers.map((answer): readonly ScreenLine[] => [
    ...toLines(wrapItem('', answer.name, width), paint.strong),
    ...toLines(wrapItem('  ', formatEntryText(question, answer.entry), width)),
    ...(answer.entry.note === null
      ? []
      : toLines(
          wrapItem('  ', sayInterview({ say: 'note', note: answer.entry.note }), width),
          paint.quiet,
        )),
  ])
  const spaced = items.flatMap((item, index) => (index === 0 ? [item] : [[blankLine], item]))
  return createListBody(spaced, 2 * cursor)
}
