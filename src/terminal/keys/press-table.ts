import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { isValidValue } from '../../interview/valid-value.ts'
import type { Form } from '../../model/questionnaire.ts'
import { applyEventToScreen, setMessage } from './apply-event.ts'
import { getTypedText } from './input-field.ts'
import { openCommands } from './press-field.ts'
import type { KeyContext, ScreenState, TableMode } from './screen-state.ts'
import { moveToCell, moveToNewRow, parseTypedCell } from './table-rows.ts'

type TableForm = Extract<Form, { type: 'table' }>

/** Cell by cell, row by row. Arrows go to another row, Ctrl-X removes one, an empty new row ends the table. */
export function pressTable(
  desk: ScreenState,
  mode: TableMode,
  { form }: AnyQuestion,
  key: string,
  world: KeyContext,
): ScreenState {
  if (form.type !== 'table') return desk
  switch (key) {
    case 'escape':
      return openCommands(desk)
    case 'up':
    case 'down':
      return { ...desk, mode: moveToRow(mode, form, mode.at + (key === 'up' ? -1 : 1)) }
    case '^x':
      return storeRows(desk, form, moveToNewRow(mode.rows.toSpliced(mode.at, 1)), world)
    case 'return':
      return pressEnter(desk, mode, form, world)
    default:
      return desk
  }
}

function pressEnter(
  desk: ScreenState,
  mode: TableMode,
  form: TableForm,
  world: KeyContext,
): ScreenState {
  const { rows, at } = mode
  const column = form.columns[mode.column]
  if (column === undefined) return desk
  const text = getTypedText(mode.field).replaceAll('\n', ' ')
  if (text === '' && mode.column === 0 && at === rows.length)
    return endTable(desk, mode, form, world)
  const read = parseTypedCell(column, text)
  if ('wrong' in read) return setMessage(desk, read.wrong)
  const { [column.id]: _, ...others } = mode.row
  const row = read.cell === null ? others : { ...others, [column.id]: read.cell }
  if (mode.column + 1 < form.columns.length) {
    return { ...desk, mode: moveToCell(mode, form.columns, { at, column: mode.column + 1, row }) }
  }
  const isEmpty = Object.keys(row).length === 0
  return storeRows(
    desk,
    form,
    moveToNewRow(rows.toSpliced(at, 1, ...(isEmpty ? [] : [row]))),
    world,
  )
}

function endTable(
  desk: ScreenState,
  { rows }: TableMode,
  form: TableForm,
  world: KeyContext,
): ScreenState {
  const least = Math.max(form.leastRows, 1)
  if (rows.length < least) {
    const wanted = least === 1 ? 'at least one row' : `at least ${least} rows`
    return setMessage(
      desk,
      `This needs ${wanted}; Esc gives the keys to skip, go back or leave it open.`,
      'info',
    )
  }
  return applyEventToScreen(desk, { type: 'answer', value: rows }, world)
}

/** Rows so far are saved at once, as soon as they are enough to be an answer. */
function storeRows(
  desk: ScreenState,
  form: TableForm,
  mode: TableMode,
  world: KeyContext,
): ScreenState {
  const now = { ...desk, mode }
  if (!isValidValue(form, mode.rows)) return now
  return {
    ...applyEventToScreen(now, { type: 'answer', value: mode.rows, stay: true }, world),
    mode,
  }
}

function moveToRow(mode: TableMode, form: TableForm, wanted: number): TableMode {
  const at = Math.min(Math.max(wanted, 0), mode.rows.length)
  return moveToCell(mode, form.columns, { at, column: 0, row: mode.rows[at] ?? {} })
}
