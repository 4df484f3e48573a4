import {
  findCurrentEntry,
  findCurrentQuestion,
  getCurrentInterview,
} from '../../interview/round.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { ScreenState } from '../keys/screen-state.ts'
import {
  buildDifferenceBody,
  describePartnerDifference,
  listOtherAnswerTexts,
} from './difference.ts'
import { formatEntryText } from './entry-text.ts'
import { buildGuidancePages } from './guidance.ts'
import { buildHeader, buildProgressBar } from './header.ts'
import { buildHintLines } from './hints.ts'
import { buildJumpBody, buildReviewBody, describeReview } from './lists.ts'
import { buildOptionsBody } from './options-view.ts'
import type { ScreenPaint } from './paint.ts'
import { arrangeScreen, createScreenBody, type ScreenBody } from './screen.ts'
import {
  type Canvas,
  getInnerWidth,
  type ScreenLine,
  shortenToLine,
  toScreenLine,
  toScreenLines,
  wrapProse,
} from './screen-line.ts'
import { buildTypedBody } from './typed-view.ts'

/** What Inquirer draws: down to the line with the cursor, and below it. */
interface DrawnScreen {
  readonly content: string
  readonly below: string
  /** The cursor's column in the last line of `content`; null where nothing is typed and it is hidden. */
  readonly caret: number | null
}

/** One screen, in at most `rows - 1` lines of at most `columns` columns. */
export function drawScreen(state: ScreenState, paint: ScreenPaint): DrawnScreen {
  const lines = arrangeScreen(buildScreenParts(state, paint), state.size.rows - 1)
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

function buildScreenParts(state: ScreenState, paint: ScreenPaint) {
  const { round, size } = state
  const canvas = { width: getInnerWidth(size.columns), paint }
  return {
    header: buildHeader(state, canvas),
    bar: buildProgressBar(round, canvas),
    ask: buildAskLines(state, canvas),
    body: buildBody(state, canvas),
    note: buildNoteLines(state, canvas),
    message: buildMessageLines(state, canvas),
    ...buildHintLines(state, canvas),
  }
}

function buildAskLines(state: ScreenState, canvas: Canvas): readonly ScreenLine[] {
  const { round, mode } = state
  if (mode.type === 'guidance') return []
  if (mode.type === 'jump') return [toScreenLine(sayInterview({ say: 'where-to' }))]
  const question = findCurrentQuestion(round)
  const text = question === null ? describeReview(getCurrentInterview(round)) : question.ask
  return [
    ...buildTurnLines(state, canvas),
    ...toScreenLines(wrapProse(text, canvas.width), canvas.paint.strong),
  ]
}

/** Whose turn it is, where several sit at the table. */
function buildTurnLines({ round, mode }: ScreenState, canvas: Canvas): readonly ScreenLine[] {
  const { seats, turn } = round
  if (seats.length === 1) return []
  const question = findCurrentQuestion(round)
  const text =
    mode.type === 'difference' && question !== null
      ? describePartnerDifference(question)
      : `› ${seats[turn]?.name ?? ''}`
  return [toScreenLine(canvas.paint.accent(shortenToLine(text, canvas.width)))]
}

function buildBody(state: ScreenState, canvas: Canvas): ScreenBody {
  const { round, mode } = state
  const interview = getCurrentInterview(round)
  const question = findCurrentQuestion(round)
  if (mode.type === 'review') return buildReviewBody(interview, mode, canvas)
  if (mode.type === 'jump') return buildJumpBody(interview, mode, canvas)
  if (question === null) return createScreenBody([])
  if (mode.type === 'difference') return buildDifferenceBody(round, question, canvas)
  if (mode.type === 'options')
    return buildOptionsBody(question, findCurrentEntry(round), mode, canvas)
  if (mode.type === 'guidance') return buildGuidanceBody(state, mode.page, canvas)
  return buildTypedBody(question, mode, canvas) ?? createScreenBody([])
}

function buildGuidanceBody(state: ScreenState, page: number, { paint }: Canvas): ScreenBody {
  const pages = buildGuidancePages(state)
  const lines = pages[Math.min(page, pages.length - 1)] ?? []
  return createScreenBody(
    lines.map(({ text, heading }) => toScreenLine(heading ? paint.strong(text) : text)),
  )
}

/** The state of an entry that no option shows, the note, and the other partners' answers. */
function buildNoteLines({ round, mode }: ScreenState, canvas: Canvas): readonly ScreenLine[] {
  const question = findCurrentQuestion(round)
  const hasNote = mode.type === 'options' || mode.type === 'commands' || mode.type === 'field'
  if (question === null || !hasNote) return []
  const entry = findCurrentEntry(round)
  return [
    ...(entry === null || entry.state === 'answered'
      ? []
      : [`● ${sayInterview({ say: 'your-answer', answer: formatEntryText(question, entry) })}`]),
    ...(entry === null || entry.note === null
      ? []
      : [sayInterview({ say: 'note', note: entry.note })]),
    ...listOtherAnswerTexts(round, question),
  ].map((text) => toScreenLine(canvas.paint.quiet(shortenToLine(text, canvas.width))))
}

function buildMessageLines(
  { message, unsaved }: ScreenState,
  canvas: Canvas,
): readonly ScreenLine[] {
  const failed = unsaved === null ? [] : [{ text: unsaved, tone: 'warning' as const }]
  const all = message === null ? failed : [...failed, message]
  return all.flatMap(({ text, tone }) =>
    toScreenLines(
      wrapProse(sayInterview(text), canvas.width),
      tone === 'warning' ? canvas.paint.warning : canvas.paint.good,
    ),
  )
}
