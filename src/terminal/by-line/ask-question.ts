import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { countProgress } from '../../interview/progress.ts'
import { findCurrentEntry, getCurrentInterview } from '../../interview/round.ts'
import type { InterviewEvent, Round } from '../../interview/state.ts'
import { getFormType } from '../../model/forms/forms.ts'
import type { InterviewText } from '../../words/message.ts'
import { listSelectOptions } from '../options.ts'
import { readAnswer } from '../read-answer.ts'
import { listOtherAnswerTexts } from '../view/difference.ts'
import { formatEntryText } from '../view/entry-text.ts'
import { formatPartTitle } from '../view/header.ts'
import { askRows } from './ask-rows.ts'
import { listCommandTexts, parseLineCommand, runLineCommand } from './commands.ts'
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
  const { position, total } = countProgress(round)
  const options = listSelectOptions(question.form) ?? []
  const entry = findCurrentEntry(round)
  const place = { part: formatPartTitle(round), at: position, total }
  const answer = formatEntryText(question, entry)
  console.print(
    null,
    round.seats.length === 1
      ? { say: 'question-line', ...place }
      : { say: 'question-line-partner', ...place, partner: getCurrentInterview(round).name },
    question.ask,
    ...options.map(({ title }, index) => `${index + 1}. ${title}`.trimEnd()),
    ...listOtherAnswerTexts(round, question),
    ...(entry === null ? [] : [{ say: 'keep-answer-line', answer } as const]),
    ...(entry === null || entry.note === null
      ? []
      : [{ say: 'your-note-line', note: entry.note } as const]),
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
