import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { listSeatAnswers, type Round } from '../../interview/round.ts'
import type { RoundEvent } from '../../interview/step-round.ts'
import { describePartnerDifference, formatPartnerAnswer } from '../view/difference.ts'
import { askNote } from './commands.ts'
import type { LineConsole } from './line-console.ts'

/** Says the answers that differ, and listens for a note on why, or to go on; null when the input ended. */
export async function askDifference(
  talk: LineConsole,
  round: Round,
  question: AnyQuestion,
): Promise<RoundEvent | null> {
  const said = listSeatAnswers(round, question.id)
  talk.print(
    null,
    describePartnerDifference(question),
    ...said.map((own, index) => `${index + 1}. ${formatPartnerAnswer(question, own)}`),
  )
  for (;;) {
    const line = await talk.readLine(
      `A blank line goes on, 1-${said.length} takes a note from that partner on why, b back, r review, q save and leave:`,
    )
    if (line === null) return null
    const own = /^\d+$/.test(line) ? said[Number(line) - 1] : undefined
    if (own !== undefined) {
      const note = await askNote(talk, own.entry.note)
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
        talk.print(
          `"${line}" is none of these; expected a blank line, a number from 1 to ${said.length}, b, r or q`,
        )
    }
  }
}
