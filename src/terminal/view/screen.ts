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
  /** The line that has to stay visible when there is no room for all. */
  readonly focus: number
  /** The same with every option on one line. */
  readonly short: readonly ScreenLine[]
  readonly shortFocus: number
  /** A list that scrolls: it takes the room there is. */
  readonly scrolls: boolean
}

export function createBody(
  lines: readonly ScreenLine[],
  more: Partial<ScreenBody> = {},
): ScreenBody {
  return { lines, focus: 0, short: lines, shortFocus: 0, scrolls: false, ...more }
}

/** Taller windows keep the screen of this many lines: the hints stay near the question. */
const maxScreenRows = 24

/** The whole screen, in at most `height` lines. Blank lines give way first, then hints, then the longer lines of options. */
export function arrangeScreen(parts: ScreenParts, height: number): readonly ScreenLine[] {
  const room = Math.max(Math.min(height, maxScreenRows), 3)
  return (
    arrangeSpacious(parts, parts.hints, room) ??
    arrangeSpacious(parts, parts.shortHints, room) ??
    arrangeCompact(parts, parts.body, room) ??
    arrangeCompact(parts, { ...parts.body, lines: parts.body.short }, room) ??
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
  return room < Math.min(body.lines.length, 8)
    ? null
    : sliceAroundFocus(body.lines, body.focus, room)
}

function arrangeCompact(
  parts: ScreenParts,
  body: ScreenBody,
  room: number,
): readonly ScreenLine[] | null {
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
  const { short, shortFocus } = parts.body
  const below = [...parts.message.slice(0, 2), ...parts.shortHints.slice(0, 1)]
  const left = Math.max(room - 1 - below.length, 2)
  const least = Math.min(short.length, Math.max(Math.floor(left / 2), 1))
  const ask = cutLines(parts.ask, Math.max(left - least, 1))
  const body = sliceAroundFocus(short, shortFocus, left - ask.length)
  const note = parts.note.slice(0, Math.max(left - ask.length - body.length, 0))
  const used = 1 + ask.length + body.length + note.length + below.length
  const air = Array.from({ length: Math.max(room - used, 0) }, () => blankLine)
  return [parts.header, ...ask, ...body, ...note.slice(0, 1), ...air, ...below]
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

/** The part of a list around its focus; arrows mark what is cut off. */
function sliceAroundFocus(
  lines: readonly ScreenLine[],
  focus: number,
  room: number,
): readonly ScreenLine[] {
  if (lines.length <= room) return lines
  if (room < 3) return lines.slice(Math.min(focus, lines.length - room)).slice(0, Math.max(room, 0))
  const start = Math.min(Math.max(focus - Math.floor(room / 2), 0), lines.length - room)
  const seen = lines.slice(start, start + room)
  const above = start === 0 ? seen : seen.with(0, toLine(sayInterview({ say: 'scroll-up' })))
  return start + room === lines.length
    ? above
    : above.with(-1, toLine(sayInterview({ say: 'scroll-down' })))
}
