import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { countProgress } from '../../interview/progress.ts'
import { findCurrentEntry, listOtherAnswers } from '../../interview/round.ts'
import type { InterviewEvent, Round } from '../../interview/state.ts'
import { listSelectOptions } from '../options.ts'
import { formatPartTitle } from '../part-title.ts'
import { formatEntryText } from '../view/entry-text.ts'
import { askRows } from './ask-rows.ts'
import { formatCommandList, parseLineCommand, runLineCommand } from './commands.ts'
import type { LineConsole } from './line-console.ts'
import { readAnswer } from './read-answer.ts'

/** Says a question and listens until a line makes an event; null when the input ended. */
export async function askQuestion(
  console: LineConsole,
  round: Round,
  question: AnyQuestion,
): Promise<InterviewEvent | null> {
  printQuestion(console, round, question)
  for (;;) {
    const line = await console.readLine(formatPrompt(question))
    if (line === null) return null
    const command = parseLineCommand(line, question)
    if (command !== null) {
      const event = await runLineCommand(console, round, command)
      if (event !== 'again') return event
      continue
    }
    if (line === '' && findCurrentEntry(round) !== null) return { type: 'keep' }
    if (line === '' && question.dimension === null) return { type: 'skip' }
    if (question.form.type === 'list' || question.form.type === 'table') {
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
  const { position, total } = countProgress(round)
  const options = listSelectOptions(question.form) ?? []
  const entry = findCurrentEntry(round)
  console.print(
    null,
    `${formatPartTitle(round)}, question ${position} of ${total}${describeTurn(round)}`,
    question.ask,
    ...options.map(({ title }, index) => `${index + 1}. ${title}`.trimEnd()),
    ...listOtherAnswers(round, question.id).map(
      ({ name, entry: other }) => `${name}: ${formatEntryText(question, other)}`,
    ),
    ...(entry === null
      ? []
      : [`Your answer: ${formatEntryText(question, entry)}. A blank line keeps it.`]),
    ...(entry === null || entry.note === null ? [] : [`Your note: ${entry.note}`]),
  )
}

/** Who is to answer, where there are several. */
export function describeTurn({ seats, turn }: Round): string {
  return seats.length === 1 ? '' : `. ${seats[turn]?.name ?? ''}`
}

function formatPrompt(question: AnyQuestion): string {
  return `${describeExpectedAnswer(question)}, or ${formatCommandList(question)}:`
}

function describeExpectedAnswer({ form }: AnyQuestion): string {
  switch (form.type) {
    case 'rating':
      return `Answer (1-${form.values.length})`
    case 'yes-no':
      return 'Answer (1 or y for yes, 2 or n for no)'
    case 'choice':
      return `Answer (1-${form.choices.length})`
    case 'choices':
      return `Answer (1-${form.choices.length}, several with commas, 0 for none of them)`
    case 'number':
      return 'Answer (a number)'
    case 'text':
      return 'Answer (one line)'
    case 'list':
      return 'First item'
    case 'table':
      return `First row, ${form.columns[0]?.title ?? ''}`
    default:
      return form satisfies never
  }
}
