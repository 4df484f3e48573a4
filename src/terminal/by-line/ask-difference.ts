import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { listSeatAnswers } from '../../interview/round.ts'
import type { InterviewEvent, Round } from '../../interview/state.ts'
import { describePartnerDifference, formatPartnerAnswer } from '../view/difference.ts'
import { askNote } from './commands.ts'
import type { LineConsole } from './line-console.ts'

/** Says the answers that differ, and listens for a note on why, or to go on; null when the input ended. */
export async function askDifference(
  console: LineConsole,
  round: Round,
  question: AnyQuestion,
): Promise<InterviewEvent | null> {
  const said = listSeatAnswers(round, question.id)
  console.print(
    null,
    describePartnerDifference(question),
    ...said.map((own, index) => `${index + 1}. ${formatPartnerAnswer(question, own)}`),
  )
  for (;;) {
    const line = await console.readLine(
      `A blank line goes on, 1-${said.length} takes a note from that partner on why, b back, r review, q save and leave:`,
    )
    if (line === null) return null
    const own = /^\d+$/.test(line) ? said[Number(line) - 1] : undefined
    if (own !== undefined) {
      const note = await askNote(console, own.entry.note)
      if (note === null) return null
      if (note !== 'again') return { ...note, type: 'note-of', seat: own.seat }
      continue
    }
    switch (line.toLowerCase()) {
      case '':
        return { type: 'keep' }
      case 'b':
        return { type: 'back' }
      case 'r':
        return { type: 'review' }
      case 'q':
        return { type: 'leave' }
      default:
        console.print(
          `"${line}" is none of these; expected a blank line, a number from 1 to ${said.length}, b, r or q`,
        )
    }
  }
}
