import { findCurrentEntry } from '../../interview/round.ts'
import type { AnyQuestion } from '../../interview/state.ts'
import { type Form, isValidValue } from '../../model/forms/forms.ts'
import { readAnswer } from '../options.ts'
import { applyEvent, setMessage } from './apply-event.ts'
import {
  getTypedText,
  type KeyContext,
  moveToCell,
  moveToNewRow,
  parseTypedCell,
  type Screen,
  type ScreenMode,
  type TableMode,
} from './screen-state.ts'

/** A text or a number on one line: Enter stores it, Esc gives the hotkeys. */
export function pressField(
  state: Screen,
  mode: Extract<ScreenMode, { type: 'field' }>,
  question: AnyQuestion,
  key: string,
  context: KeyContext,
): Screen {
  if (key === 'escape') return openCommands(state)
  if (key !== 'return') return state
  const text = getTypedText(mode.field)
  const entry = findCurrentEntry(state.round)
  const before = entry?.state === 'answered' ? String(entry.value) : null
  if (before !== null && text === before) return applyEvent(state, { type: 'keep' }, context)
  if (text === '' && question.dimension === null)
    return applyEvent(state, { type: 'skip' }, context)
  if (text === '') {
    return setMessage(state, { say: 'type-answer' }, 'info')
  }
  const read = readAnswer(question.form, text)
  return 'wrong' in read
    ? setMessage(state, read.wrong)
    : applyEvent(state, { type: 'answer', value: read.value }, context)
}

/** A note, or the reason why a question does not apply; Esc leaves everything as it was. */
export function pressReason(
  state: Screen,
  mode: Extract<ScreenMode, { type: 'note' | 'reason' }>,
  key: string,
  context: KeyContext,
): Screen {
  const closed = { ...state, mode: mode.under }
  if (key === 'escape') return closed
  if (key !== 'return') return state
  const text = getTypedText(mode.field)
  if (mode.type === 'note')
    return applyEvent(closed, { type: 'note', text, private: mode.private }, context)
  if (text === '') return setMessage(state, { say: 'type-reason' })
  return applyEvent(closed, { type: 'not-applicable', reason: text }, context)
}

/** Switches from typing to the hotkeys. */
export function openCommands(state: Screen): Screen {
  return { ...state, mode: { type: 'commands', under: state.mode, sure: null } }
}

type TableForm = Extract<Form, { type: 'table' }>

/** Cell by cell, row by row. Arrows go to another row, Ctrl-X removes one, an empty new row ends the table. */
export function pressTable(
  state: Screen,
  mode: TableMode,
  { form }: AnyQuestion,
  key: string,
  context: KeyContext,
): Screen {
  if (form.type !== 'table') return state
  switch (key) {
    case 'escape':
      return openCommands(state)
    case 'up':
    case 'down':
      return { ...state, mode: moveToRow(mode, form, mode.at + (key === 'up' ? -1 : 1)) }
    case '^x':
      return storeRows(state, form, moveToNewRow(mode.rows.toSpliced(mode.at, 1)), context)
    case 'return':
      return pressEnter(state, mode, form, context)
    default:
      return state
  }
}

function pressEnter(state: Screen, mode: TableMode, form: TableForm, context: KeyContext): Screen {
  const { rows, at } = mode
  const column = form.columns[mode.column]
  if (column === undefined) return state
  const text = getTypedText(mode.field).replaceAll('\n', ' ')
  if (text === '' && mode.column === 0 && at === rows.length)
    return endTable(state, mode, form, context)
  const read = parseTypedCell(column, text)
  if ('wrong' in read) return setMessage(state, read.wrong)
  const { [column.id]: _, ...others } = mode.row
  const row = read.cell === null ? others : { ...others, [column.id]: read.cell }
  if (mode.column + 1 < form.columns.length) {
    return { ...state, mode: moveToCell(mode, form.columns, { at, column: mode.column + 1, row }) }
  }
  const isEmpty = Object.keys(row).length === 0
  return storeRows(
    state,
    form,
    moveToNewRow(rows.toSpliced(at, 1, ...(isEmpty ? [] : [row]))),
    context,
  )
}

function endTable(
  state: Screen,
  { rows }: TableMode,
  form: TableForm,
  context: KeyContext,
): Screen {
  const minRows = Math.max(form.leastRows, 1)
  if (rows.length < minRows) return setMessage(state, { say: 'type-rows', minRows }, 'info')
  return applyEvent(state, { type: 'answer', value: rows }, context)
}

/** Rows so far are saved at once, as soon as they are enough to be an answer. */
function storeRows(state: Screen, form: TableForm, mode: TableMode, context: KeyContext): Screen {
  const now = { ...state, mode }
  if (!isValidValue(form, mode.rows)) return now
  return {
    ...applyEvent(now, { type: 'answer', value: mode.rows, stay: true }, context),
    mode,
  }
}

function moveToRow(mode: TableMode, form: TableForm, wanted: number): TableMode {
  const at = Math.min(Math.max(wanted, 0), mode.rows.length)
  return moveToCell(mode, form.columns, { at, column: 0, row: mode.rows[at] ?? {} })
}
