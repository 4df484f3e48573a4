import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { listSeatAnswers } from '../../interview/round.ts'
import type { InterviewEvent, Round } from '../../interview/state.ts'
import { describePartnerDifference, formatPartnerAnswer } from '../view/difference.ts'
import { askNote } from './commands.ts'
import type { LineConsole } from './line-console.ts'

/** Shows the answers that differ, and waits for a note on why, or to go on; null when the input ended. */
export async function askDifference(
  console: LineConsole,
  round: Round,
  question: AnyQuestion,
): Promise<InterviewEvent | null> {
  const answers = listSeatAnswers(round, question.id)
  console.print(
    null,
    describePartnerDifference(question),
    ...answers.map((answer, index) => `${index + 1}. ${formatPartnerAnswer(question, answer)}`),
  )
  for (;;) {
    const line = await console.readLine({ say: 'difference-prompt', last: answers.length })
    if (line === null) return null
    const answer = /^\d+$/.test(line) ? answers[Number(line) - 1] : undefined
    if (answer !== undefined) {
      const note = await askNote(console, answer.entry.note)
      if (note === null) return null
      if (note !== 'again') return { ...note, type: 'note-of', seat: answer.seat }
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
        console.print({ say: 'bad-difference-reply', text: line, last: answers.length })
    }
  }
}
