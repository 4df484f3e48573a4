import type { AnyQuestion } from '../../interview/order.ts'
import type { Answer, Row, Value } from '../../model/response.ts'
import { cellText } from '../keys/table-rows.ts'
import { optionsOf, pickedIn } from '../options.ts'

/** What a question's entry says, in words on one line. */
export function entryText(question: AnyQuestion, entry: Answer | null): string {
  switch (entry?.state) {
    case undefined:
      return 'no answer yet'
    case 'answered':
      return valueText(question, entry.value)
    case 'not-applicable':
      return `not applicable: ${entry.reason}`
    case 'dont-know':
      return "don't know"
    case 'skipped':
      return 'skipped'
    default:
      return entry satisfies undefined
  }
}

/** One column that tells the state without colour. */
export function entryMark(entry: Answer | null): string {
  return entry === null ? '·' : marks[entry.state]
}

const marks: Readonly<Record<Answer['state'], string>> = {
  answered: '✓',
  'not-applicable': '–',
  'dont-know': '?',
  skipped: '○',
}

function valueText({ form }: AnyQuestion, value: Value): string {
  const options = optionsOf(form)
  if (options !== null) {
    const titles = pickedIn(options, value).map((index) => optionText(options[index]))
    return titles.length === 0 ? 'none of these' : titles.join(', ')
  }
  if (form.type === 'table' && Array.isArray(value)) {
    const rows = value.filter((row) => typeof row === 'object')
    return rows.map((row) => rowText(form, row)).join('; ')
  }
  return Array.isArray(value) ? value.join('; ') : String(value)
}

function optionText(option: { readonly value: unknown; readonly title: string } | undefined) {
  if (option === undefined) return ''
  const { value, title } = option
  if (typeof value !== 'number') return title
  return title === '' ? String(value) : `${value}  ${title}`
}

/** A table's row on one line, cells in the order of the columns. */
export function rowText(
  { columns }: Extract<AnyQuestion['form'], { type: 'table' }>,
  row: Row,
): string {
  return columns
    .map((column) => cellText(column, row[column.id]))
    .filter((text) => text !== '')
    .join(' · ')
}
