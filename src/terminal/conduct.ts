import type { Readable } from 'node:stream'
import {
  findQuestion,
  getInterview,
  getReviewTargets,
  listSeatAnswers,
} from '../interview/round.ts'
import {
  type AnyQuestion,
  type InterviewEvent,
  listMissing,
  type Round,
} from '../interview/state.ts'
import { stepRound } from '../interview/step.ts'
import type { Notice } from '../model/notice.ts'
import { sayInterview } from '../words/say-interview.ts'
import { isClosing, keepOutputOpen, type TerminalOutput } from './ask-prompt.ts'
import { askQuestion } from './by-line/ask-question.ts'
import { askJump, askNote } from './by-line/commands.ts'
import { createLineConsole, type LineConsole } from './by-line/line-console.ts'
import { createScreenState } from './keys/apply-event.ts'
import type { KeyContext, ScreenSize } from './keys/screen-state.ts'
import { type PromptEnding, promptInterview } from './prompt.ts'
import {
  createRoundSession,
  createSaver,
  type RoundSession,
  type SaveResponse,
  saveChanges,
} from './round-session.ts'
import {
  describeNote,
  describePartnerDifference,
  formatEntryText,
  formatPartnerAnswer,
} from './view/entry-text.ts'
import { describeReview, getSectionTitle } from './view/lists.ts'

import { saySentences } from './view/notice.ts'
import { createScreenPaint } from './view/screen-line.ts'

/**
 * Interviews one person, or several partners at one table, until they finish, leave or are interrupted (Ctrl-C, Ctrl-D, the
 * end of the input, the signal). Saves after every event that changes a response. Throws the last `Fault` if answers are still unsaved at the end.
 */
export async function conductInterview(
  round: Round,
  options: ConductOptions,
): Promise<ConductOutcome> {
  if (options.accessible === true) return conductByLine(round, options)
  const { output } = options
  const state = createScreenState(round, getTerminalSize(output))
  const saver = createSaver(options.save)
  output.write(enterSequence)
  try {
    const ended = await runPrompt(state, { ...options, save: saver.save })
    if (ended.how === 'failed') throw ended.error
    saver.lastTry(ended.how === 'finished')
    return ended.how === 'closed' ? 'interrupted' : ended.how
  } finally {
    output.write(exitSequence)
  }
}

async function runPrompt(
  state: ReturnType<typeof createScreenState>,
  { input, output, signal, active, now, save, colour }: ConductOptions,
): Promise<PromptEnding> {
  const context = {
    input,
    output: keepOutputOpen(output),
    clearPromptOnDone: true,
    ...(signal === undefined ? {} : { signal }),
  }
  const onResize = (resized: (size: ScreenSize) => void) => {
    const listener = () => {
      output.write(clearSequence)
      resized(getTerminalSize(output))
    }
    output.on('resize', listener)
    return () => output.off('resize', listener)
  }
  try {
    return await promptInterview(
      { state, context: { active, now }, save, paint: createScreenPaint(colour), onResize },
      context,
    )
  } catch (error) {
    if (isClosing(error)) return { how: 'closed' }
    throw error
  }
}

function getTerminalSize({ columns = 80, rows = 24 }: TerminalOutput): ScreenSize {
  return { columns: columns === 0 ? 80 : columns, rows: rows === 0 ? 24 : rows }
}

/** Switches to the terminal's second screen, so that the interview leaves no trace in the scrollback, and has pastes marked. */
const enterSequence = '\x1b[?1049h\x1b[2J\x1b[H\x1b[?2004h'
const exitSequence = '\x1b[?2004l\x1b[?25h\x1b[?1049l'
const clearSequence = '\x1b[2J\x1b[H'

/** The same interview in plain lines, for screen readers and terminals that cannot redraw. */
async function conductByLine(
  round: Round,
  { input, output, signal, active, now, save }: ConductOptions,
): Promise<ConductOutcome> {
  const console = createLineConsole(input, output, signal)
  const saver = createSaver(save)
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
  if (round.notice !== null) return askNotice(console, round.notice)
  const question = findQuestion(round)
  if (question === null) return askReview(console, round, now)
  return round.difference === null
    ? askQuestion(console, round, question)
    : askDifference(console, round, question)
}

/** Tells what there is to know before the first question, and waits to go on; null when the input ended. */
async function askNotice(console: LineConsole, { parts }: Notice): Promise<InterviewEvent | null> {
  console.print({ say: 'notice-title' })
  for (const part of parts) {
    const items = part.items.map((item) => `- ${sayInterview(item)}`)
    console.print(null, saySentences(part), ...items)
  }
  console.print(null)
  for (;;) {
    const line = await console.readLine({ say: 'notice-prompt' })
    if (line === null) return null
    if (line === '') return { type: 'begin' }
    if (line.toLowerCase() === 'q') return { type: 'leave' }
    console.print({ say: 'bad-notice-reply', text: line })
  }
}

function printNotices(console: LineConsole, { round, unsaved }: RoundSession): void {
  const { change } = getInterview(round)
  if (change !== null) console.print(null, { say: 'change-effects', ...change })
  if (unsaved !== null) console.print(null, unsaved)
}

/** Shows the answers that differ, and waits for a note on why, or to go on; null when the input ended. */
async function askDifference(
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
    if (answer?.entry.privateNote !== undefined) {
      console.print({ say: 'has-private-note', partner: answer.name })
      continue
    }
    if (answer !== undefined) {
      const note = await askNote(console, answer.entry, false)
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

export interface ConductOptions extends KeyContext {
  readonly save: SaveResponse
  /** Aborting ends the interview cleanly and restores the terminal. */
  readonly signal?: AbortSignal
  readonly input: Readable
  readonly output: TerminalOutput
  /** Chalk's level, decided by the caller; 0 is none. */
  readonly colour: 0 | 1 | 2 | 3
  /** Line by line, without redrawing. */
  readonly accessible?: boolean
}

type ConductOutcome = 'finished' | 'left' | 'interrupted'

/** Lists every answer with a number, and waits for what to change, or whether to finish. */
async function askReview(
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
      const note = describeNote(round, entry)
      console.print(`${order.length}. ${item}`, ...(note === null ? [] : [note]))
    }
  }
  return order
}
