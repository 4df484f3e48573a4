import { type AnyQuestion, current, entryOf } from '../../interview/order.ts'
import { othersSaid } from '../../interview/round.ts'
import type { Desk } from '../keys/desk.ts'
import { differenceBody, differenceTitle } from './difference.ts'
import { pagesOf } from './guidance.ts'
import { bar, header } from './header.ts'
import { fewHintLines, hintLines, hintsFor } from './hints.ts'
import { brief, innerWidth, type Line, lineOf, margin, prose } from './line.ts'
import { jumpBody, reviewBody, reviewSummary } from './lists.ts'
import { optionsBody } from './options-view.ts'
import type { Paint } from './paint.ts'
import { arrange, type Body, bodyOf } from './screen.ts'
import { typedBody } from './typed-view.ts'
import { entryText } from './words.ts'

/** What Inquirer is to draw: down to the line with the cursor, and below it. */
export interface Screen {
  readonly content: string
  readonly below: string
  /** The cursor's column in the last line of `content`; null where nothing is typed and it is hidden. */
  readonly caret: number | null
}

/** One screen, in at most `rows - 1` lines of at most `columns` columns. */
export function draw(desk: Desk, paint: Paint): Screen {
  const lines = arrange(partsOf(desk, paint), desk.size.rows - 1)
  const at = lines.findIndex(({ caret }) => caret !== null)
  const split = Math.max(at, 0) + 1
  const content = lines.slice(0, split).map(({ text }) => text)
  const cursor = at === -1 ? '\x1b[?25l' : '\x1b[?25h'
  return {
    content: content.at(-1) === '' ? [...content.slice(0, -1), ' '].join('\n') : content.join('\n'),
    below: lines
      .slice(split)
      .map(({ text }) => text)
      .join('\n')
      .concat(cursor),
    caret: lines[at]?.caret ?? null,
  }
}

function partsOf(desk: Desk, paint: Paint) {
  const { interview, size } = desk
  const width = innerWidth(size.columns)
  const hints = hintsFor(desk)
  return {
    header: header(desk, width, paint),
    bar: bar(interview, width, paint),
    ask: askLines(desk, width, paint),
    body: bodyFor(desk, width, paint),
    note: noteLines(desk, width, paint),
    message: messageLines(desk, width, paint),
    hints: hintLines(hints, size.columns, paint),
    fewHints: fewHintLines(hints, size.columns, paint),
  }
}

function askLines(desk: Desk, width: number, paint: Paint): readonly Line[] {
  const { interview, mode } = desk
  if (mode.type === 'guidance') return []
  if (mode.type === 'jump') return [lineOf(`${margin}Where do you want to go?`)]
  const question = current(interview)
  const text = question === null ? reviewSummary(interview) : question.ask
  return [
    ...turnLines(desk, width, paint),
    ...prose(text, width).map((line) => lineOf(`${margin}${paint.strong(line)}`)),
  ]
}

/** Whose turn it is, where several sit at the table. */
function turnLines({ round, interview, mode }: Desk, width: number, paint: Paint): readonly Line[] {
  const { seats, turn } = round
  if (seats.length === 1) return []
  const question = current(interview)
  const text =
    mode.type === 'difference' && question !== null
      ? differenceTitle(question)
      : `› ${seats[turn]?.name ?? ''}`
  return [lineOf(`${margin}${paint.accent(brief(text, width))}`)]
}

function bodyFor(desk: Desk, width: number, paint: Paint): Body {
  const { interview, mode } = desk
  const question = current(interview)
  if (mode.type === 'review') return reviewBody(interview, mode, width, paint)
  if (mode.type === 'jump') return jumpBody(interview, mode, width, paint)
  if (question === null) return bodyOf([])
  if (mode.type === 'difference') return differenceBody(desk.round, question, width, paint)
  if (mode.type === 'options') return optionsBody(interview, question, mode, width, paint)
  if (mode.type === 'guidance') return guidanceBody(desk, mode.page, paint)
  return typedBody(question, mode, width, paint) ?? bodyOf([])
}

function guidanceBody(desk: Desk, page: number, paint: Paint): Body {
  const pages = pagesOf(desk)
  const lines = pages[Math.min(page, pages.length - 1)] ?? []
  return bodyOf(
    lines.map(({ text, heading }) => lineOf(`${margin}${heading ? paint.strong(text) : text}`)),
  )
}

/** The state of an entry that shows in no option, and the note. */
function noteLines({ round, interview, mode }: Desk, width: number, paint: Paint): readonly Line[] {
  const question = current(interview)
  const hasNote = mode.type === 'options' || mode.type === 'commands' || mode.type === 'field'
  if (question === null || !hasNote) return []
  const entry = entryOf(interview, question.id)
  return [
    ...(entry === null || entry.state === 'answered' ? [] : [stateText(question, entry)]),
    ...(entry === null || entry.note === null ? [] : [`Note: ${entry.note}`]),
    ...othersSaid(round, question.id).map(
      ({ name, entry: other }) => `${name}: ${entryText(question, other)}`,
    ),
  ].map((text) => lineOf(`${margin}${paint.quiet(brief(text, width))}`))
}

function stateText(question: AnyQuestion, entry: NonNullable<ReturnType<typeof entryOf>>): string {
  return `● Your answer: ${entryText(question, entry)}`
}

function messageLines({ message, unsaved }: Desk, width: number, paint: Paint): readonly Line[] {
  const failed = unsaved === null ? [] : [{ text: unsaved, tone: 'warning' as const }]
  const all = message === null ? failed : [...failed, message]
  return all.flatMap(({ text, tone }) =>
    prose(text, width).map((line) =>
      lineOf(`${margin}${tone === 'warning' ? paint.warning(line) : paint.good(line)}`),
    ),
  )
}
