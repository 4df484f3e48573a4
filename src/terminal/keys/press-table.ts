import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { type Form, isValidValue } from '../../model/forms/forms.ts'

import { applyEventToScreen, setMessage } from './apply-event.ts'
import { getTypedText } from './input-field.ts'
import { openCommands } from './press-field.ts'
import type { KeyContext, ScreenState, TableMode } from './screen-state.ts'
import { moveToCell, moveToNewRow, parseTypedCell } from './table-rows.ts'

type TableForm = Extract<Form, { type: 'table' }>

/** Cell by cell, row by row. Arrows go to another row, Ctrl-X removes one, an empty new row ends the table. */
export function pressTable(
  state: ScreenState,
  mode: TableMode,
  { form }: AnyQuestion,
  key: string,
  context: KeyContext,
): ScreenState {
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

function pressEnter(
  state: ScreenState,
  mode: TableMode,
  form: TableForm,
  context: KeyContext,
): ScreenState {
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
  state: ScreenState,
  { rows }: TableMode,
  form: TableForm,
  context: KeyContext,
): ScreenState {
  const minRows = Math.max(form.leastRows, 1)
  if (rows.length < minRows) return setMessage(state, { say: 'type-rows', minRows }, 'info')
  return applyEventToScreen(state, { type: 'answer', value: rows }, context)
}

/** Rows so far are saved at once, as soon as they are enough to be an answer. */
function storeRows(
  state: ScreenState,
  form: TableForm,
  mode: TableMode,
  context: KeyContext,
): ScreenState {
  const now = { ...state, mode }
  if (!isValidValue(form, mode.rows)) return now
  return {
    ...applyEventToScreen(now, { type: 'answer', value: mode.rows, stay: true }, context),
    mode,
  }
}

function moveToRow(mode: TableMode, form: TableForm, wanted: number): TableMode {
  const at = Math.min(Math.max(wanted, 0), mode.rows.length)
  return moveToCell(mode, form.columns, { at, column: 0, row: mode.rows[at] ?? {} })
}
