import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { listOtherAnswers, listSeatAnswers, type SeatAnswer } from '../../interview/round.ts'
import type { Round } from '../../interview/state.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { formatEntryText } from './entry-text.ts'
import { createScreenBody, type ScreenBody } from './screen.ts'
import {
  blankLine,
  type Canvas,
  type ScreenLine,
  toScreenLine,
  toScreenLines,
  wrapItem,
} from './screen-line.ts'

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
export function listOtherAnswerTexts(round: Round, question: AnyQuestion): readonly string[] {
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
    ...toScreenLines(wrapItem('', answer.name, width), paint.strong),
    ...toScreenLines(wrapItem('  ', formatEntryText(question, answer.entry), width)),
    ...(answer.entry.note === null
      ? []
      : toScreenLines(
          wrapItem('  ', sayInterview({ say: 'note', note: answer.entry.note }), width),
          paint.quiet,
        )),
  ])
  const short = answers.map((answer) =>
    toScreenLine(wrapItem('', formatPartnerAnswer(question, answer), width)[0] ?? ''),
  )
  return createScreenBody(full, { short })
}
