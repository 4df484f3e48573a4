import type { Column } from '../../model/questionnaire.ts'
import type { Row } from '../../model/response.ts'
import { parseNumber } from '../parse-number.ts'
import { emptyInputField, toInputField } from './input-field.ts'
import type { TableMode } from './screen-state.ts'

/** At the first column of a row that is not there yet. */
export function moveToNewRow(rows: readonly Row[]): TableMode {
  return { type: 'table', rows, at: rows.length, column: 0, row: {}, field: emptyInputField }
}

/** At a cell of a row, ready to edit what stands in it. */
export function moveToCell(
  mode: TableMode,
  columns: readonly Column[],
  place: { readonly at: number; readonly column: number; readonly row: Row },
): TableMode {
  const column = columns[place.column]
  const cell = column === undefined ? null : (place.row[column.id] ?? null)
  return {
    ...mode,
    ...place,
    field: toInputField(cell === null ? '' : formatRowCell(column, cell)),
  }
}

/** A cell in words: a choice by its title. */
export function formatRowCell(column: Column | undefined, cell: Row[string] | undefined): string {
  if (cell === null || cell === undefined) return ''
  return column?.choices.find(({ id }) => id === cell)?.title ?? String(cell)
}

/** What was typed, as the column's value; choices go by number, id or title. Blank is an empty cell. */
export function parseTypedCell(
  column: Column,
  text: string,
): { readonly cell: string | number | null } | { readonly wrong: string } {
  if (text === '') return { cell: null }
  if (column.type === 'text') return { cell: text }
  return column.type === 'number' ? parseTypedNumber(column, text) : parseTypedChoice(column, text)
}

function parseTypedNumber({ from, to }: Column, text: string) {
  const number = parseNumber(text)
  if (number === null)
    return { wrong: `"${text}" is not a number; expected one such as 12 or 3.5.` }
  if ((from !== null && number < from) || (to !== null && number > to)) {
    return { wrong: `${number} is out of range; expected ${formatCellRange(from, to)}.` }
  }
  return { cell: number }
}

/** `0 to 10`, `at least 0`, `at most 10`. */
export function formatCellRange(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return `${Math.min(from, to)} to ${Math.max(from, to)}`
  return from === null ? `at most ${to}` : `at least ${from}`
}

function parseTypedChoice({ choices }: Column, text: string) {
  const wanted = text.toLowerCase()
  const choice =
    choices.find(({ id, title }) => id === wanted || title.toLowerCase() === wanted) ??
    choices[Number(text) - 1]
  if (choice !== undefined) return { cell: choice.id }
  return { wrong: `"${text}" is none of them; type its number, 1 to ${choices.length}.` }
}
