import { type AnyQuestion, entryOf, missing } from '../../interview/order.ts'
import { sections } from '../../interview/progress.ts'
import type { Interview, InterviewEvent } from '../../interview/state.ts'
import { optionsOf } from '../options.ts'
import { pagesOf } from '../view/guidance.ts'
import type { Talk } from './talk.ts'

const names = {
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

export type Command = keyof typeof names

/** `again` when nothing came of it and the question is still to be answered. */
export type Heard = InterviewEvent | 'again' | null

/** The command a line is. Where the answer is text, a command has a slash in front, so that no answer is taken for one. */
export function commandIn(line: string, question: AnyQuestion): Command | null {
  const typed = optionsOf(question.form) === null
  const name = line.startsWith('/') ? line.slice(1) : typed ? '' : line
  const known = commandsOf(question).find((command) => command === name.toLowerCase())
  return known ?? null
}

/** `b back, w note, …`, as they are typed here. */
export function commandList(question: AnyQuestion): string {
  const slash = optionsOf(question.form) === null ? '/' : ''
  return commandsOf(question)
    .map((command) => `${slash}${command} ${names[command]}`)
    .join(', ')
}

/** Background questions are answered or skipped. */
function commandsOf({ dimension }: AnyQuestion): readonly Command[] {
  return dimension === null
    ? ['b', 's', '?', 'j', 'r', 'q']
    : ['b', 'w', 'd', 'a', 's', '?', 'j', 'r', 'q']
}

export async function hearCommand(
  talk: Talk,
  interview: Interview,
  question: AnyQuestion,
  command: Command,
): Promise<Heard> {
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
      return hearNote(talk, entryOf(interview, question.id)?.note ?? null)
    case 'a':
      return hearReason(talk)
    case 'j':
      return hearJump(talk, interview)
    case '?':
      sayGuidance(talk, interview)
      return 'again'
    default:
      return command satisfies never
  }
}

/** A note on one line, over the one that stands there. */
export async function hearNote(
  talk: Talk,
  before: string | null,
): Promise<Extract<InterviewEvent, { type: 'note' }> | 'again' | null> {
  const more = before === null ? '' : ', blank keeps the old one, - takes it away'
  const line = await talk.hear(`Note (one line${more}):`)
  if (line === null) return null
  if (line === '') return 'again'
  return { type: 'note', text: line === '-' ? '' : line }
}

async function hearReason(talk: Talk): Promise<Heard> {
  for (;;) {
    const line = await talk.hear('Why does this not apply? (b cancels):')
    if (line === null) return null
    if (line === 'b' || line === '/b') return 'again'
    if (line !== '') return { type: 'not-applicable', reason: line }
    talk.say('A reason is needed; one sentence will do')
  }
}

/** Where to go: a section by its number, a question by its id, or the first open one. */
export async function hearJump(talk: Talk, interview: Interview): Promise<Heard> {
  const all = sections(interview)
  const ids = all.flatMap(({ items }) => items.map(({ question }) => question.id))
  const places = all.map(
    ({ dimension }, index) => `${index + 1}. ${dimension?.title ?? 'Background'}`,
  )
  talk.say(null, 'Sections:', ...places)
  const line = await talk.hear(
    `Go to (1-${all.length}, a question's id such as ${ids.at(-1)}, o for the first open one, blank cancels):`,
  )
  if (line === null) return null
  if (line === '') return 'again'
  const section = /^\d+$/.test(line) ? all[Number(line) - 1] : undefined
  const first = section?.dimension?.id ?? section?.items[0]?.question.id
  const to = line === 'o' ? missing(interview)[0] : (first ?? ids.find((id) => id === line))
  if (to !== undefined) return { type: 'jump', to }
  talk.say(line === 'o' ? 'Nothing is open' : `"${line}" is no section and no question`)
  return 'again'
}

function sayGuidance(talk: Talk, interview: Interview): void {
  const size = { columns: 80, rows: 24 }
  const lines = pagesOf({ interview, size }).flat()
  const end = lines.findIndex(({ text, heading }) => heading && text === 'Keys')
  talk.say(null, ...lines.slice(0, end).map(({ text, heading }) => (heading ? `${text}:` : text)))
}
