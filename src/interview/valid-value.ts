import type { Choice, Column, Form } from '../model/questionnaire.ts'
import type { Row, Value } from '../model/response.ts'

/** May this value be stored for a question of this form? Texts and lists have to say something. */
export function isValidValue(form: Form, value: Value): boolean {
  switch (form.type) {
    case 'rating':
      return form.values.some((rated) => rated.value === value)
    case 'yes-no':
      return typeof value === 'boolean'
    case 'choice':
      return isChoice(form.choices, value)
    case 'choices':
      return isTexts(value) && isUnique(value) && value.every((id) => isChoice(form.choices, id))
    case 'number':
      return isNumber(value)
    case 'text':
      return isText(value)
    case 'list':
      return isTexts(value) && value.length > 0 && value.every(isText)
    case 'table':
      return (
        isRows(value) &&
        value.length >= Math.max(form.leastRows, 1) &&
        value.every((row) => isValidRow(form.columns, row))
      )
    default:
      return form satisfies never
  }
}

/** May this stand in a column? Null is an empty cell. */
export function isValidCell(column: Column, cell: Row[string]): boolean {
  if (cell === null) return true
  if (column.type === 'text') return isText(cell)
  if (column.type === 'choice') return isChoice(column.choices, cell)
  return (
    isNumber(cell) &&
    (column.from === null || cell >= column.from) &&
    (column.to === null || cell <= column.to)
  )
}

function isValidRow(columns: readonly Column[], row: Row): boolean {
  const entries = Object.entries(row)
  return (
    entries.some(([, cell]) => cell !== null) &&
    entries.every(([id, cell]) => {
      const column = columns.find((column) => column.id === id)
      return column !== undefined && isValidCell(column, cell)
    })
  )
}

function isChoice(choices: readonly Choice[], value: unknown): boolean {
  return choices.some(({ id }) => id === value)
}

function isTexts(value: Value): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isRows(value: Value): value is readonly Row[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object')
}

function isUnique(items: readonly string[]): boolean {
  return new Set(items).size === items.length
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
