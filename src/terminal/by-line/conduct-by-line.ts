import { findCurrentQuestion, getCurrentInterview } from '../../interview/round.ts'
import type { InterviewEvent, Round } from '../../interview/state.ts'
import { stepRound } from '../../interview/step.ts'
import type { ConductOptions, ConductOutcome } from '../conduct-options.ts'
import {
  createRoundSession,
  createSaver,
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
  const console = createLineConsole(input, output, signal)
  const saver = createSaver(save)
  if (notice !== undefined) console.print(notice)
  let kept: RoundSession = createRoundSession(round)
  try {
    while (kept.round.ended === null) {
      const event = await askNext(console, kept, now)
      if (event === null) break
      const next = { ...kept, round: stepRound(kept.round, event, active) }
      kept = saveChanges(kept, next, saver.save)
      printNotices(console, kept)
    }
  } finally {
    console.close()
  }
  saver.lastTry(kept.round.ended === 'finished')
  return kept.round.ended ?? 'interrupted'
}

function askNext(
  console: LineConsole,
  { round }: RoundSession,
  now: () => string,
): Promise<InterviewEvent | null> {
  const question = findCurrentQuestion(round)
  if (question === null) return askReview(console, round, now)
  return round.difference === null
    ? askQuestion(console, round, question)
    : askDifference(console, round, question)
}

function printNotices(console: LineConsole, { round, unsaved }: RoundSession): void {
  const { change } = getCurrentInterview(round)
  if (change !== null) console.print(null, { say: 'change-effects', ...change })
  if (unsaved !== null) console.print(null, unsaved)
}
