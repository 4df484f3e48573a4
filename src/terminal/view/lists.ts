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
import type { JumpMode, ScreenMode } from '../keys/screen-state.ts'
import { describeNote, formatEntryText, getEntryMark } from './entry-text.ts'
import { createBody, createListBody, type ScreenBody } from './screen.ts'
import {
  blankLine,
  type Canvas,
  type ScreenLine,
  shorten,
  toLine,
  toLines,
  wrapItem,
  wrapProse,
} from './screen-line.ts'
import { measureText } from './text-width.ts'

/** How many questions are answered and left, in one sentence, and what Enter does next. */
export function describeReview(interview: Interview): string {
  const { answered, skipped, unanswered, ...rest } = countStates(interview)
  const counts = [answered, skipped, unanswered, ...Object.values(rest)]
  return sayInterview({
    say: 'review-counts',
    answered,
    total: counts.reduce((sum, count) => sum + count, 0),
    dontKnow: rest['dont-know'],
    notApplicable: rest['not-applicable'],
    skipped,
    missing: unanswered,
    missingProfile: listMissing(interview).length - unanswered,
  })
}

/** What is unanswered, then every answer, by section. The selected one is whole. */
export function buildReviewBody(
  round: Round,
  { cursor }: Extract<ScreenMode, { type: 'review' }>,
  canvas: Canvas,
): ScreenBody {
  const { open, bySection } = getReviewTargets(getInterview(round))
  let place = 0
  const listItem = (item: SectionItem): readonly ScreenLine[] => {
    const note = describeNote(round, item.entry)
    return [
      ...buildItemLines(item, place++ === cursor, canvas),
      ...(note === null ? [] : [buildItemNote(note, canvas)]),
    ]
  }
  const heading = (title: string) => toLine(canvas.paint.strong(shorten(title, canvas.width)))
  const groups = [
    ...(open.length === 0
      ? []
      : [{ title: sayInterview({ say: 'unanswered', number: open.length }), items: open }]),
    ...bySection.map((section) => ({ title: getSectionTitle(section), items: section.items })),
  ]
  const items = groups.flatMap(({ title, items }, index) => [
    [...(index === 0 ? [] : [blankLine]), heading(title)],
    ...items.map(listItem),
  ])
  const here = findItemPlace(
    groups.map(({ items }) => items.length),
    cursor ?? -1,
  )
  return createListBody(items, here, { scrolls: true })
}

/** The place of an item in a list of groups, each with its heading above it. */
function findItemPlace(sizes: readonly number[], at: number): number {
  if (at < 0) return 0
  let before = 0
  let headings = 1
  for (const size of sizes) {
    if (at < before + size) break
    before += size
    headings += 1
  }
  return at + headings
}

/** The sections and questions to jump to, each whole; where a search finds none, that it found nothing. */
export function buildJumpBody(
  interview: Interview,
  { cursor, field }: JumpMode,
  canvas: Canvas,
): ScreenBody {
  const { width, paint } = canvas
  const search = field?.line ?? ''
  const targets = listJumpTargets(interview, search)
  if (targets.length === 0) {
    const none = sayInterview({ say: 'nothing-found', search })
    return createBody(toLines(wrapProse(none, width), paint.quiet))
  }
  const open = new Set(listMissing(interview))
  const items = targets.map(({ section, item }, index) => {
    const here = index === cursor
    if (item !== null) return wrapItemAsk(item, here, canvas)
    const done = section.items.filter(({ question }) => !open.has(question.id)).length
    const count = sayInterview({ say: 'position', at: done, total: section.items.length })
    const lead = `${here ? cursorMark : ' '} `
    const title = `${getSectionTitle(section)}  ${count}`
    return toLines(wrapItem(lead, title, width), here ? paint.accent : paint.strong)
  })
  return createListBody(items, cursor, { scrolls: true })
}

const cursorMark = '›'

export function getSectionTitle({ dimension }: InterviewSection): string {
  return dimension?.title ?? sayInterview({ say: 'background' })
}

/** Under the question that it belongs to. */
function buildItemNote(note: InterviewText, { width, paint }: Canvas): ScreenLine {
  return toLine(paint.quiet(`    ${shorten(sayInterview(note), width - 4)}`))
}

/** The question on the left, its answer on the right; on a narrow screen, and where the cursor is, below the question. */
function buildItemLines(item: SectionItem, here: boolean, canvas: Canvas): readonly ScreenLine[] {
  const { question, entry } = item
  const { width, paint } = canvas
  const lead = formatItemLead(item, here)
  const answer = formatEntryText(question, entry)
  const indent = ' '.repeat(lead.length)
  if (here) {
    return [
      ...wrapItemAsk(item, here, canvas),
      ...toLines(wrapItem(indent, answer, width), paint.accent),
    ]
  }
  const room = width - lead.length
  if (width < narrow) {
    const ask = toLine(`${lead}${shorten(question.ask, room)}`)
    return [ask, toLine(`${indent}${paint.quiet(shorten(answer, room))}`)]
  }
  const right = Math.floor(room * 0.4)
  const left = room - right - 2
  const ask = shorten(question.ask, left)
  const gap = ' '.repeat(left - measureText(ask) + 2)
  return [toLine(`${lead}${ask}${gap}${paint.quiet(shorten(answer, right))}`)]
}

/** Where there are fewer columns than this, two texts side by side would both be cut too short. */
const narrow = 60

/** The whole question, with its state. */
function wrapItemAsk(
  item: SectionItem,
  here: boolean,
  { width, paint }: Canvas,
): readonly ScreenLine[] {
  const lines = wrapItem(formatItemLead(item, here), item.question.ask, width)
  return toLines(lines, here ? paint.accent : undefined)
}

function formatItemLead({ entry }: SectionItem, here: boolean): string {
  return `${here ? cursorMark : ' '} ${getEntryMark(entry)} `
}
