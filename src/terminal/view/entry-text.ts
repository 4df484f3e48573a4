import type { AnyQuestion } from '../../interview/asked-questions.ts'
import type { Answer, Row, Value } from '../../model/response.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { formatRowCell } from '../keys/table-rows.ts'
import { listPickedIndexes, listSelectOptions } from '../options.ts'

/** A question's entry in words, on one line. */
export function formatEntryText(question: AnyQuestion, entry: Answer | null): string {
  switch (entry?.state) {
    case undefined:
      return sayInterview({ say: 'no-answer' })
    case 'answered':
      return formatValueText(question, entry.value)
    case 'not-applicable':
      return sayInterview({ say: 'not-applicable', reason: entry.reason })
    case 'dont-know':
      return sayInterview({ say: 'dont-know' })
    case 'skipped':
      return sayInterview({ say: 'skipped' })
    default:
      return entry satisfies undefined
  }
}

/** A sign of one column that shows the state without colour. */
export function getEntryMark(entry: Answer | null): string {
  return entry === null ? '·' : entryMarks[entry.state]
}

const entryMarks: Readonly<Record<Answer['state'], string>> = {
  answered: '✓',
  'not-applicable': '–',
  'dont-know': '?',
  skipped: '○',
}

function formatValueText({ form }: AnyQuestion, value: Value): string {
  const options = listSelectOptions(form)
  if (options !== null) {
    const titles = listPickedIndexes(options, value).map((index) =>
      formatOptionText(options[index]),
    )
    return titles.length === 0 ? sayInterview({ say: 'none-of-these' }) : titles.join(', ')
  }
  if (form.type === 'table' && Array.isArray(value)) {
    const rows = value.filter((row) => typeof row === 'object')
    return rows.map((row) => formatRowText(form, row)).join('; ')
  }
  return Array.isArray(value) ? value.join('; ') : String(value)
}

function formatOptionText(option: { readonly value: unknown; readonly title: string } | undefined) {
  if (option === undefined) return ''
  const { value, title } = option
  if (typeof value !== 'number') return title
  return title === '' ? String(value) : `${value}  ${title}`
}

/** A table's row on one line, cells in the order of the columns. */
export function formatRowText(
  { columns }: Extract<AnyQuestion['form'], { type: 'table' }>,
  row: Row,
): string {
  return columns
    .map((column) => formatRowCell(column, row[column.id]))
    .filter((text) => text !== '')
    .join(' · ')
}
