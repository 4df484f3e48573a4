import { findCurrentQuestion } from '../../interview/round.ts'
import { setMessage } from './apply-event.ts'
import { addLineBreak, type InputField } from './input-field.ts'
import { leaveInterview, pressCommands } from './press-commands.ts'
import { pressDifference, pressDifferenceNote } from './press-difference.ts'
import { pressField, pressReason } from './press-field.ts'
import { pressList } from './press-list.ts'
import { pressOptions } from './press-options.ts'
import { pressGuidance, pressJump, pressReview } from './press-pages.ts'
import { pressTable } from './press-table.ts'
import { getInputField, type KeyContext, type ScreenState } from './screen-state.ts'

/**
 * The state after a key. `typed` is readline's line after that key. Enter empties the line, so for Enter the line before it
 * counts.
 */
export function pressKey(
  before: ScreenState,
  key: string,
  typed: InputField,
  context: KeyContext,
): ScreenState {
  if (key === 'paste-start') return { ...before, pasting: true }
  if (key === 'paste-end') return { ...before, pasting: false }
  if (before.pasting) return pasteText(before, key, typed)
  const state = { ...setTypedField(before, key, typed), message: null }
  if (key === '^s') return leaveInterview(state, context)
  if (key === '^z') return setMessage(state, { say: 'suspend-key' }, 'info')
  const { mode } = state
  const question = findCurrentQuestion(state.round)
  if (mode.type === 'review') return pressReview(state, mode, key, context)
  if (mode.type === 'jump') return pressJump(state, mode, key, context)
  if (question === null) return state
  switch (mode.type) {
    case 'options':
      return pressOptions(state, mode, question, key, context)
    case 'commands':
      return pressCommands(state, mode, question, key, context)
    case 'field':
      return pressField(state, mode, question, key, context)
    case 'difference':
      return pressDifference(state, question, key, context)
    case 'note':
    case 'reason':
      return state.round.difference === null
        ? pressReason(state, mode, key, context)
        : pressDifferenceNote(state, mode, question, key, context)
    case 'list':
      return pressList(state, mode, key, context)
    case 'table':
      return pressTable(state, mode, question, key, context)
    case 'guidance':
      return pressGuidance(state, mode, key)
    default:
      return mode satisfies never
  }
}

/** Pasted text is never a command: in a line its breaks stay part of the text, elsewhere it is ignored. */
function pasteText(state: ScreenState, key: string, typed: InputField): ScreenState {
  const field = getInputField(state.mode)
  if (field === null) return setMessage(state, { say: 'pasted-text' })
  return setInputField(state, key === 'return' ? addLineBreak(field) : typed)
}

function setTypedField(state: ScreenState, key: string, typed: InputField): ScreenState {
  return getInputField(state.mode) === null || key === 'return'
    ? state
    : setInputField(state, typed)
}

function setInputField(state: ScreenState, field: InputField): ScreenState {
  return 'field' in state.mode ? { ...state, mode: { ...state.mode, field } } : state
}
