import { missing } from '../../interview/order.ts'
import { interviewAt, type Round } from '../../interview/round.ts'
import type { InterviewEvent } from '../../interview/state.ts'
import { reviewTargets } from '../keys/jump-targets.ts'
import { reviewSummary } from '../view/lists.ts'
import { entryText } from '../view/words.ts'
import { hearJump } from './commands.ts'
import { whoseTurn } from './hear-question.ts'
import type { Talk } from './talk.ts'

/** Says every answer with a number, and listens for what to change, or whether to finish. */
export async function hearReview(
  talk: Talk,
  round: Round,
  now: () => string,
): Promise<InterviewEvent | null> {
  const interview = interviewAt(round)
  const order = sayReview(talk, round)
  const [open] = missing(interview)
  const finish = open === undefined ? 'f finish' : 'f go on'
  for (;;) {
    const line = await talk.hear(
      `Change an answer (1-${order.length}), or ${finish}, b back, j jump, q save and leave:`,
    )
    if (line === null) return null
    const to = /^\d+$/.test(line) ? order[Number(line) - 1] : undefined
    if (to !== undefined) return { type: 'jump', to }
    switch (line.toLowerCase()) {
      case '':
      case 'f':
        return open === undefined ? { type: 'finish', at: now() } : { type: 'jump', to: open }
      case 'b':
        return { type: 'back' }
      case 'q':
        return { type: 'leave' }
      case 'j': {
        const jump = await hearJump(talk, interview)
        if (jump !== 'again') return jump
        break
      }
      default:
        talk.say(
          `"${line}" is none of these; expected a number from 1 to ${order.length}, f, b, j or q`,
        )
    }
  }
}

/** Returns the ids in the order they were numbered. */
function sayReview(talk: Talk, round: Round): readonly string[] {
  const interview = interviewAt(round)
  const { open, bySection } = reviewTargets(interview)
  const order: string[] = []
  talk.say(null, `Review${whoseTurn(round)}: ${reviewSummary(interview)}`)
  for (const { dimension, items } of bySection) {
    talk.say(null, dimension?.title ?? 'Background')
    for (const { question, entry } of items) {
      order.push(question.id)
      const mark = open.some((item) => item.question === question) ? 'Open: ' : ''
      talk.say(`${order.length}. ${mark}${question.ask} ${entryText(question, entry)}`)
    }
  }
  return order
}
