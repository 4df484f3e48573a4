import {
  countStates,
  getInterview,
  getReviewTargets,
  type InterviewSection,
  listJumpTargets,
  type SectionItem,
} from '../../interview/round.ts'
import { type Interview, listMissing, type Round } from '../../interview/state.ts'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { ScreenMode } from '../keys/screen-state.ts'
import { describeNote, formatEntryText, getEntryMark } from './entry-text.ts'
import { createBody, type ScreenBody } from './screen.ts'
import {
  blankLine,
  type Canvas,
  type ScreenLine,
  type ScreenPaint,
  shorten,
  toLine,
} from './screen-line.ts'
import { measureText } from './text-width.ts'

/** How many questions are answered and left, in one sentence, and what Enter does next. */
export function describeReview(interview: Interview): string {
  const { answered, skipped, ...rest } = countStates(interview)
  return sayInterview({
    say: 'review-counts',
    answered,
    dontKnow: rest['dont-know'],
    notApplicable: rest['not-applicable'],
    skipped,
    missing: listMissing(interview).length,
  })
}

/** What is unanswered, then every answer, by section. */
export function buildReviewBody(
  round: Round,
  { cursor }: Extract<ScreenMode, { type: 'review' }>,
  canvas: Canvas,
): ScreenBody {
  const { open, bySection } = getReviewTargets(getInterview(round))
  let place = 0
  const listRows = (item: SectionItem): readonly ListRow[] => {
    const here = place++ === cursor
    const note = describeNote(round, item.entry)
    return [
      { line: buildItemLine(item, here, canvas), here },
      ...(note === null ? [] : [{ line: buildItemNote(note, canvas), here: false }]),
    ]
  }
  const rows = [
    ...(open.length === 0
      ? []
      : [
          createHeadingRow(sayInterview({ say: 'unanswered', number: open.length }), canvas.paint),
          ...open.flatMap(listRows),
        ]),
    ...bySection.flatMap((section, index) => [
      ...(index === 0 && open.length === 0 ? [] : [{ line: blankLine, here: false }]),
      createHeadingRow(shorten(getSectionTitle(section), canvas.width), canvas.paint),
      ...section.items.flatMap(listRows),
    ]),
  ]
  const focus = Math.max(
    rows.findIndex(({ here }) => here),
    0,
  )
  const lines = rows.map(({ line }) => line)
  return createBody(lines, { focus, shortFocus: focus, scrolls: true })
}

interface ListRow {
  readonly line: ScreenLine
  readonly here: boolean
}

/** The sections and questions to jump to. */
export function buildJumpBody(
  interview: Interview,
  { cursor }: Extract<ScreenMode, { type: 'jump' }>,
  canvas: Canvas,
): ScreenBody {
  const open = new Set(listMissing(interview))
  const lines = listJumpTargets(interview).map(({ section, item }, index) => {
    if (item !== null) return buildItemLine(item, index === cursor, canvas)
    const done = section.items.filter(({ question }) => !open.has(question.id)).length
    const count = sayInterview({ say: 'position', at: done, total: section.items.length })
    const title = shorten(getSectionTitle(section), canvas.width - count.length - 6)
    const text = `${index === cursor ? cursorMark : ' '} ${title}  ${count}`
    return toLine(index === cursor ? canvas.paint.accent(text) : canvas.paint.strong(text))
  })
  return createBody(lines, { focus: cursor, shortFocus: cursor, scrolls: true })
}

const cursorMark = '›'

export function getSectionTitle({ dimension }: InterviewSection): string {
  return dimension?.title ?? sayInterview({ say: 'background' })
}

function createHeadingRow(title: string, paint: ScreenPaint): ListRow {
  return { line: toLine(paint.strong(title)), here: false }
}

/** Under the question that it belongs to. */
function buildItemNote(note: InterviewText, { width, paint }: Canvas): ScreenLine {
  return toLine(paint.quiet(`    ${shorten(sayInterview(note), width - 4)}`))
}

/** The question on the left, its answer on the right. */
function buildItemLine(
  { question, entry }: SectionItem,
  here: boolean,
  canvas: Canvas,
): ScreenLine {
  const lead = `${here ? cursorMark : ' '} ${getEntryMark(entry)} `
  const right = Math.floor((canvas.width - lead.length) * 0.4)
  const left = canvas.width - lead.length - right - 2
  const ask = shorten(question.ask, left)
  const answer = shorten(formatEntryText(question, entry), right)
  const gap = ' '.repeat(left - measureText(ask) + 2)
  const strong = here ? canvas.paint.accent : keepUnpainted
  const quiet = here ? canvas.paint.accent : canvas.paint.quiet
  return toLine(`${strong(`${lead}${ask}`)}${gap}${quiet(answer)}`)
}

function keepUnpainted(text: string): string {
  return text
}
