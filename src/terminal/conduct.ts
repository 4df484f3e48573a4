import type { Round } from '../interview/state.ts'
import { isClosing } from './ask-prompt.ts'
import { conductByLine } from './by-line/conduct-by-line.ts'
import type { ConductOptions, ConductOutcome } from './conduct-options.ts'
import { createScreenState } from './keys/apply-event.ts'
import type { ScreenSize } from './keys/screen-state.ts'
import { keepOutputOpen, type TerminalOutput } from './lasting-output.ts'
import { type PromptEnding, promptInterview } from './prompt.ts'
import { createSaver } from './round-session.ts'
import { createScreenPaint } from './view/paint.ts'

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
  const state = createScreenState(round, getTerminalSize(output), options.notice ?? null)
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
