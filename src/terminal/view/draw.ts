import { listPickedIndexes, type SelectOption } from '../../interview/answer-text.ts'
import { findCurrentEntry, findQuestion, getInterview } from '../../interview/round.ts'
import type { AnyQuestion } from '../../interview/state.ts'
import type { Answer } from '../../model/response.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { Screen, ScreenMode } from '../keys/screen-state.ts'
import { getOptionDigit, listSelectOptions } from '../options.ts'
import {
  buildDifferenceBody,
  describeNote,
  describePartnerDifference,
  formatEntryText,
  listOtherTexts,
} from './entry-text.ts'
import { buildGuidancePages } from './guidance.ts'
import { buildHeader, buildProgressBar } from './header.ts'
import { buildHintLines } from './hints.ts'
import { buildJumpBody, buildReviewBody, describeReview } from './lists.ts'
import { buildNoticePages } from './notice.ts'
import type { PageLine } from './pages.ts'
import { arrangeScreen, createBody, createListBody, type ScreenBody } from './screen.ts'
import {
  type Canvas,
  getInnerWidth,
  type ScreenLine,
  type ScreenPaint,
  shorten,
  toLine,
  toLines,
  wrapItem,
  wrapProse,
} from './screen-line.ts'
import { buildSearchLines, buildTypedBody } from './typed-view.ts'

/** What Inquirer draws: down to the line with the cursor, and below it. */
interface DrawnScreen {
  readonly content: string
  readonly below: string
  /** The cursor's column in the last line of `content`; null where nothing is typed and it is hidden. */
  readonly caret: number | null
}

/** One screen, in at most `rows - 1` lines of at most `columns` columns. */
export function drawScreen(state: Screen, paint: ScreenPaint): DrawnScreen {
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

function buildScreenParts(state: Screen, paint: ScreenPaint) {
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

function buildAskLines(state: Screen, canvas: Canvas): readonly ScreenLine[] {
  const { round, mode } = state
  if (mode.type === 'guidance' || mode.type === 'notice') return []
  if (mode.type === 'jump') return buildSearchLines(mode, canvas)
  const question = findQuestion(round)
  const text = question === null ? describeReview(getInterview(round)) : question.ask
  return [
    ...buildTurnLines(state, canvas),
    ...toLines(wrapProse(text, canvas.width), canvas.paint.strong),
  ]
}

/** Whose turn it is, where several sit at the table. */
function buildTurnLines({ round, mode }: Screen, canvas: Canvas): readonly ScreenLine[] {
  const { seats, turn } = round
  if (seats.length === 1) return []
  const question = findQuestion(round)
  const text =
    mode.type === 'difference' && question !== null
      ? describePartnerDifference(question)
      : `› ${seats[turn]?.name ?? ''}`
  return [toLine(canvas.paint.accent(shorten(text, canvas.width)))]
}

function buildBody(state: Screen, canvas: Canvas): ScreenBody {
  const { round, mode } = state
  const interview = getInterview(round)
  const question = findQuestion(round)
  if (mode.type === 'notice') return buildPageBody(buildNoticePages(state), mode.page, canvas)
  if (mode.type === 'review') return buildReviewBody(round, mode, canvas)
  if (mode.type === 'jump') return buildJumpBody(interview, mode, canvas)
  if (question === null) return createBody([])
  if (mode.type === 'difference') return buildDifferenceBody(round, question, mode.cursor, canvas)
  if (mode.type === 'options')
    return buildOptionsBody(question, findCurrentEntry(round), mode, canvas)
  if (mode.type === 'guidance') return buildPageBody(buildGuidancePages(state), mode.page, canvas)
  return buildTypedBody(question, mode, canvas) ?? createBody([])
}

function buildPageBody(
  pages: readonly (readonly PageLine[])[],
  page: number,
  { paint }: Canvas,
): ScreenBody {
  const lines = pages[Math.min(page, pages.length - 1)] ?? []
  return createBody(lines.map(({ text, heading }) => toLine(heading ? paint.strong(text) : text)))
}

/** The state of an entry that no option shows, the note, and the other partners' answers. */
function buildNoteLines({ round, mode }: Screen, canvas: Canvas): readonly ScreenLine[] {
  const question = findQuestion(round)
  const hasNote = mode.type === 'options' || mode.type === 'commands' || mode.type === 'field'
  if (question === null || !hasNote) return []
  const entry = findCurrentEntry(round)
  const note = describeNote(round, entry)
  return [
    ...(entry === null || entry.state === 'answered'
      ? []
      : [`● ${sayInterview({ say: 'your-answer', answer: formatEntryText(question, entry) })}`]),
    ...(note === null ? [] : [sayInterview(note)]),
    ...listOtherTexts(round, question),
  ].map((text) => toLine(canvas.paint.quiet(shorten(text, canvas.width))))
}

function buildMessageLines({ message, unsaved }: Screen, canvas: Canvas): readonly ScreenLine[] {
  const failed = unsaved === null ? [] : [{ text: unsaved, tone: 'warning' as const }]
  const all = message === null ? failed : [...failed, message]
  return all.flatMap(({ text, tone }) =>
    toLines(
      wrapProse(sayInterview(text), canvas.width),
      tone === 'warning' ? canvas.paint.warning : canvas.paint.good,
    ),
  )
}

/** The options with their digits. `●` marks the earlier answer, `☑` what is selected, `›` where the arrows are. */
function buildOptionsBody(
  { form }: AnyQuestion,
  entry: Answer | null,
  { chosen, cursor }: Extract<ScreenMode, { type: 'options' }>,
  { width, paint }: Canvas,
): ScreenBody {
  const options = listSelectOptions(form) ?? []
  const isSeveral = form.type === 'choices'
  const picked = entry?.state === 'answered' ? listPickedIndexes(options, entry.value) : []
  const rows = options.map((option, index) => {
    const marks: OptionMarks = {
      earlier: !isSeveral && picked.includes(index),
      ticked: isSeveral ? chosen.includes(String(option.value)) : null,
      here: cursor === index,
    }
    const lead = formatOptionLead(marks, getOptionDigit(index, options))
    const title = formatOptionTitle(option, marks)
    return { marks, lines: toLines(wrapItem(lead, title, width), choosePaint(marks, paint)) }
  })
  return createListBody(
    rows.map(({ lines }) => lines),
    cursor ?? rows.findIndex(({ marks }) => marks.earlier),
    { scrolls: options.length > 10 },
  )
}

interface OptionMarks {
  readonly earlier: boolean
  /** Null where only one can be picked. */
  readonly ticked: boolean | null
  readonly here: boolean
}

function formatOptionLead({ here, earlier, ticked }: OptionMarks, digit: string | null): string {
  const tick = ticked === null ? '' : ticked ? '☑ ' : '☐ '
  return `${here ? '›' : ' '}${earlier ? '●' : ' '} ${tick}${digit === null ? '' : `${digit}  `}`
}

/** Ten is picked with `0`, so its number is shown beside it. */
function formatOptionTitle({ title, value }: SelectOption, { earlier }: OptionMarks): string {
  const option = value === 10 ? `(10) ${title}` : title
  return earlier ? sayInterview({ say: 'your-answer-mark', option }) : option
}

function choosePaint({ here, earlier, ticked }: OptionMarks, paint: ScreenPaint) {
  if (here) return paint.accent
  return earlier || ticked === true ? paint.good : (text: string) => text
}
