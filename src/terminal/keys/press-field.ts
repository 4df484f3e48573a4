import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { findCurrentEntry } from '../../interview/round.ts'
import { readAnswer } from '../read-answer.ts'
import { applyEventToScreen, setMessage } from './apply-event.ts'
import { getTypedText } from './input-field.ts'
import type { KeyContext, ScreenMode, ScreenState } from './screen-state.ts'

/** A text or a number on one line: Enter stores it, Esc gives the hotkeys. */
export function pressField(
  state: ScreenState,
  mode: Extract<ScreenMode, { type: 'field' }>,
  question: AnyQuestion,
  key: string,
  context: KeyContext,
): ScreenState {
  if (key === 'escape') return openCommands(state)
  if (key !== 'return') return state
  const text = getTypedText(mode.field)
  const entry = findCurrentEntry(state.round)
  const before = entry?.state === 'answered' ? String(entry.value) : null
  if (before !== null && text === before)
    return applyEventToScreen(state, { type: 'keep' }, context)
  if (text === '' && question.dimension === null)
    return applyEventToScreen(state, { type: 'skip' }, context)
  if (text === '') {
    return setMessage(state, { say: 'type-answer' }, 'info')
  }
  const read = readAnswer(question.form, text)
  return 'wrong' in read
    ? setMessage(state, read.wrong)
    : applyEventToScreen(state, { type: 'answer', value: read.value }, context)
}

/** A note, or the reason why a question does not apply; Esc leaves everything as it was. */
export function pressReason(
  state: ScreenState,
  mode: Extract<ScreenMode, { type: 'note' | 'reason' }>,
  key: string,
  context: KeyContext,
): ScreenState {
  const closed = { ...state, mode: mode.under }
  if (key === 'escape') return closed
  if (key !== 'return') return state
  const text = getTypedText(mode.field)
  if (mode.type === 'note') return applyEventToScreen(closed, { type: 'note', text }, context)
  if (text === '') return setMessage(state, { say: 'type-reason' })
  return applyEventToScreen(closed, { type: 'not-applicable', reason: text }, context)
}

/** Switches from typing to the hotkeys. */
export function openCommands(state: ScreenState): ScreenState {
  return { ...state, mode: { type: 'commands', under: state.mode, sure: null } }
}
