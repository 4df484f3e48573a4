import type { Round } from '../interview/round.ts'
import { isClosing } from './ask-prompt.ts'
import { conductByLine } from './by-line/conduct-by-line.ts'
import type { ConductOptions, Outcome } from './conducting.ts'
import { openDesk } from './keys/act.ts'
import type { Size } from './keys/desk.ts'
import { lasting, type Output } from './lasting-output.ts'
import { type Ended, interviewPrompt } from './prompt.ts'
import { keeping } from './saving.ts'
import { paintAt } from './view/paint.ts'

/**
 * Interviews a person, or partners at one table, until they finish, leave or are interrupted (Ctrl-C, Ctrl-D, the end of the input, the signal). Saves
 * after every event that changes the response. Throws the last `Fault` where answers could not be saved in the end.
 */
export async function conduct(round: Round, options: ConductOptions): Promise<Outcome> {
  if (options.accessible === true) return conductByLine(round, options)
  const { output } = options
  const desk = openDesk(round, sizeOf(output), options.notice ?? null)
  const keeper = keeping(options.save)
  output.write(enter)
  try {
    const ended = await prompted(desk, { ...options, save: keeper.save })
    if (ended.how === 'failed') throw ended.error
    keeper.lastTry(ended.how === 'finished')
    return ended.how === 'closed' ? 'interrupted' : ended.how
  } finally {
    output.write(exit)
  }
}

async function prompted(
  desk: ReturnType<typeof openDesk>,
  { input, output, signal, active, now, save, colour }: ConductOptions,
): Promise<Ended> {
  const context = {
    input,
    output: lasting(output),
    clearPromptOnDone: true,
    ...(signal === undefined ? {} : { signal }),
  }
  const onResize = (resized: (size: Size) => void) => {
    const listener = () => {
      output.write(clear)
      resized(sizeOf(output))
    }
    output.on('resize', listener)
    return () => output.off('resize', listener)
  }
  try {
    return await interviewPrompt(
      { desk, world: { active, now }, save, paint: paintAt(colour), onResize },
      context,
    )
  } catch (error) {
    if (isClosing(error)) return { how: 'closed' }
    throw error
  }
}

function sizeOf({ columns = 80, rows = 24 }: Output): Size {
  return { columns: columns === 0 ? 80 : columns, rows: rows === 0 ? 24 : rows }
}

/** The terminal's second screen, so that the interview leaves no trace in the scrollback, and pastes marked as such. */
const enter = '\x1b[?1049h\x1b[2J\x1b[H\x1b[?2004h'
const exit = '\x1b[?2004l\x1b[?25h\x1b[?1049l'
const clear = '\x1b[2J\x1b[H'
