import { findCurrentQuestion } from '../../interview/asked-questions.ts'
import { setMessage } from './apply-event.ts'
import { addLineBreak, type InputField } from './input-field.ts'
import { leaveInterview } from './leave.ts'
import { pressCommands } from './press-commands.ts'
import { pressDifference, pressDifferenceNote } from './press-difference.ts'
import { pressField, pressReason } from './press-field.ts'
import { pressList } from './press-list.ts'
import { pressOptions } from './press-options.ts'
import { pressGuidance, pressJump, pressReview } from './press-pages.ts'
import { pressTable } from './press-table.ts'
import { getInputField, type KeyContext, type ScreenState } from './screen-state.ts'

/**
 * The desk after a key. `typed` is readline's line as the key left it. Enter empties that line, so then the line before it
 * counts.
 */
export function pressKey(
  before: ScreenState,
  key: string,
  typed: InputField,
  world: KeyContext,
): ScreenState {
  if (key === 'paste-start') return { ...before, pasting: true }
  if (key === 'paste-end') return { ...before, pasting: false }
  if (before.pasting) return pasteText(before, key, typed)
  const desk = { ...setTypedField(before, key, typed), message: null }
  if (key === '^s') return leaveInterview(desk, world)
  if (key === '^z')
    return setMessage(desk, 'Ctrl-Z does nothing here; Ctrl-S saves and leaves.', 'info')
  const { mode } = desk
  const question = findCurrentQuestion(desk.interview)
  if (mode.type === 'review') return pressReview(desk, mode, key, world)
  if (mode.type === 'jump') return pressJump(desk, mode, key, world)
  if (question === null) return desk
  switch (mode.type) {
    case 'options':
      return pressOptions(desk, mode, question, key, world)
    case 'commands':
      return pressCommands(desk, mode, question, key, world)
    case 'field':
      return pressField(desk, mode, question, key, world)
    case 'difference':
      return pressDifference(desk, question, key, world)
    case 'note':
    case 'reason':
      return desk.round.difference === null
        ? pressReason(desk, mode, key, world)
        : pressDifferenceNote(desk, mode, question, key, world)
    case 'list':
      return pressList(desk, mode, key, world)
    case 'table':
      return pressTable(desk, mode, question, key, world)
    case 'guidance':
      return pressGuidance(desk, mode, key)
    default:
      return mode satisfies never
  }
}

/** Pasted text is never a command: in a line its breaks stay part of the text, elsewhere it is left alone. */
function pasteText(desk: ScreenState, key: string, typed: InputField): ScreenState {
  const field = getInputField(desk.mode)
  if (field === null)
    return setMessage(desk, 'Pasted text is not taken for keys; w opens a note for it.')
  return setInputField(desk, key === 'return' ? addLineBreak(field) : typed)
}

function setTypedField(desk: ScreenState, key: string, typed: InputField): ScreenState {
  return getInputField(desk.mode) === null || key === 'return' ? desk : setInputField(desk, typed)
}

function setInputField(desk: ScreenState, field: InputField): ScreenState {
  return 'field' in desk.mode ? { ...desk, mode: { ...desk.mode, field } } : desk
}
