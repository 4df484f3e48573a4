import { type AnyQuestion, entryOf } from '../../interview/order.ts'
import { parseNumber } from '../parse-number.ts'
import { act, say } from './act.ts'
import type { Desk, Mode, World } from './desk.ts'
import { textOf } from './field.ts'

/** A text or a number on one line: Enter takes it, Esc rests it and gives the hotkeys. */
export function pressField(
  desk: Desk,
  mode: Extract<Mode, { type: 'field' }>,
  question: AnyQuestion,
  key: string,
  world: World,
): Desk {
  if (key === 'escape') return rest(desk)
  if (key !== 'return') return desk
  const text = textOf(mode.field)
  const entry = entryOf(desk.interview, question.id)
  const before = entry?.state === 'answered' ? String(entry.value) : null
  if (before !== null && text === before) return act(desk, { type: 'keep' }, world)
  if (text === '' && question.dimension === null) return act(desk, { type: 'skip' }, world)
  if (text === '') {
    return say(
      desk,
      'Type an answer; Esc gives the keys to skip, go back or leave it open.',
      'info',
    )
  }
  if (question.form.type === 'text') return act(desk, { type: 'answer', value: text }, world)
  const value = parseNumber(text)
  if (value === null) return say(desk, `"${text}" is not a number; expected one such as 12 or 3.5.`)
  return act(desk, { type: 'answer', value }, world)
}

/** A note, or the reason why a question does not apply; Esc leaves everything as it was. */
export function pressReason(
  desk: Desk,
  mode: Extract<Mode, { type: 'note' | 'reason' }>,
  key: string,
  world: World,
): Desk {
  const closed = { ...desk, mode: mode.under }
  if (key === 'escape') return closed
  if (key !== 'return') return desk
  const text = textOf(mode.field)
  if (mode.type === 'note') return act(closed, { type: 'note', text }, world)
  if (text === '') return say(desk, 'A reason is needed: one sentence will do. Esc cancels.')
  return act(closed, { type: 'not-applicable', reason: text }, world)
}

/** Lets the typed answer rest and gives the hotkeys. */
export function rest(desk: Desk): Desk {
  return { ...desk, mode: { type: 'commands', under: desk.mode, sure: null } }
}
