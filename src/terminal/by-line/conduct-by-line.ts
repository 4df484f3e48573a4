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
  let session: RoundSession = createRoundSession(round)
  try {
    while (session.round.ended === null) {
      const event = await askNext(console, session, now)
      if (event === null) break
      const next = { ...session, round: stepRound(session.round, event, active) }
      session = saveChanges(session, next, saver.save)
      printNotices(console, session)
    }
  } finally {
    console.close()
  }
  saver.lastTry(session.round.ended === 'finished')
  return session.round.ended ?? 'interrupted'
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
