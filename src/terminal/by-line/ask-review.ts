import { getInterview, getReviewTargets } from '../../interview/round.ts'
import { type InterviewEvent, listMissing, type Round } from '../../interview/state.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { formatEntryText } from '../view/entry-text.ts'
import { describeReview, getSectionTitle } from '../view/lists.ts'
import { askJump } from './commands.ts'
import type { LineConsole } from './line-console.ts'

/** Lists every answer with a number, and waits for what to change, or whether to finish. */
export async function askReview(
  console: LineConsole,
  round: Round,
  now: () => string,
): Promise<InterviewEvent | null> {
  const interview = getInterview(round)
  const order = printReview(console, round)
  const [open] = listMissing(interview)
  for (;;) {
    const line = await console.readLine({
      say: 'review-prompt',
      last: order.length,
      missing: open !== undefined,
    })
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
        console.print({ say: 'bad-review-reply', text: line, last: order.length })
    }
  }
}

/** Returns the ids in the order they were numbered. */
function printReview(console: LineConsole, round: Round): readonly string[] {
  const interview = getInterview(round)
  const { open, bySection } = getReviewTargets(interview)
  const order: string[] = []
  const counts = describeReview(interview)
  console.print(
    null,
    round.seats.length === 1
      ? { say: 'review-line', counts }
      : { say: 'review-line-partner', partner: interview.name, counts },
  )
  for (const section of bySection) {
    console.print(null, getSectionTitle(section))
    for (const { question, entry } of section.items) {
      order.push(question.id)
      const asked = `${question.ask} ${formatEntryText(question, entry)}`
      const isOpen = open.some((item) => item.question === question)
      const item = isOpen ? sayInterview({ say: 'unanswered-item', item: asked }) : asked
      console.print(`${order.length}. ${item}`)
    }
  }
  return order
}
