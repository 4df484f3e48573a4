import { listMissing } from '../../interview/asked-questions.ts'
import { getCurrentInterview } from '../../interview/round.ts'
import type { InterviewEvent, Round } from '../../interview/state.ts'
import { getReviewTargets } from '../keys/jump-targets.ts'
import { formatEntryText } from '../view/entry-text.ts'
import { describeReview } from '../view/lists.ts'
import { describeTurn } from './ask-question.ts'
import { askJump } from './commands.ts'
import type { LineConsole } from './line-console.ts'

/** Says every answer with a number, and listens for what to change, or whether to finish. */
export async function askReview(
  console: LineConsole,
  round: Round,
  now: () => string,
): Promise<InterviewEvent | null> {
  const interview = getCurrentInterview(round)
  const order = printReview(console, round)
  const [open] = listMissing(interview)
  const finish = open === undefined ? 'f finish' : 'f go on'
  for (;;) {
    const line = await console.readLine(
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
        const jump = await askJump(console, round)
        if (jump !== 'again') return jump
        break
      }
      default:
        console.print(
          `"${line}" is none of these; expected a number from 1 to ${order.length}, f, b, j or q`,
        )
    }
  }
}

/** Returns the ids in the order they were numbered. */
function printReview(console: LineConsole, round: Round): readonly string[] {
  const interview = getCurrentInterview(round)
  const { open, bySection } = getReviewTargets(interview)
  const order: string[] = []
  console.print(null, `Review${describeTurn(round)}: ${describeReview(interview)}`)
  for (const { dimension, items } of bySection) {
    console.print(null, dimension?.title ?? 'Background')
    for (const { question, entry } of items) {
      order.push(question.id)
      const mark = open.some((item) => item.question === question) ? 'Open: ' : ''
      console.print(`${order.length}. ${mark}${question.ask} ${formatEntryText(question, entry)}`)
    }
  }
  return order
}
