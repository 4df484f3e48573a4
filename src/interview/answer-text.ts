import type { Form } from '../model/forms/forms.ts'
import type { Column } from '../model/forms/table.ts'
import type { Answer, Row, Value } from '../model/response.ts'
import type { InterviewText } from '../words/message.ts'
import { type AnyQuestion, isOptional } from './state.ts'

/** What says a text of the interview: this room has no words of its own. */
type SayText = (text: InterviewText) => string

export interface SelectOption {
  readonly value: number | boolean | string
  /** Blank where a rating's value has no anchor. */
  readonly title: string
}

/** What can be picked, in order; null where the answer is typed. */
export function listOptions(form: Form, say: SayText): readonly SelectOption[] | null {
  switch (form.type) {
    case 'rating':
      return form.values.map(({ value, label }) => ({ value, title: label ?? '' }))
    case 'yes-no':
      return [
        { value: true, title: say({ say: 'yes' }) },
        { value: false, title: say({ say: 'no' }) },
      ]
    case 'choice':
    case 'choices':
      return form.choices.map(({ id, title }) => ({ value: id, title }))
    default:
      return null
  }
}

/** Indexes of the options in an answer. */
export function listPickedIndexes(
  options: readonly SelectOption[],
  value: Value | null,
): readonly number[] {
  const picked: readonly unknown[] = Array.isArray(value) ? value : [value]
  return options.flatMap((option, index) => (picked.includes(option.value) ? [index] : []))
}

/** A question's entry in words, on one line. */
export function describeEntry(question: AnyQuestion, entry: Answer | null, say: SayText): string {
  switch (entry?.state) {
    case undefined:
      return say({ say: isOptional(question) ? 'left-empty' : 'no-answer' })
    case 'answered':
      return describeValue(question, entry.value, say)
    case 'not-applicable':
      return say({ say: 'not-applicable', reason: entry.reason })
    case 'dont-know':
      return say({ say: 'dont-know' })
    case 'skipped':
      return say({ say: 'skipped' })
    default:
      return entry satisfies undefined
  }
}

function describeValue({ form }: AnyQuestion, value: Value, say: SayText): string {
  const options = listOptions(form, say)
  if (options !== null) {
    const titles = listPickedIndexes(options, value).map((index) => describeOption(options[index]))
    return titles.length === 0 ? say({ say: 'none-of-these' }) : titles.join(', ')
  }
  if (form.type === 'table' && Array.isArray(value)) {
    const rows = value.filter((row) => typeof row === 'object')
    return rows.map((row) => formatRowText(form, row)).join('; ')
  }
  return Array.isArray(value) ? value.join('; ') : String(value)
}

function describeOption(option: SelectOption | undefined): string {
  if (option === undefined) return ''
  const { value, title } = option
  if (typeof value !== 'number') return title
  return title === '' ? String(value) : `${value}  ${title}`
}

/** A table's row on one line, cells in the order of the columns. */
export function formatRowText({ columns }: Extract<Form, { type: 'table' }>, row: Row): string {
  return columns
    .map((column) => formatRowCell(column, getCell(row, column)))
    .filter((text) => text !== '')
    .join(' · ')
}

/** A cell; null where the row has none. Ids may be names that every object has, like `constructor`. */
export function getCell(row: Row, { id }: Column): Row[string] {
  return Object.hasOwn(row, id) ? (row[id] ?? null) : null
}

/** A cell in words: a choice by its title. */
export function formatRowCell(column: Column | undefined, cell: Row[string] | undefined): string {
  if (cell === null || cell === undefined) return ''
  return column?.choices.find(({ id }) => id === cell)?.title ?? String(cell)
}

/** A column's title, with the range of its numbers. */
export function nameColumn({ title, type, from, to }: Column, say: SayText): string {
  return type === 'number' && (from !== null || to !== null)
    ? say({ say: 'column-range', title, from, to })
    : title
}
