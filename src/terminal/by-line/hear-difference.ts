import type { AnyQuestion } from '../../interview/order.ts'
import { type Round, saidTo } from '../../interview/round.ts'
import type { RoundEvent } from '../../interview/step-round.ts'
import { differenceTitle, saidText } from '../view/difference.ts'
import { hearNote } from './commands.ts'
import type { Talk } from './talk.ts'

/** Says the answers that differ, and listens for a note on why, or to go on; null when the input ended. */
export async function hearDifference(
  talk: Talk,
  round: Round,
  question: AnyQuestion,
): Promise<RoundEvent | null> {
  const said = saidTo(round, question.id)
  talk.say(
    null,
    differenceTitle(question),
    ...said.map((own, index) => `${index + 1}. ${saidText(question, own)}`),
  )
  for (;;) {
    const line = await talk.hear(
      `A blank line goes on, 1-${said.length} takes a note from that partner on why, b back, r review, q save and leave:`,
    )
    if (line === null) return null
    const own = /^\d+$/.test(line) ? said[Number(line) - 1] : undefined
    if (own !== undefined) {
      const note = await hearNote(talk, own.entry.note)
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
        talk.say(
          `"${line}" is none of these; expected a blank line, a number from 1 to ${said.length}, b, r or q`,
        )
    }
  }
}
