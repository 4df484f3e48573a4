import { current } from '../../interview/order.ts'
import type { Round } from '../../interview/round.ts'
import { type RoundEvent, stepRound } from '../../interview/step-round.ts'
import type { ConductOptions, Outcome } from '../conducting.ts'
import { changeText } from '../keys/change-text.ts'
import { type Kept, keeping, kept as keptRound, saved, seated } from '../saving.ts'
import { hearDifference } from './hear-difference.ts'
import { hearQuestion } from './hear-question.ts'
import { hearReview } from './hear-review.ts'
import { type Talk, talkOver } from './talk.ts'

/** The same interview in plain lines, for screen readers and terminals that cannot redraw. */
export async function conductByLine(
  round: Round,
  { input, output, signal, active, now, save, notice }: ConductOptions,
): Promise<Outcome> {
  const talk = talkOver(input, output, signal)
  const keeper = keeping(save)
  if (notice !== undefined) talk.say(notice)
  let kept: Kept = keptRound(round)
  try {
    while (kept.interview.ended === null) {
      const event = await heard(talk, kept, now)
      if (event === null) break
      const next = { ...kept, ...seated(stepRound(kept.round, event, active)) }
      kept = saved(kept, next, keeper.save)
      tell(talk, kept)
    }
  } finally {
    talk.close()
  }
  keeper.lastTry(kept.interview.ended === 'finished')
  return kept.interview.ended ?? 'interrupted'
}

function heard(
  talk: Talk,
  { round, interview }: Kept,
  now: () => string,
): Promise<RoundEvent | null> {
  const question = current(interview)
  if (question === null) return hearReview(talk, round, now)
  return round.difference === null
    ? hearQuestion(talk, round, question)
    : hearDifference(talk, round, question)
}

function tell(talk: Talk, { interview, unsaved }: Kept): void {
  if (interview.change !== null) talk.say(null, changeText(interview.change))
  if (unsaved !== null) talk.say(null, unsaved)
}
