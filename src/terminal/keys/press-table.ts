import { fits } from '../../interview/fits.ts'
import type { AnyQuestion } from '../../interview/order.ts'
import type { Form } from '../../model/questionnaire.ts'
import { act, say } from './act.ts'
import type { Desk, TableMode, World } from './desk.ts'
import { textOf } from './field.ts'
import { rest } from './press-field.ts'
import { atCell, cellOf, newRow } from './table-rows.ts'

type TableForm = Extract<Form, { type: 'table' }>

/** Cell by cell, row by row. Arrows go to another row, Ctrl-X removes one, an empty new row ends the table. */
export function pressTable(
  desk: Desk,
  mode: TableMode,
  { form }: AnyQuestion,
  key: string,
  world: World,
): Desk {
  if (form.type !== 'table') return desk
  switch (key) {
    case 'escape':
      return rest(desk)
    case 'up':
    case 'down':
      return { ...desk, mode: atRow(mode, form, mode.at + (key === 'up' ? -1 : 1)) }
    case '^x':
      return stored(desk, form, newRow(mode.rows.toSpliced(mode.at, 1)), world)
    case 'return':
      return enter(desk, mode, form, world)
    default:
      return desk
  }
}

function enter(desk: Desk, mode: TableMode, form: TableForm, world: World): Desk {
  const { rows, at } = mode
  const column = form.columns[mode.column]
  if (column === undefined) return desk
  const text = textOf(mode.field).replaceAll('\n', ' ')
  if (text === '' && mode.column === 0 && at === rows.length) return end(desk, mode, form, world)
  const read = cellOf(column, text)
  if ('wrong' in read) return say(desk, read.wrong)
  const { [column.id]: _, ...others } = mode.row
  const row = read.cell === null ? others : { ...others, [column.id]: read.cell }
  if (mode.column + 1 < form.columns.length) {
    return { ...desk, mode: atCell(mode, form.columns, { at, column: mode.column + 1, row }) }
  }
  const isEmpty = Object.keys(row).length === 0
  return stored(desk, form, newRow(rows.toSpliced(at, 1, ...(isEmpty ? [] : [row]))), world)
}

function end(desk: Desk, { rows }: TableMode, form: TableForm, world: World): Desk {
  const least = Math.max(form.leastRows, 1)
  if (rows.length < least) {
    const wanted = least === 1 ? 'at least one row' : `at least ${least} rows`
    return say(
      desk,
      `This needs ${wanted}; Esc gives the keys to skip, go back or leave it open.`,
      'info',
    )
  }
  return act(desk, { type: 'answer', value: rows }, world)
}

/** Rows so far are saved at once, as soon as they are enough to be an answer. */
function stored(desk: Desk, form: TableForm, mode: TableMode, world: World): Desk {
  const now = { ...desk, mode }
  if (!fits(form, mode.rows)) return now
  return { ...act(now, { type: 'answer', value: mode.rows, stay: true }, world), mode }
}

function atRow(mode: TableMode, form: TableForm, wanted: number): TableMode {
  const at = Math.min(Math.max(wanted, 0), mode.rows.length)
  return atCell(mode, form.columns, { at, column: 0, row: mode.rows[at] ?? {} })
}
