import { findCurrentEntry, getInterview, listSections } from '../../interview/round.ts'
import {
  type AnyQuestion,
  type InterviewEvent,
  listMissing,
  type Round,
} from '../../interview/state.ts'
import { type Answer, getAnswerNotes } from '../../model/response.ts'
import type { InterviewText } from '../../words/message.ts'
import { listSelectOptions } from '../options.ts'
import { buildGuidanceLines } from '../view/guidance.ts'
import type { KeyMeaning } from '../view/hints.ts'
import { getSectionTitle } from '../view/lists.ts'
import { getInnerWidth } from '../view/screen-line.ts'
import type { LineConsole } from './line-console.ts'

const commandMeanings = {
  b: 'back',
  w: 'note',
  p: 'private-note',
  d: 'dont-know',
  a: 'not-applicable',
  s: 'skip',
  '?': 'why',
  j: 'jump',
  r: 'review',
  q: 'save-and-leave',
} as const satisfies Record<string, KeyMeaning>

type LineCommand = keyof typeof commandMeanings

/** `again` when the question is still to be answered. */
export type LineReply = InterviewEvent | 'again' | null

/** The command on a line, or null. Where answers are text, a command starts with a slash, so that no answer is taken for one. */
export function parseLineCommand(line: string, question: AnyQuestion): LineCommand | null {
  const typed = listSelectOptions(question.form) === null
  const name = line.startsWith('/') ? line.slice(1) : typed ? '' : line
  return listLineCommands(question).find((command) => command === name.toLowerCase()) ?? null
}

/** `b back`, `w note`, …, as they are typed here. */
export function listCommandTexts(question: AnyQuestion): readonly InterviewText[] {
  const slash = listSelectOptions(question.form) === null ? '/' : ''
  return listLineCommands(question).map((command) => ({
    say: 'command-line',
    command: `${slash}${command}`,
    meaning: { say: 'key-meaning', meaning: commandMeanings[command] },
  }))
}

/** Background questions are answered or skipped. */
function listLineCommands({ dimension }: AnyQuestion): readonly LineCommand[] {
  return dimension === null
    ? ['b', 's', '?', 'j', 'r', 'q']
    : ['b', 'w', 'p', 'd', 'a', 's', '?', 'j', 'r', 'q']
}

export async function runLineCommand(
  console: LineConsole,
  round: Round,
  question: AnyQuestion,
  command: LineCommand,
): Promise<LineReply> {
  switch (command) {
    case 'b':
      return { type: 'back' }
    case 'd':
      return { type: 'dont-know' }
    case 's':
      return { type: 'skip' }
    case 'r':
      return { type: 'review' }
    case 'q':
      return { type: 'leave' }
    case 'w':
    case 'p':
      return askNote(console, findCurrentEntry(round), command === 'p')
    case 'a':
      return askReason(console)
    case 'j':
      return askJump(console, round)
    case '?':
      printGuidance(console, round, question)
      return 'again'
    default:
      return command satisfies never
  }
}

/** A note on one line, in place of the one before. One that is private stays so; with `makePrivate`, a blank line keeps its text. */
export async function askNote(
  console: LineConsole,
  entry: Answer | null,
  makePrivate: boolean,
): Promise<Extract<InterviewEvent, { type: 'note' }> | 'again' | null> {
  const { note, privateNote } = getAnswerNotes(entry ?? undefined)
  const isPrivate = makePrivate || privateNote !== undefined
  const line = await console.readLine({
    say: note === null && privateNote === undefined ? 'note-prompt' : 'note-prompt-again',
    isPrivate,
  })
  if (line === null) return null
  if (line !== '') return { type: 'note', text: line === '-' ? '' : line, private: isPrivate }
  return makePrivate && note !== null ? { type: 'note', text: note, private: true } : 'again'
}

async function askReason(console: LineConsole): Promise<LineReply> {
  for (;;) {
    const line = await console.readLine({ say: 'reason-prompt' })
    if (line === null) return null
    if (line === 'b' || line === '/b') return 'again'
    if (line !== '') return { type: 'not-applicable', reason: line }
    console.print({ say: 'reason-needed' })
  }
}

/** Where to go: a section by its number, a question by its id, or the first one still to answer. */
export async function askJump(console: LineConsole, round: Round): Promise<LineReply> {
  const interview = getInterview(round)
  const all = listSections(interview)
  const ids = all.flatMap(({ items }) => items.map(({ question }) => question.id))
  const places = all.map((section, index) => `${index + 1}. ${getSectionTitle(section)}`)
  console.print(null, { say: 'sections-line' }, ...places)
  const example = ids.at(-1) ?? ''
  const line = await console.readLine({ say: 'jump-prompt', last: all.length, example })
  if (line === null) return null
  if (line === '') return 'again'
  const section = /^\d+$/.test(line) ? all[Number(line) - 1] : undefined
  const first = section?.dimension?.id ?? section?.items[0]?.question.id
  const to = line === 'o' ? listMissing(interview)[0] : (first ?? ids.find((id) => id === line))
  if (to !== undefined) return { type: 'jump', to }
  console.print(line === 'o' ? { say: 'nothing-missing' } : { say: 'no-such-place', text: line })
  return 'again'
}

function printGuidance(console: LineConsole, round: Round, question: AnyQuestion): void {
  const lines = buildGuidanceLines(round, question, getInnerWidth(80))
  console.print(
    ...lines.map(({ text, heading }): InterviewText | string =>
      heading ? { say: 'text-prompt', message: text } : text,
    ),
  )
}
