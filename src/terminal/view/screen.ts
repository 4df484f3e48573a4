import { sayInterview } from '../../words/say-interview.ts'
import { blankLine, type ScreenLine, toLine } from './screen-line.ts'

/** The parts of a screen, already wrapped; `arrangeScreen` fits them to a height. */
interface ScreenParts {
  readonly header: ScreenLine
  readonly bar: ScreenLine
  readonly ask: readonly ScreenLine[]
  readonly body: ScreenBody
  readonly note: readonly ScreenLine[]
  readonly message: readonly ScreenLine[]
  readonly hints: readonly ScreenLine[]
  readonly shortHints: readonly ScreenLine[]
}

export interface ScreenBody {
  readonly lines: readonly ScreenLine[]
  /** The first line that has to stay visible when there is no room for all, and how many with it. */
  readonly focus: number
  readonly focusLines: number
  /** A list that scrolls: it takes the room there is. */
  readonly scrolls: boolean
}

export function createBody(
  lines: readonly ScreenLine[],
  more: Partial<ScreenBody> = {},
): ScreenBody {
  return { lines, focus: 0, focusLines: 1, scrolls: false, ...more }
}

/** Items of one line or several, of which one (or none: -1) has to stay whole. */
export function createListBody(
  items: readonly (readonly ScreenLine[])[],
  here: number,
  more: Partial<ScreenBody> = {},
): ScreenBody {
  const focus = items.slice(0, Math.max(here, 0)).flat().length
  const focusLines = Math.max(items[Math.max(here, 0)]?.length ?? 1, 1)
  return createBody(items.flat(), { focus, focusLines, ...more })
}

/** Taller windows keep the screen of this many lines: the hints stay near the question. */
const maxScreenRows = 24

/**
 * The whole screen, in at most `height` lines. Blank lines give way first, then the meanings of the keys, then the options
 * that are far from the selected one, then the end of the question. What is selected stays whole.
 */
export function arrangeScreen(parts: ScreenParts, height: number): readonly ScreenLine[] {
  const room = Math.max(Math.min(height, maxScreenRows), 3)
  return (
    arrangeSpacious(parts, parts.hints, room) ??
    arrangeSpacious(parts, parts.shortHints, room) ??
    arrangeCompact(parts, room) ??
    arrangeMinimal(parts, room)
  ).slice(0, room)
}

function arrangeSpacious(
  parts: ScreenParts,
  hints: readonly ScreenLine[],
  room: number,
): readonly ScreenLine[] | null {
  const { body, note, message } = parts
  const above = [blankLine, parts.header, parts.bar, blankLine, ...addBlankAfter(parts.ask)]
  const below = [...addBlankBefore(note), ...addBlankBefore(message), blankLine, ...hints]
  const left = room - above.length - below.length
  const lines = body.scrolls ? scrollBody(body, left) : body.lines
  if (lines === null || lines.length > left) return null
  const air = Array.from({ length: left - lines.length }, () => blankLine)
  return [
    ...above,
    ...lines,
    ...addBlankBefore(note),
    ...air,
    ...addBlankBefore(message),
    blankLine,
    ...hints,
  ]
}

/** A scrolling list is cut to the room there is; null when that is too little to be useful. */
function scrollBody(body: ScreenBody, room: number): readonly ScreenLine[] | null {
  return room < Math.min(body.lines.length, 8) ? null : sliceAroundFocus(body, room)
}

function arrangeCompact(parts: ScreenParts, room: number): readonly ScreenLine[] | null {
  const { body } = parts
  const above = [parts.header, blankLine, ...addBlankAfter(parts.ask)]
  const below = [...parts.note.slice(0, 1), ...parts.message, ...parts.shortHints]
  const left = room - above.length - below.length
  const lines = body.scrolls ? scrollBody(body, left) : body.lines
  if (lines === null || lines.length > left) return null
  const air = Array.from({ length: left - lines.length }, () => blankLine)
  return [...above, ...lines, ...air, ...below]
}

/** Only what cannot be left out, with some of the options. */
function arrangeMinimal(parts: ScreenParts, room: number): readonly ScreenLine[] {
  const { lines } = parts.body
  const hints = parts.shortHints.slice(0, room < 8 ? 1 : 2)
  const below = [...parts.message.slice(0, 2), ...hints]
  const left = Math.max(room - 1 - below.length, 2)
  const least = Math.min(lines.length, Math.max(Math.floor(left / 2), countFocusRows(parts.body)))
  const ask = cutLines(parts.ask, Math.max(left - least, 1))
  const body = sliceAroundFocus(parts.body, left - ask.length)
  const note = parts.note.slice(0, Math.max(left - ask.length - body.length, 0))
  const used = 1 + ask.length + body.length + note.length + below.length
  const air = Array.from({ length: Math.max(room - used, 0) }, () => blankLine)
  return [parts.header, ...ask, ...body, ...note.slice(0, 1), ...air, ...below]
}

/** How many rows a scrolled list needs to show what is in focus, and that there is more above and below it. */
function countFocusRows({ lines, focus, focusLines }: ScreenBody): number {
  return focusLines + (focus > 0 ? 1 : 0) + (focus + focusLines < lines.length ? 1 : 0)
}

function addBlankBefore(lines: readonly ScreenLine[]): readonly ScreenLine[] {
  return lines.length === 0 ? [] : [blankLine, ...lines]
}

function addBlankAfter(lines: readonly ScreenLine[]): readonly ScreenLine[] {
  return lines.length === 0 ? [] : [...lines, blankLine]
}

function cutLines(lines: readonly ScreenLine[], most: number): readonly ScreenLine[] {
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const text = `${kept.at(-1)?.text.replace(/.{0,3}$/u, '') ?? ''} …`
  return kept.with(-1, { text, caret: null })
}

/** The part of a list around its focus; arrows mark what is cut off, but never in the place of what is in focus. */
function sliceAroundFocus(body: ScreenBody, room: number): readonly ScreenLine[] {
  const { lines, focus, focusLines } = body
  if (lines.length <= room) return lines
  const end = focus + focusLines
  const middle = focus + Math.floor((focusLines - room) / 2)
  const wanted =
    countFocusRows(body) > room ? focus : Math.min(Math.max(middle, end + 1 - room), focus - 1)
  const start = Math.min(Math.max(wanted, 0), lines.length - Math.max(room, 0))
  const seen = lines.slice(start, start + Math.max(room, 0))
  const last = start + seen.length
  return seen.map((line, index) => {
    const at = start + index
    if (at >= focus && at < end) return line
    if (index === 0 && start > 0) return toLine(sayInterview({ say: 'scroll-up' }))
    const isLast = at === last - 1 && last < lines.length
    return isLast ? toLine(sayInterview({ say: 'scroll-down' })) : line
  })
}
