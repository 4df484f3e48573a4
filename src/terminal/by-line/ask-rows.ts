import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { findCurrentEntry } from '../../interview/round.ts'
import type { Round } from '../../interview/state.ts'
import { isValidValue } from '../../interview/valid-value.ts'
import type { Column } from '../../model/questionnaire.ts'
import type { Row } from '../../model/response.ts'
import { formatCellRange, parseTypedCell } from '../keys/table-rows.ts'
import { type LineReply, parseLineCommand, runLineCommand } from './commands.ts'
import type { LineConsole } from './line-console.ts'

/**
 * A list or a table, line by line; a blank line ends it and replaces an earlier answer. `first` is what was typed already.
 * `again` when it came to nothing.
 */
export async function askRows(
  console: LineConsole,
  round: Round,
  question: AnyQuestion,
  first: string,
): Promise<LineReply> {
  const rows: (string | Row)[] = []
  let line: string | null = first
  for (;;) {
    const command = rows.length > 0 ? parseLineCommand(line, question) : null
    if (command !== null) {
      console.print('What was typed for this question is left out')
      return runLineCommand(console, round, command)
    }
    if (line === '') return endRows(console, round, question, rows)
    const row: string | Row | null =
      question.form.type === 'table' ? await askRow(console, question.form.columns, line) : line
    if (row === null) return null
    rows.push(row)
    line = await console.readLine(formatRowPrompt(question, rows.length))
    if (line === null) return null
  }
}

function endRows(
  console: LineConsole,
  round: Round,
  { form }: AnyQuestion,
  rows: readonly (string | Row)[],
): LineReply {
  const value =
    form.type === 'table'
      ? rows.filter((row) => typeof row === 'object')
      : rows.filter((row) => typeof row === 'string')
  if (isValidValue(form, value)) return { type: 'answer', value }
  const least = form.type === 'table' ? Math.max(form.leastRows, 1) : 1
  const kept = findCurrentEntry(round) === null ? '' : '; the earlier answer stands'
  console.print(`Expected at least ${least}, found ${rows.length}${kept}`)
  return 'again'
}

function formatRowPrompt({ form }: AnyQuestion, count: number): string {
  const what =
    form.type === 'table'
      ? `Row ${count + 1}, ${formatColumnLabel(form.columns[0])}`
      : `Item ${count + 1}`
  return `${what} (a blank line ends):`
}

/** The other cells of a row whose first cell was typed. */
async function askRow(
  console: LineConsole,
  columns: readonly Column[],
  first: string,
): Promise<Row | null> {
  const row: Record<string, string | number> = {}
  let line: string | null = first
  for (const [index, column] of columns.entries()) {
    if (index > 0) line = await console.readLine(`${formatColumnLabel(column)}:`)
    for (;;) {
      if (line === null) return null
      const read = parseTypedCell(column, line)
      if ('wrong' in read) {
        console.print(read.wrong)
        line = await console.readLine(`${formatColumnLabel(column)}:`)
        continue
      }
      if (read.cell !== null) row[column.id] = read.cell
      break
    }
  }
  return row
}

function formatColumnLabel(column: Column | undefined): string {
  if (column === undefined) return ''
  const { title, type, from, to, choices } = column
  if (type === 'choice') {
    return `${title} (${choices.map((choice, index) => `${index + 1} ${choice.title}`).join(', ')})`
  }
  return type === 'number' && (from !== null || to !== null)
    ? `${title} (${formatCellRange(from, to)})`
    : title
}
