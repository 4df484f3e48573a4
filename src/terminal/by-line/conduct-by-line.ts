import { findCurrentQuestion } from '../../interview/asked-questions.ts'
import type { Round } from '../../interview/round.ts'
import { type RoundEvent, stepRound } from '../../interview/step-round.ts'
import type { ConductOptions, ConductOutcome } from '../conduct-options.ts'
import { describeChangeEffects } from '../keys/change-text.ts'
import {
  createRoundSession,
  createSaver,
  getCurrentTurn,
  type RoundSession,
  saveChanges,
} from '../round-session.ts'
import { askDifference } from './ask-difference.ts'
import { askQuestion } from './ask-question.ts'
import { askReview } from './ask-review.ts'
import { createLineConsole, type LineConsole } from './line-console.ts'

/** The same interview in plain lines, for screen readers and terminals that cannot redraw. */
export async function conductByLine(
  round: Round,
  { input, output, signal, active, now, save, notice }: ConductOptions,
): Promise<ConductOutcome> {
  const talk = createLineConsole(input, output, signal)
  const keeper = createSaver(save)
  if (notice !== undefined) talk.print(notice)
  let kept: RoundSession = createRoundSession(round)
  try {
    while (kept.interview.ended === null) {
      const event = await askNext(talk, kept, now)
      if (event === null) break
      const next = { ...kept, ...getCurrentTurn(stepRound(kept.round, event, active)) }
      kept = saveChanges(kept, next, keeper.save)
      printNotices(talk, kept)
    }
  } finally {
    talk.close()
  }
  keeper.lastTry(kept.interview.ended === 'finished')
  return kept.interview.ended ?? 'interrupted'
}

function askNext(
  talk: LineConsole,
  { round, interview }: RoundSession,
  now: () => string,
): Promise<RoundEvent | null> {
  const question = findCurrentQuestion(interview)
  if (question === null) return askReview(talk, round, now)
  return round.difference === null
    ? askQuestion(talk, round, question)
    : askDifference(talk, round, question)
}

function printNotices(talk: LineConsole, { interview, unsaved }: RoundSession): void {
  if (interview.change !== null) talk.print(null, describeChangeEffects(interview.change))
  if (unsaved !== null) talk.print(null, unsaved)
}
