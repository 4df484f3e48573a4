import { findCurrentEntry, findQuestion, listSeatAnswers } from '../../interview/round.ts'
import type { AnyQuestion } from '../../interview/state.ts'
import { applyEvent, moveCursor, setMessage } from './apply-event.ts'
import { leaveInterview, pressCommands, pressHotkey } from './press-commands.ts'
import { openCommands, pressField, pressReason, pressTable } from './press-field.ts'
import { pressOptions } from './press-options.ts'
import { pressGuidance, pressJump, pressNotice, pressReview } from './press-pages.ts'
import {
  addLineBreak,
  createNoteMode,
  emptyInputField,
  getInputField,
  getTypedText,
  type InputField,
  type KeyContext,
  type ListMode,
  type Screen,
  type ScreenMode,
  toInputField,
} from './screen-state.ts'

/**
 * The state after a key. `typed` is readline's line after that key. Enter empties the line, so for Enter the line before it
 * counts.
 */
export function pressKey(
  before: Screen,
  key: string,
  typed: InputField,
  context: KeyContext,
): Screen {
  if (key === 'paste-start') return { ...before, pasting: true }
  if (key === 'paste-end') return { ...before, pasting: false }
  if (before.pasting) return pasteText(before, key, typed)
  const state = { ...setTypedField(before, key, typed), message: null }
  if (key === '^s') return leaveInterview(state, context)
  if (state.mode.type === 'notice') return pressNotice(state, state.mode, key, context)
  if (key === '^z') return setMessage(state, { say: 'suspend-key' }, 'info')
  const { mode } = state
  const question = findQuestion(state.round)
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
      return pressDifference(state, mode, question, key, context)
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
function pasteText(state: Screen, key: string, typed: InputField): Screen {
  if (state.mode.type === 'notice') return state
  const field = getInputField(state.mode)
  if (field === null) return setMessage(state, { say: 'pasted-text' })
  return setInputField(state, key === 'return' ? addLineBreak(field) : typed)
}

function setTypedField(state: Screen, key: string, typed: InputField): Screen {
  return getInputField(state.mode) === null || key === 'return'
    ? state
    : setInputField(state, typed)
}

function setInputField(state: Screen, field: InputField): Screen {
  return 'field' in state.mode ? { ...state, mode: { ...state.mode, field } } : state
}

/** One item a line. Arrows go to an earlier item to edit it, Ctrl-X removes it, an empty new line ends the list. */
function pressList(state: Screen, mode: ListMode, key: string, context: KeyContext): Screen {
  switch (key) {
    case 'escape':
      return openCommands(state)
    case 'up':
    case 'down':
      return { ...state, mode: moveToItem(mode, mode.at + (key === 'up' ? -1 : 1)) }
    case '^x':
      return storeItems(
        state,
        moveToItem({ ...mode, items: mode.items.toSpliced(mode.at, 1) }, mode.at),
        context,
      )
    case 'return':
      return pressEnter(state, mode, context)
    default:
      return state
  }
}

function pressEnter(state: Screen, mode: ListMode, context: KeyContext): Screen {
  const { items, at } = mode
  const added = getTypedText(mode.field)
    .split('\n')
    .filter((line) => line !== '')
  if (added.length === 0 && at === items.length) return endList(state, mode, context)
  const next = items.toSpliced(at, 1, ...added)
  return storeItems(state, moveToItem({ ...mode, items: next }, at + added.length), context)
}

function endList(state: Screen, { items }: ListMode, context: KeyContext): Screen {
  if (items.length === 0) {
    return setMessage(state, { say: 'type-item' }, 'info')
  }
  return applyEvent(state, { type: 'answer', value: items }, context)
}

/** The list is saved as it grows. */
function storeItems(state: Screen, mode: ListMode, context: KeyContext): Screen {
  return {
    ...applyEvent(state, { type: 'answer', value: mode.items, stay: true }, context),
    mode,
  }
}

function moveToItem(mode: ListMode, wanted: number): ListMode {
  const at = Math.min(Math.max(wanted, 0), mode.items.length)
  const item = mode.items[at]
  return { ...mode, at, field: item === undefined ? emptyInputField : toInputField(item) }
}

/** Answers side by side: arrows move along them where there is no room for all, Enter goes on, `w` takes a note from each partner in turn on why they see it that way. */
function pressDifference(
  state: Screen,
  mode: Extract<ScreenMode, { type: 'difference' }>,
  question: AnyQuestion,
  key: string,
  context: KeyContext,
): Screen {
  const answers = listSeatAnswers(state.round, question.id).length
  const cursor = moveCursor(mode.cursor, key, answers)
  if (cursor !== null) return { ...state, mode: { ...mode, cursor } }
  switch (key) {
    case 'return':
    case 'right':
    case 'space':
      return applyEvent(state, { type: 'keep' }, context)
    case 'w':
      return openNote(state, question, 0, context)
    case 's':
    case 'd':
    case 'a':
    case 'p':
      return state
    default: {
      const isDigit = /^[0-9]$/.test(key)
      if (isDigit) return setMessage(state, { say: 'enter-goes-on' }, 'info')
      return pressHotkey(state, question, key, context) ?? state
    }
  }
}

/** Enter stores a note, Esc leaves it as it was; either way the next partner is asked for theirs. */
function pressDifferenceNote(
  state: Screen,
  mode: Extract<ScreenMode, { type: 'note' | 'reason' }>,
  question: AnyQuestion,
  key: string,
  context: KeyContext,
): Screen {
  if (key !== 'return' && key !== 'escape') return state
  const closed: Screen = { ...state, mode: { type: 'difference', cursor: 0 } }
  const text = getTypedText(mode.field)
  const noted = key === 'return' ? applyEvent(closed, { type: 'note', text }, context) : closed
  const place = listSeatAnswers(state.round, question.id).findIndex(
    ({ seat }) => seat === state.round.turn,
  )
  return openNote(noted, question, place + 1, context)
}

/**
 * Opens the note of the partner at an index among the answers; past the last one, shows the answers again. A private note is
 * neither shown to the table nor replaced, so that partner is passed over.
 */
function openNote(
  state: Screen,
  question: AnyQuestion,
  place: number,
  context: KeyContext,
): Screen {
  const answer = listSeatAnswers(state.round, question.id)[place]
  if (answer === undefined) return state
  if (answer.entry.privateNote !== undefined) {
    const next = openNote(state, question, place + 1, context)
    return setMessage(next, { say: 'has-private-note', partner: answer.name }, 'info')
  }
  const there = applyEvent(state, { type: 'seat', seat: answer.seat }, context)
  const mode = createNoteMode(findCurrentEntry(there.round), false, {
    type: 'difference',
    cursor: 0,
  })
  return { ...there, mode }
}
