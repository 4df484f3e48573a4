import { countProgress, findCurrentEntry, getInterview } from '../../interview/round.ts'
import type { AnyQuestion, InterviewEvent, Round } from '../../interview/state.ts'
import { getFormType, isValidValue } from '../../model/forms/forms.ts'
import type { Column } from '../../model/forms/table.ts'
import type { Row } from '../../model/response.ts'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { formatColumnTitle, parseTypedCell } from '../keys/screen-state.ts'
import { listSelectOptions, readAnswer } from '../options.ts'
import { describeNote, formatEntryText, listOtherTexts } from '../view/entry-text.ts'
import { formatPartTitle } from '../view/header.ts'
import { type LineReply, listCommandTexts, parseLineCommand, runLineCommand } from './commands.ts'
import type { LineConsole } from './line-console.ts'

/** Prints a question and reads lines until one makes an event; null when the input ended. */
export async function askQuestion(
  console: LineConsole,
  round: Round,
  question: AnyQuestion,
): Promise<InterviewEvent | null> {
  printQuestion(console, round, question)
  for (;;) {
    const line = await console.readLine({
      say: 'answer-prompt',
      expected: describeExpectedAnswer(question),
      commands: listCommandTexts(question),
    })
    if (line === null) return null
    const command = parseLineCommand(line, question)
    if (command !== null) {
      const event = await runLineCommand(console, round, question, command)
      if (event !== 'again') return event
      continue
    }
    if (line === '' && findCurrentEntry(round) !== null) return { type: 'keep' }
    if (line === '' && question.dimension === null) return { type: 'skip' }
    if (['lines', 'rows'].includes(getFormType(question.form).entry)) {
      const rows = await askRows(console, round, question, line)
      if (rows !== 'again') return rows
      continue
    }
    const read = readAnswer(question.form, line)
    if ('value' in read) return { type: 'answer', value: read.value }
    console.print(read.wrong)
  }
}

function printQuestion(console: LineConsole, round: Round, question: AnyQuestion): void {
  const options = listSelectOptions(question.form) ?? []
  const entry = findCurrentEntry(round)
  const note = describeNote(round, entry)
  const { position, total, isProfile } = countProgress(round).part
  const place = { part: formatPartTitle(round), isProfile, at: position, total }
  const partner = round.seats.length === 1 ? null : getInterview(round).name
  const answer = formatEntryText(question, entry)
  console.print(
    null,
    { say: 'question-line', ...place, partner },
    question.ask,
    ...options.map(({ title }, index) => `${index + 1}. ${title}`.trimEnd()),
    ...listOtherTexts(round, question),
    ...(entry === null ? [] : [{ say: 'keep-answer-line', answer } as const]),
    ...(note === null ? [] : [note]),
  )
}

function describeExpectedAnswer({ form }: AnyQuestion): InterviewText {
  switch (getFormType(form).entry) {
    case 'pick': {
      if (form.type === 'yes-no') return { say: 'expect-yes-no' }
      const last = listSelectOptions(form)?.length ?? 0
      return { say: form.type === 'choices' ? 'expect-numbers' : 'expect-number', last }
    }
    case 'line':
      return { say: form.type === 'number' ? 'expect-quantity' : 'expect-text' }
    case 'lines':
      return { say: 'expect-item' }
    case 'rows':
      return {
        say: 'expect-row',
        column: form.type === 'table' ? (form.columns[0]?.title ?? '') : '',
      }
  }
}

/**
 * Asks for a list or a table line by line; a blank line ends it and replaces an earlier answer. `first` is the line typed
 * already. `again` when there is no answer to store.
 */
async function askRows(
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
      console.print({ say: 'rows-dropped' })
      return runLineCommand(console, round, question, command)
    }
    if (line === '') return endRows(console, round, question, rows)
    const row: string | Row | null =
      question.form.type === 'table' ? await askRow(console, question.form.columns, line) : line
    if (row === null) return null
    rows.push(row)
    line = await console.readLine(createRowPrompt(question, rows.length + 1))
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
  const hasEarlier = findCurrentEntry(round) !== null
  console.print({ say: 'too-few-rows', least, found: rows.length, hasEarlier })
  return 'again'
}

function createRowPrompt({ form }: AnyQuestion, number: number): InterviewText {
  return form.type === 'table'
    ? { say: 'row-prompt', number, column: formatColumnLabel(form.columns[0]) }
    : { say: 'item-prompt', number }
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
    if (index > 0)
      line = await console.readLine({ say: 'cell-prompt', column: formatColumnLabel(column) })
    for (;;) {
      if (line === null) return null
      const read = parseTypedCell(column, line)
      if ('wrong' in read) {
        console.print(read.wrong)
        line = await console.readLine({ say: 'cell-prompt', column: formatColumnLabel(column) })
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
  if (column.type !== 'choice') return formatColumnTitle(column)
  const choices = column.choices.map(({ title }, index) => `${index + 1} ${title}`)
  return sayInterview({ say: 'column-choices', title: column.title, choices })
}
