import { findCurrentQuestion } from '../../interview/asked-questions.ts'
import { parseNumber } from '../parse-number.ts'
import { applyEventToScreen } from './apply-event.ts'
import { getTypedText } from './input-field.ts'
import type { KeyContext, ScreenState } from './screen-state.ts'

/** Saves and leaves; a line that is still being typed is taken along, so that no words are lost. */
export function leaveInterview(desk: ScreenState, world: KeyContext): ScreenState {
  return applyEventToScreen(applyTypedText(desk, world), { type: 'leave' }, world)
}

function applyTypedText(desk: ScreenState, world: KeyContext): ScreenState {
  const mode = desk.mode.type === 'commands' ? desk.mode.under : desk.mode
  if (!('field' in mode)) return desk
  const text = getTypedText(mode.field)
  if (text === '') return desk
  switch (mode.type) {
    case 'note':
      return applyEventToScreen(desk, { type: 'note', text }, world)
    case 'list': {
      const value = mode.items.toSpliced(mode.at, 1, ...text.split('\n').filter(Boolean))
      return applyEventToScreen(desk, { type: 'answer', value, stay: true }, world)
    }
    case 'field': {
      const isNumber = findCurrentQuestion(desk.interview)?.form.type === 'number'
      const value = isNumber ? parseNumber(text) : text
      return value === null
        ? desk
        : applyEventToScreen(desk, { type: 'answer', value, stay: true }, world)
    }
    default:
      return desk
  }
}
