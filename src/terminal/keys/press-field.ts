import { type AnyQuestion, findEntry } from '../../interview/asked-questions.ts'
import { parseNumber } from '../parse-number.ts'
import { applyEventToScreen, setMessage } from './apply-event.ts'
import { getTypedText } from './input-field.ts'
import type { KeyContext, ScreenMode, ScreenState } from './screen-state.ts'

/** A text or a number on one line: Enter takes it, Esc rests it and gives the hotkeys. */
export function pressField(
  desk: ScreenState,
  mode: Extract<ScreenMode, { type: 'field' }>,
  question: AnyQuestion,
  key: string,
  world: KeyContext,
): ScreenState {
  if (key === 'escape') return openCommands(desk)
  if (key !== 'return') return desk
  const text = getTypedText(mode.field)
  const entry = findEntry(desk.interview, question.id)
  const before = entry?.state === 'answered' ? String(entry.value) : null
  if (before !== null && text === before) return applyEventToScreen(desk, { type: 'keep' }, world)
  if (text === '' && question.dimension === null)
    return applyEventToScreen(desk, { type: 'skip' }, world)
  if (text === '') {
    return setMessage(
      desk,
      'Type an answer; Esc gives the keys to skip, go back or leave it open.',
      'info',
    )
  }
  if (question.form.type === 'text')
    return applyEventToScreen(desk, { type: 'answer', value: text }, world)
  const value = parseNumber(text)
  if (value === null)
    return setMessage(desk, `"${text}" is not a number; expected one such as 12 or 3.5.`)
  return applyEventToScreen(desk, { type: 'answer', value }, world)
}

/** A note, or the reason why a question does not apply; Esc leaves everything as it was. */
export function pressReason(
  desk: ScreenState,
  mode: Extract<ScreenMode, { type: 'note' | 'reason' }>,
  key: string,
  world: KeyContext,
): ScreenState {
  const closed = { ...desk, mode: mode.under }
  if (key === 'escape') return closed
  if (key !== 'return') return desk
  const text = getTypedText(mode.field)
  if (mode.type === 'note') return applyEventToScreen(closed, { type: 'note', text }, world)
  if (text === '') return setMessage(desk, 'A reason is needed: one sentence will do. Esc cancels.')
  return applyEventToScreen(closed, { type: 'not-applicable', reason: text }, world)
}

/** Lets the typed answer rest and gives the hotkeys. */
export function openCommands(desk: ScreenState): ScreenState {
  return { ...desk, mode: { type: 'commands', under: desk.mode, sure: null } }
}
