import { fits } from '../../interview/fits.ts'
import { type AnyQuestion, entryOf } from '../../interview/order.ts'
import type { Interview } from '../../interview/state.ts'
import type { Column } from '../../model/questionnaire.ts'
import type { Row } from '../../model/response.ts'
import { cellOf, rangeOf } from '../keys/table-rows.ts'
import { commandIn, type Heard, hearCommand } from './commands.ts'
import type { Talk } from './talk.ts'

/**
 * A list or a table, line by line; a blank line ends it and replaces an earlier answer. `first` is what was typed already.
 * `again` when it came to nothing.
 */
export async function hearRows(
  talk: Talk,
  interview: Interview,
  question: AnyQuestion,
  first: string,
): Promise<Heard> {
  const rows: (string | Row)[] = []
  let line: string | null = first
  for (;;) {
    const command = rows.length > 0 ? commandIn(line, question) : null
    if (command !== null) {
      talk.say('What was typed for this question is left out')
      return hearCommand(talk, interview, question, command)
    }
    if (line === '') return ended(talk, interview, question, rows)
    const row: string | Row | null =
      question.form.type === 'table' ? await hearRow(talk, question.form.columns, line) : line
    if (row === null) return null
    rows.push(row)
    line = await talk.hear(nextPrompt(question, rows.length))
    if (line === null) return null
  }
}

function ended(
  talk: Talk,
  interview: Interview,
  { id, form }: AnyQuestion,
  rows: readonly (string | Row)[],
): Heard {
  const value =
    form.type === 'table'
      ? rows.filter((row) => typeof row === 'object')
      : rows.filter((row) => typeof row === 'string')
  if (fits(form, value)) return { type: 'answer', value }
  const least = form.type === 'table' ? Math.max(form.leastRows, 1) : 1
  const kept = entryOf(interview, id) === null ? '' : '; the earlier answer stands'
  talk.say(`Expected at least ${least}, found ${rows.length}${kept}`)
  return 'again'
}

function nextPrompt({ form }: AnyQuestion, count: number): string {
  const what =
    form.type === 'table' ? `Row ${count + 1}, ${labelOf(form.columns[0])}` : `Item ${count + 1}`
  return `${what} (a blank line ends):`
}

/** The other cells of a row whose first cell was typed. */
async function hearRow(talk: Talk, columns: readonly Column[], first: string): Promise<Row | null> {
  const row: Record<string, string | number> = {}
  let line: string | null = first
  for (const [index, column] of columns.entries()) {
    if (index > 0) line = await talk.hear(`${labelOf(column)}:`)
    for (;;) {
      if (line === null) return null
      const read = cellOf(column, line)
      if ('wrong' in read) {
        talk.say(read.wrong)
        line = await talk.hear(`${labelOf(column)}:`)
        continue
      }
      if (read.cell !== null) row[column.id] = read.cell
      break
    }
  }
  return row
}

function labelOf(column: Column | undefined): string {
  if (column === undefined) return ''
  const { title, type, from, to, choices } = column
  if (type === 'choice') {
    return `${title} (${choices.map((choice, index) => `${index + 1} ${choice.title}`).join(', ')})`
  }
  return type === 'number' && (from !== null || to !== null)
    ? `${title} (${rangeOf(from, to)})`
    : title
}
