import {
  type AnyQuestion,
  findCurrentQuestion,
  findEntry,
} from '../../interview/asked-questions.ts'
import { applyEventToScreen, setMessage } from './apply-event.ts'
import { emptyInputField, toInputField } from './input-field.ts'
import { listJumpTargets } from './jump-targets.ts'
import { leaveInterview } from './leave.ts'
import type { KeyContext, ScreenMode, ScreenState } from './screen-state.ts'

type CommandsMode = Extract<ScreenMode, { type: 'commands' }>

/** Hotkeys while a typed answer rests; Enter goes on typing, what was typed so far is still there. */
export function pressCommands(
  desk: ScreenState,
  mode: CommandsMode,
  question: AnyQuestion,
  key: string,
  world: KeyContext,
): ScreenState {
  if (key === 'return') return { ...desk, mode: mode.under }
  return pressHotkey(desk, question, key, world) ?? desk
}

/** What the letters do on every question; null for a key that is none of them. */
export function pressHotkey(
  desk: ScreenState,
  question: AnyQuestion,
  key: string,
  world: KeyContext,
): ScreenState | null {
  switch (key) {
    case 'b':
    case 'left':
    case 'backspace':
    case 'escape':
      return applyEventToScreen(desk, { type: 'back' }, world)
    case 'right':
      return applyEventToScreen(desk, { type: 'forward' }, world)
    case 's':
      return skipQuestion(desk, question, world)
    case 'w':
    case 'd':
    case 'a':
      return question.dimension === null
        ? setMessage(desk, 'This one is for the background: it takes an answer, or s to skip it.')
        : pressState(desk, question, key, world)
    case '?':
      return { ...desk, mode: { type: 'guidance', page: 0, under: desk.mode } }
    case 'j':
      return openJump(desk)
    case 'r':
      return applyEventToScreen(desk, { type: 'review' }, world)
    case 'q':
      return leaveInterview(desk, world)
    default:
      return null
  }
}

function pressState(
  desk: ScreenState,
  { id }: AnyQuestion,
  key: 'w' | 'd' | 'a',
  world: KeyContext,
): ScreenState {
  if (key === 'd') return applyEventToScreen(desk, { type: 'dont-know' }, world)
  const entry = findEntry(desk.interview, id)
  if (key === 'w') {
    const field = toInputField(entry?.note ?? '')
    return { ...desk, mode: { type: 'note', field, under: desk.mode } }
  }
  const field = entry?.state === 'not-applicable' ? toInputField(entry.reason) : emptyInputField
  return { ...desk, mode: { type: 'reason', field, under: desk.mode } }
}

/** Skipping takes an answer away, so over an answer it has to be meant. */
function skipQuestion(
  desk: ScreenState,
  { id, dimension }: AnyQuestion,
  world: KeyContext,
): ScreenState {
  const { mode } = desk
  const answered = dimension !== null && findEntry(desk.interview, id)?.state === 'answered'
  if (answered && 'sure' in mode && mode.sure !== 's') {
    const asked = { ...desk, mode: { ...mode, sure: 's' } }
    return setMessage(
      asked,
      'This takes your answer away: s again to do so, → to go on and keep it.',
    )
  }
  return applyEventToScreen(desk, { type: 'skip' }, world)
}

export function openJump(desk: ScreenState): ScreenState {
  const { interview, mode } = desk
  const here = findCurrentQuestion(interview)
  const targets = listJumpTargets(interview)
  const cursor = Math.max(
    targets.findIndex(({ to }) => to === here?.id),
    0,
  )
  return { ...desk, mode: { type: 'jump', cursor, under: mode } }
}
