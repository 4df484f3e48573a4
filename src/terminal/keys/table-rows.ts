import type { Column } from '../../model/questionnaire.ts'
import type { Row } from '../../model/response.ts'
import { parseNumber } from '../parse-number.ts'
import type { TableMode } from './desk.ts'
import { emptyField, fieldOf } from './field.ts'

/** At the first column of a row that is not there yet. */
export function newRow(rows: readonly Row[]): TableMode {
  return { type: 'table', rows, at: rows.length, column: 0, row: {}, field: emptyField }
}

/** At a cell of a row, ready to edit what stands in it. */
export function atCell(
  mode: TableMode,
  columns: readonly Column[],
  place: { readonly at: number; readonly column: number; readonly row: Row },
): TableMode {
  const column = columns[place.column]
  const cell = column === undefined ? null : (place.row[column.id] ?? null)
  return { ...mode, ...place, field: fieldOf(cell === null ? '' : cellText(column, cell)) }
}

/** A cell in words: a choice by its title. */
export function cellText(column: Column | undefined, cell: Row[string] | undefined): string {
  if (cell === null || cell === undefined) return ''
  return column?.choices.find(({ id }) => id === cell)?.title ?? String(cell)
}

/** What was typed, as the column's value; choices go by number, id or title. Blank is an empty cell. */
export function cellOf(
  column: Column,
  text: string,
): { readonly cell: string | number | null } | { readonly wrong: string } {
  if (text === '') return { cell: null }
  if (column.type === 'text') return { cell: text }
  return column.type === 'number' ? numberOf(column, text) : choiceOf(column, text)
}

function numberOf({ from, to }: Column, text: string) {
  const number = parseNumber(text)
  if (number === null)
    return { wrong: `"${text}" is not a number; expected one such as 12 or 3.5.` }
  if ((from !== null && number < from) || (to !== null && number > to)) {
    return { wrong: `${number} is out of range; expected ${rangeOf(from, to)}.` }
  }
  return { cell: number }
}

/** `0 to 10`, `at least 0`, `at most 10`. */
export function rangeOf(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return `${Math.min(from, to)} to ${Math.max(from, to)}`
  return from === null ? `at most ${to}` : `at least ${from}`
}

function choiceOf({ choices }: Column, text: string) {
  const wanted = text.toLowerCase()
  const choice =
    choices.find(({ id, title }) => id === wanted || title.toLowerCase() === wanted) ??
    choices[Number(text) - 1]
  if (choice !== undefined) return { cell: choice.id }
  return { wrong: `"${text}" is none of them; type its number, 1 to ${choices.length}.` }
}
