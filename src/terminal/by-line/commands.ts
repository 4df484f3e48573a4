import { type AnyQuestion, listMissing } from '../../interview/asked-questions.ts'
import { listSections } from '../../interview/progress.ts'
import { findCurrentEntry, getCurrentInterview } from '../../interview/round.ts'
import type { InterviewEvent, Round } from '../../interview/state.ts'
import { listSelectOptions } from '../options.ts'
import { buildGuidancePages } from '../view/guidance.ts'
import type { LineConsole } from './line-console.ts'

const commandNames = {
  b: 'back',
  w: 'note',
  d: "don't know",
  a: 'not applicable',
  s: 'skip',
  '?': 'why',
  j: 'jump',
  r: 'review',
  q: 'save and leave',
} as const

export type LineCommand = keyof typeof commandNames

/** `again` when nothing came of it and the question is still to be answered. */
export type LineReply = InterviewEvent | 'again' | null

/** The command a line is. Where the answer is text, a command has a slash in front, so that no answer is taken for one. */
export function parseLineCommand(line: string, question: AnyQuestion): LineCommand | null {
  const typed = listSelectOptions(question.form) === null
  const name = line.startsWith('/') ? line.slice(1) : typed ? '' : line
  const known = listLineCommands(question).find((command) => command === name.toLowerCase())
  return known ?? null
}

/** `b back, w note, …`, as they are typed here. */
export function formatCommandList(question: AnyQuestion): string {
  const slash = listSelectOptions(question.form) === null ? '/' : ''
  return listLineCommands(question)
    .map((command) => `${slash}${command} ${commandNames[command]}`)
    .join(', ')
}

/** Background questions are answered or skipped. */
function listLineCommands({ dimension }: AnyQuestion): readonly LineCommand[] {
  return dimension === null
    ? ['b', 's', '?', 'j', 'r', 'q']
    : ['b', 'w', 'd', 'a', 's', '?', 'j', 'r', 'q']
}

export async function runLineCommand(
  console: LineConsole,
  round: Round,
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
      return askNote(console, findCurrentEntry(round)?.note ?? null)
    case 'a':
      return askReason(console)
    case 'j':
      return askJump(console, round)
    case '?':
      printGuidance(console, round)
      return 'again'
    default:
      return command satisfies never
  }
}

/** A note on one line, over the one that stands there. */
export async function askNote(
  console: LineConsole,
  before: string | null,
): Promise<Extract<InterviewEvent, { type: 'note' }> | 'again' | null> {
  const more = before === null ? '' : ', blank keeps the old one, - takes it away'
  const line = await console.readLine(`Note (one line${more}):`)
  if (line === null) return null
  if (line === '') return 'again'
  return { type: 'note', text: line === '-' ? '' : line }
}

async function askReason(console: LineConsole): Promise<LineReply> {
  for (;;) {
    const line = await console.readLine('Why does this not apply? (b cancels):')
    if (line === null) return null
    if (line === 'b' || line === '/b') return 'again'
    if (line !== '') return { type: 'not-applicable', reason: line }
    console.print('A reason is needed; one sentence will do')
  }
}

/** Where to go: a section by its number, a question by its id, or the first open one. */
export async function askJump(console: LineConsole, round: Round): Promise<LineReply> {
  const interview = getCurrentInterview(round)
  const all = listSections(interview)
  const ids = all.flatMap(({ items }) => items.map(({ question }) => question.id))
  const places = all.map(
    ({ dimension }, index) => `${index + 1}. ${dimension?.title ?? 'Background'}`,
  )
  console.print(null, 'Sections:', ...places)
  const line = await console.readLine(
    `Go to (1-${all.length}, a question's id such as ${ids.at(-1)}, o for the first open one, blank cancels):`,
  )
  if (line === null) return null
  if (line === '') return 'again'
  const section = /^\d+$/.test(line) ? all[Number(line) - 1] : undefined
  const first = section?.dimension?.id ?? section?.items[0]?.question.id
  const to = line === 'o' ? listMissing(interview)[0] : (first ?? ids.find((id) => id === line))
  if (to !== undefined) return { type: 'jump', to }
  console.print(line === 'o' ? 'Nothing is open' : `"${line}" is no section and no question`)
  return 'again'
}

function printGuidance(console: LineConsole, round: Round): void {
  const size = { columns: 80, rows: 24 }
  const lines = buildGuidancePages({ round, size }).flat()
  const end = lines.findIndex(({ text, heading }) => heading && text === 'Keys')
  console.print(
    null,
    ...lines.slice(0, end).map(({ text, heading }) => (heading ? `${text}:` : text)),
  )
}
