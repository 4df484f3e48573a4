import { findCurrentQuestion } from '../../interview/round.ts'
import { getFormType } from '../../model/forms/forms.ts'
import { applyEventToScreen } from './apply-event.ts'
import { getTypedText } from './input-field.ts'
import type { KeyContext, ScreenState } from './screen-state.ts'

/** Saves and leaves; a line that is still being typed is stored first, so that no words are lost. */
export function leaveInterview(state: ScreenState, context: KeyContext): ScreenState {
  return applyEventToScreen(applyTypedText(state, context), { type: 'leave' }, context)
}

function applyTypedText(state: ScreenState, context: KeyContext): ScreenState {
  const mode = state.mode.type === 'commands' ? state.mode.under : state.mode
  if (!('field' in mode)) return state
  const text = getTypedText(mode.field)
  if (text === '') return state
  switch (mode.type) {
    case 'note':
      return applyEventToScreen(state, { type: 'note', text }, context)
    case 'list': {
      const value = mode.items.toSpliced(mode.at, 1, ...text.split('\n').filter(Boolean))
      return applyEventToScreen(state, { type: 'answer', value, stay: true }, context)
    }
    case 'field': {
      const form = findCurrentQuestion(state.round)?.form ?? { type: 'text' }
      const fit = getFormType(form).fromText(form, text, 'either')
      return 'misfit' in fit
        ? state
        : applyEventToScreen(state, { type: 'answer', value: fit.value, stay: true }, context)
    }
    default:
      return state
  }
}
