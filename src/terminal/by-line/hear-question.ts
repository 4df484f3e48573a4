import { type AnyQuestion, entryOf } from '../../interview/order.ts'
import { progress } from '../../interview/progress.ts'
import { interviewAt, othersSaid, type Round } from '../../interview/round.ts'
import type { InterviewEvent } from '../../interview/state.ts'
import { optionsOf } from '../options.ts'
import { partTitle } from '../part-title.ts'
import { entryText } from '../view/words.ts'
import { commandIn, commandList, hearCommand } from './commands.ts'
import { hearRows } from './hear-rows.ts'
import { readAnswer } from './read-answer.ts'
import type { Talk } from './talk.ts'

/** Says a question and listens until a line makes an event; null when the input ended. */
export async function hearQuestion(
  talk: Talk,
  round: Round,
  question: AnyQuestion,
): Promise<InterviewEvent | null> {
  const interview = interviewAt(round)
  sayQuestion(talk, round, question)
  for (;;) {
    const line = await talk.hear(promptFor(question))
    if (line === null) return null
    const command = commandIn(line, question)
    if (command !== null) {
      const event = await hearCommand(talk, interview, question, command)
      if (event !== 'again') return event
      continue
    }
    if (line === '' && entryOf(interview, question.id) !== null) return { type: 'keep' }
    if (line === '' && question.dimension === null) return { type: 'skip' }
    if (question.form.type === 'list' || question.form.type === 'table') {
      const rows = await hearRows(talk, interview, question, line)
      if (rows !== 'again') return rows
      continue
    }
    const read = readAnswer(question.form, line)
    if ('value' in read) return { type: 'answer', value: read.value }
    talk.say(read.wrong)
  }
}

function sayQuestion(talk: Talk, round: Round, question: AnyQuestion): void {
  const interview = interviewAt(round)
  const { position, total } = progress(interview)
  const options = optionsOf(question.form) ?? []
  const entry = entryOf(interview, question.id)
  talk.say(
    null,
    `${partTitle(interview)}, question ${position} of ${total}${whoseTurn(round)}`,
    question.ask,
    ...options.map(({ title }, index) => `${index + 1}. ${title}`.trimEnd()),
    ...othersSaid(round, question.id).map(
      ({ name, entry: other }) => `${name}: ${entryText(question, other)}`,
    ),
    ...(entry === null
      ? []
      : [`Your answer: ${entryText(question, entry)}. A blank line keeps it.`]),
    ...(entry === null || entry.note === null ? [] : [`Your note: ${entry.note}`]),
  )
}

/** Who is to answer, where there are several. */
export function whoseTurn({ seats, turn }: Round): string {
  return seats.length === 1 ? '' : `. ${seats[turn]?.name ?? ''}`
}

function promptFor(question: AnyQuestion): string {
  return `${wanted(question)}, or ${commandList(question)}:`
}

function wanted({ form }: AnyQuestion): string {
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
