import type { Column } from '../../model/forms/table.ts'
import { parseNumber } from '../../model/forms/written-text.ts'
import type { Row } from '../../model/response.ts'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { emptyInputField, toInputField } from './input-field.ts'
import type { TableMode } from './screen-state.ts'

/** At the first column of a new row. */
export function moveToNewRow(rows: readonly Row[]): TableMode {
  return { type: 'table', rows, at: rows.length, column: 0, row: {}, field: emptyInputField }
}

/** At a cell of a row, ready to edit its text. */
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

/** A column's title, with the range of its numbers. */
export function formatColumnTitle({ title, type, from, to }: Column): string {
  return type === 'number' && (from !== null || to !== null)
    ? sayInterview({ say: 'column-range', title, from, to })
    : title
}

/** A cell in words: a choice by its title. */
export function formatRowCell(column: Column | undefined, cell: Row[string] | undefined): string {
  if (cell === null || cell === undefined) return ''
  return column?.choices.find(({ id }) => id === cell)?.title ?? String(cell)
}

type TypedCellResult = { readonly cell: string | number | null } | { readonly wrong: InterviewText }

/** What was typed, as the column's value; choices go by number, id or title. Blank is an empty cell. */
export function parseTypedCell(column: Column, text: string): TypedCellResult {
  if (text === '') return { cell: null }
  if (column.type === 'text') return { cell: text }
  return column.type === 'number' ? parseTypedNumber(column, text) : parseTypedChoice(column, text)
}

function parseTypedNumber({ from, to }: Column, text: string): TypedCellResult {
  const number = parseNumber(text, 'either')
  if (number === null) return { wrong: { say: 'not-a-number', text } }
  if ((from !== null && number < from) || (to !== null && number > to)) {
    return { wrong: { say: 'out-of-range', number, from, to } }
  }
  return { cell: number }
}

function parseTypedChoice({ choices }: Column, text: string): TypedCellResult {
  const wanted = text.toLowerCase()
  const choice =
    choices.find(({ id, title }) => id === wanted || title.toLowerCase() === wanted) ??
    choices[Number(text) - 1]
  if (choice !== undefined) return { cell: choice.id }
  return { wrong: { say: 'not-a-choice', text, last: choices.length } }
}
