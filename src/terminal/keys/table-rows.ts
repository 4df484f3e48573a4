import { numberForm } from '../../model/forms/number.ts'
import { findChoiceId } from '../../model/forms/pick.ts'
import { type Column, fitCell } from '../../model/forms/table.ts'
import type { Row } from '../../model/response.ts'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { toWords } from '../read-answer.ts'
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

type TypedCell = { readonly cell: string | number | null } | { readonly wrong: InterviewText }

/** What was typed, as the column's value; choices go by number, id or title. Blank is an empty cell. */
export function parseTypedCell(column: Column, text: string): TypedCell {
  if (text === '') return { cell: null }
  switch (column.type) {
    case 'text':
      return { cell: text }
    case 'number': {
      const read = numberForm.fromText({ type: 'number', from: null, to: null }, text, 'either')
      const fit = 'misfit' in read ? read : fitCell(column, read.value)
      return 'misfit' in fit ? { wrong: toWords(fit.misfit) } : { cell: Number(fit.value) }
    }
    case 'choice': {
      const { choices } = column
      const cell = findChoiceId(choices, text) ?? choices[Number(text) - 1]?.id
      return cell === undefined
        ? { wrong: { say: 'not-a-choice', text, last: choices.length } }
        : { cell }
    }
    default:
      return column.type satisfies never
  }
}
