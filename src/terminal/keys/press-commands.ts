import { type AnyQuestion, current, entryOf } from '../../interview/order.ts'
import { act, say } from './act.ts'
import type { Desk, Mode, World } from './desk.ts'
import { emptyField, fieldOf } from './field.ts'
import { jumpTargets } from './jump-targets.ts'
import { leave } from './leave.ts'

type Commands = Extract<Mode, { type: 'commands' }>

/** Hotkeys while a typed answer rests; Enter goes on typing, what was typed so far is still there. */
export function pressCommands(
  desk: Desk,
  mode: Commands,
  question: AnyQuestion,
  key: string,
  world: World,
): Desk {
  if (key === 'return') return { ...desk, mode: mode.under }
  return pressHotkey(desk, question, key, world) ?? desk
}

/** What the letters do on every question; null for a key that is none of them. */
export function pressHotkey(
  desk: Desk,
  question: AnyQuestion,
  key: string,
  world: World,
): Desk | null {
  switch (key) {
    case 'b':
    case 'left':
    case 'backspace':
    case 'escape':
      return act(desk, { type: 'back' }, world)
    case 'right':
      return act(desk, { type: 'forward' }, world)
    case 's':
      return skip(desk, question, world)
    case 'w':
    case 'd':
    case 'a':
      return question.dimension === null
        ? say(desk, 'This one is for the background: it takes an answer, or s to skip it.')
        : pressState(desk, question, key, world)
    case '?':
      return { ...desk, mode: { type: 'guidance', page: 0, under: desk.mode } }
    case 'j':
      return openJump(desk)
    case 'r':
      return act(desk, { type: 'review' }, world)
    case 'q':
      return leave(desk, world)
    default:
      return null
  }
}

function pressState(desk: Desk, { id }: AnyQuestion, key: 'w' | 'd' | 'a', world: World): Desk {
  if (key === 'd') return act(desk, { type: 'dont-know' }, world)
  const entry = entryOf(desk.interview, id)
  if (key === 'w') {
    const field = fieldOf(entry?.note ?? '')
    return { ...desk, mode: { type: 'note', field, under: desk.mode } }
  }
  const field = entry?.state === 'not-applicable' ? fieldOf(entry.reason) : emptyField
  return { ...desk, mode: { type: 'reason', field, under: desk.mode } }
}

/** Skipping takes an answer away, so over an answer it has to be meant. */
function skip(desk: Desk, { id, dimension }: AnyQuestion, world: World): Desk {
  const { mode } = desk
  const answered = dimension !== null && entryOf(desk.interview, id)?.state === 'answered'
  if (answered && 'sure' in mode && mode.sure !== 's') {
    const asked = { ...desk, mode: { ...mode, sure: 's' } }
    return say(asked, 'This takes your answer away: s again to do so, → to go on and keep it.')
  }
  return act(desk, { type: 'skip' }, world)
}

export function openJump(desk: Desk): Desk {
  const { interview, mode } = desk
  const here = current(interview)
  const targets = jumpTargets(interview)
  const cursor = Math.max(
    targets.findIndex(({ to }) => to === here?.id),
    0,
  )
  return { ...desk, mode: { type: 'jump', cursor, under: mode } }
}
