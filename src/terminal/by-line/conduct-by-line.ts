import { current } from '../../interview/order.ts'
import type { Interview } from '../../interview/state.ts'
import { step } from '../../interview/step.ts'
import type { ConductOptions, Outcome } from '../conduct.ts'
import { changeText } from '../keys/change-text.ts'
import { type Kept, keeping, saved } from '../saving.ts'
import { hearQuestion } from './hear-question.ts'
import { hearReview } from './hear-review.ts'
import { type Talk, talkOver } from './talk.ts'

/** The same interview in plain lines, for screen readers and terminals that cannot redraw. */
export async function conductByLine(
  interview: Interview,
  { input, output, signal, active, now, save, notice }: ConductOptions,
): Promise<Outcome> {
  const talk = talkOver(input, output, signal)
  const keeper = keeping(save)
  if (notice !== undefined) talk.say(notice)
  let kept: Kept = { interview, unsaved: null, warned: false }
  try {
    while (kept.interview.ended === null) {
      const event = await heard(talk, kept.interview, now)
      if (event === null) break
      const next = { ...kept, interview: step(kept.interview, event, active) }
      kept = saved(kept, next, keeper.save)
      tell(talk, kept)
    }
  } finally {
    talk.close()
  }
  keeper.lastTry(kept.interview.ended === 'finished')
  return kept.interview.ended ?? 'interrupted'
}

function heard(talk: Talk, interview: Interview, now: () => string) {
  const question = current(interview)
  return question === null
    ? hearReview(talk, interview, now)
    : hearQuestion(talk, interview, question)
}

function tell(talk: Talk, { interview, unsaved }: Kept): void {
  if (interview.change !== null) talk.say(null, changeText(interview.change))
  if (unsaved !== null) talk.say(null, unsaved)
}
