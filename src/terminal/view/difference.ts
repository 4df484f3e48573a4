import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { listSeatAnswers, type SeatAnswer } from '../../interview/round.ts'
import type { Round } from '../../interview/state.ts'
import { formatEntryText } from './entry-text.ts'
import type { ScreenPaint } from './paint.ts'
import { createScreenBody, type ScreenBody } from './screen.ts'
import { blankLine, leftMargin, type ScreenLine, toScreenLine, wrapItem } from './screen-line.ts'

/** What is said over answers that differ; of questions about oneself or the other, whom each speaks of. */
export function describePartnerDifference(question: AnyQuestion): string {
  const about = question.dimension === null ? 'both' : question.about
  if (about === 'us') return 'You see it differently. Each speaks of itself.'
  if (about === 'them') return 'You see it differently. Each speaks of the other.'
  return 'You see it differently.'
}

/** `Contoso: 2  When somebody asks. Note: Twice in May` */
export function formatPartnerAnswer(question: AnyQuestion, { name, entry }: SeatAnswer): string {
  const note = entry.note === null ? '' : `. Note: ${entry.note}`
  return `${name}: ${formatEntryText(question, entry)}${note}`
}

/** Every partner's answer in words, one under the other. */
export function buildDifferenceBody(
  round: Round,
  question: AnyQuestion,
  width: number,
  paint: ScreenPaint,
): ScreenBody {
  const said = listSeatAnswers(round, question.id)
  const full = said.flatMap((own, index): readonly ScreenLine[] => [
    ...(index === 0 ? [] : [blankLine]),
    ...wrapItem('', own.name, width).map((line) =>
      toScreenLine(`${leftMargin}${paint.strong(line)}`),
    ),
    ...wrapItem('  ', formatEntryText(question, own.entry), width).map((line) =>
      toScreenLine(`${leftMargin}${line}`),
    ),
    ...(own.entry.note === null
      ? []
      : wrapItem('  ', `Note: ${own.entry.note}`, width).map((line) =>
          toScreenLine(`${leftMargin}${paint.quiet(line)}`),
        )),
  ])
  const short = said.map((own) =>
    toScreenLine(
      `${leftMargin}${wrapItem('', formatPartnerAnswer(question, own), width)[0] ?? ''}`,
    ),
  )
  return createScreenBody(full, { short })
}
