import {
  type AnyQuestion,
  findCurrentQuestion,
  findEntry,
} from '../../interview/asked-questions.ts'
import { listOtherAnswers } from '../../interview/round.ts'
import type { ScreenState } from '../keys/screen-state.ts'
import { buildDifferenceBody, describePartnerDifference } from './difference.ts'
import { formatEntryText } from './entry-text.ts'
import { buildGuidancePages } from './guidance.ts'
import { buildHeader, buildProgressBar } from './header.ts'
import { buildHintLines, buildShortHintLines, listHints } from './hints.ts'
import { buildJumpBody, buildReviewBody, describeReview } from './lists.ts'
import { buildOptionsBody } from './options-view.ts'
import type { ScreenPaint } from './paint.ts'
import { arrangeScreen, createScreenBody, type ScreenBody } from './screen.ts'
import {
  getInnerWidth,
  leftMargin,
  type ScreenLine,
  shortenToLine,
  toScreenLine,
  wrapProse,
} from './screen-line.ts'
import { buildTypedBody } from './typed-view.ts'

/** What Inquirer is to draw: down to the line with the cursor, and below it. */
export interface DrawnScreen {
  readonly content: string
  readonly below: string
  /** The cursor's column in the last line of `content`; null where nothing is typed and it is hidden. */
  readonly caret: number | null
}

/** One screen, in at most `rows - 1` lines of at most `columns` columns. */
export function drawScreen(desk: ScreenState, paint: ScreenPaint): DrawnScreen {
  const lines = arrangeScreen(buildScreenParts(desk, paint), desk.size.rows - 1)
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

function buildScreenParts(desk: ScreenState, paint: ScreenPaint) {
  const { interview, size } = desk
  const width = getInnerWidth(size.columns)
  const hints = listHints(desk)
  return {
    header: buildHeader(desk, width, paint),
    bar: buildProgressBar(interview, width, paint),
    ask: buildAskLines(desk, width, paint),
    body: buildBody(desk, width, paint),
    note: buildNoteLines(desk, width, paint),
    message: buildMessageLines(desk, width, paint),
    hints: buildHintLines(hints, size.columns, paint),
    shortHints: buildShortHintLines(hints, size.columns, paint),
  }
}

function buildAskLines(
  desk: ScreenState,
  width: number,
  paint: ScreenPaint,
): readonly ScreenLine[] {
  const { interview, mode } = desk
  if (mode.type === 'guidance') return []
  if (mode.type === 'jump') return [toScreenLine(`${leftMargin}Where do you want to go?`)]
  const question = findCurrentQuestion(interview)
  const text = question === null ? describeReview(interview) : question.ask
  return [
    ...buildTurnLines(desk, width, paint),
    ...wrapProse(text, width).map((line) => toScreenLine(`${leftMargin}${paint.strong(line)}`)),
  ]
}

/** Whose turn it is, where several sit at the table. */
function buildTurnLines(
  { round, interview, mode }: ScreenState,
  width: number,
  paint: ScreenPaint,
): readonly ScreenLine[] {
  const { seats, turn } = round
  if (seats.length === 1) return []
  const question = findCurrentQuestion(interview)
  const text =
    mode.type === 'difference' && question !== null
      ? describePartnerDifference(question)
      : `› ${seats[turn]?.name ?? ''}`
  return [toScreenLine(`${leftMargin}${paint.accent(shortenToLine(text, width))}`)]
}

function buildBody(desk: ScreenState, width: number, paint: ScreenPaint): ScreenBody {
  const { interview, mode } = desk
  const question = findCurrentQuestion(interview)
  if (mode.type === 'review') return buildReviewBody(interview, mode, width, paint)
  if (mode.type === 'jump') return buildJumpBody(interview, mode, width, paint)
  if (question === null) return createScreenBody([])
  if (mode.type === 'difference') return buildDifferenceBody(desk.round, question, width, paint)
  if (mode.type === 'options') return buildOptionsBody(interview, question, mode, width, paint)
  if (mode.type === 'guidance') return buildGuidanceBody(desk, mode.page, paint)
  return buildTypedBody(question, mode, width, paint) ?? createScreenBody([])
}

function buildGuidanceBody(desk: ScreenState, page: number, paint: ScreenPaint): ScreenBody {
  const pages = buildGuidancePages(desk)
  const lines = pages[Math.min(page, pages.length - 1)] ?? []
  return createScreenBody(
    lines.map(({ text, heading }) =>
      toScreenLine(`${leftMargin}${heading ? paint.strong(text) : text}`),
    ),
  )
}

/** The state of an entry that shows in no option, and the note. */
function buildNoteLines(
  { round, interview, mode }: ScreenState,
  width: number,
  paint: ScreenPaint,
): readonly ScreenLine[] {
  const question = findCurrentQuestion(interview)
  const hasNote = mode.type === 'options' || mode.type === 'commands' || mode.type === 'field'
  if (question === null || !hasNote) return []
  const entry = findEntry(interview, question.id)
  return [
    ...(entry === null || entry.state === 'answered' ? [] : [formatEntryState(question, entry)]),
    ...(entry === null || entry.note === null ? [] : [`Note: ${entry.note}`]),
    ...listOtherAnswers(round, question.id).map(
      ({ name, entry: other }) => `${name}: ${formatEntryText(question, other)}`,
    ),
  ].map((text) => toScreenLine(`${leftMargin}${paint.quiet(shortenToLine(text, width))}`))
}

function formatEntryState(
  question: AnyQuestion,
  entry: NonNullable<ReturnType<typeof findEntry>>,
): string {
  return `● Your answer: ${formatEntryText(question, entry)}`
}

function buildMessageLines(
  { message, unsaved }: ScreenState,
  width: number,
  paint: ScreenPaint,
): readonly ScreenLine[] {
  const failed = unsaved === null ? [] : [{ text: unsaved, tone: 'warning' as const }]
  const all = message === null ? failed : [...failed, message]
  return all.flatMap(({ text, tone }) =>
    wrapProse(text, width).map((line) =>
      toScreenLine(`${leftMargin}${tone === 'warning' ? paint.warning(line) : paint.good(line)}`),
    ),
  )
}
