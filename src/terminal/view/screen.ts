import { blank, type Line, lineOf } from './line.ts'

/** The parts of a screen, already wrapped; `arrange` makes them a screen of a given height. */
export interface Parts {
  readonly header: Line
  readonly bar: Line
  readonly ask: readonly Line[]
  readonly body: Body
  readonly note: readonly Line[]
  readonly message: readonly Line[]
  readonly hints: readonly Line[]
  readonly fewHints: readonly Line[]
}

export interface Body {
  readonly lines: readonly Line[]
  /** The line that has to stay in sight when not all of them do. */
  readonly focus: number
  /** The same with every option on one line. */
  readonly short: readonly Line[]
  readonly shortFocus: number
  /** A list to scroll in: it takes the room there is. */
  readonly scrolls: boolean
}

export function bodyOf(lines: readonly Line[], more: Partial<Body> = {}): Body {
  return { lines, focus: 0, short: lines, shortFocus: 0, scrolls: false, ...more }
}

/** Taller windows keep the screen of this many lines: the hints stay near the question. */
const tallest = 24

/** Exactly what there is to draw, in at most `height` lines: air goes first, then hints, then what the options look like. */
export function arrange(parts: Parts, height: number): readonly Line[] {
  const room = Math.max(Math.min(height, tallest), 3)
  return (
    airy(parts, parts.hints, room) ??
    airy(parts, parts.fewHints, room) ??
    snug(parts, parts.body, room) ??
    snug(parts, { ...parts.body, lines: parts.body.short }, room) ??
    tight(parts, room)
  ).slice(0, room)
}

function airy(parts: Parts, hints: readonly Line[], room: number): readonly Line[] | null {
  const { body, note, message } = parts
  const above = [blank, parts.header, parts.bar, blank, ...followed(parts.ask)]
  const below = [...spaced(note), ...spaced(message), blank, ...hints]
  const left = room - above.length - below.length
  const lines = body.scrolls ? scrolled(body, left) : body.lines
  if (lines === null || lines.length > left) return null
  const air = Array.from({ length: left - lines.length }, () => blank)
  return [...above, ...lines, ...spaced(note), ...air, ...spaced(message), blank, ...hints]
}

/** A scrolling list is content with less than it has, unless that is hardly anything. */
function scrolled(body: Body, room: number): readonly Line[] | null {
  return room < Math.min(body.lines.length, 8) ? null : windowed(body.lines, body.focus, room)
}

function snug(parts: Parts, own: Body, room: number): readonly Line[] | null {
  const above = [parts.header, blank, ...followed(parts.ask)]
  const below = [...parts.note.slice(0, 1), ...parts.message, ...parts.fewHints]
  const left = room - above.length - below.length
  const lines = own.scrolls ? scrolled(own, left) : own.lines
  if (lines === null || lines.length > left) return null
  const air = Array.from({ length: left - lines.length }, () => blank)
  return [...above, ...lines, ...air, ...below]
}

/** What cannot be left out, with a window on the options. */
function tight(parts: Parts, room: number): readonly Line[] {
  const { short, shortFocus } = parts.body
  const below = [...parts.message.slice(0, 2), ...parts.fewHints.slice(0, 1)]
  const left = Math.max(room - 1 - below.length, 2)
  const least = Math.min(short.length, Math.max(Math.floor(left / 2), 1))
  const ask = cutLines(parts.ask, Math.max(left - least, 1))
  const body = windowed(short, shortFocus, left - ask.length)
  const note = parts.note.slice(0, Math.max(left - ask.length - body.length, 0))
  const used = 1 + ask.length + body.length + note.length + below.length
  const air = Array.from({ length: Math.max(room - used, 0) }, () => blank)
  return [parts.header, ...ask, ...body, ...note.slice(0, 1), ...air, ...below]
}

function spaced(lines: readonly Line[]): readonly Line[] {
  return lines.length === 0 ? [] : [blank, ...lines]
}

function followed(lines: readonly Line[]): readonly Line[] {
  return lines.length === 0 ? [] : [...lines, blank]
}

function cutLines(lines: readonly Line[], most: number): readonly Line[] {
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  return kept.with(-1, lineOf(`${kept.at(-1)?.text.replace(/.{0,3}$/u, '') ?? ''} …`))
}

/** The part of a list around its focus; arrows stand for what is out of sight. */
export function windowed(lines: readonly Line[], focus: number, room: number): readonly Line[] {
  if (lines.length <= room) return lines
  if (room < 3) return lines.slice(Math.min(focus, lines.length - room)).slice(0, Math.max(room, 0))
  const start = Math.min(Math.max(focus - Math.floor(room / 2), 0), lines.length - room)
  const seen = lines.slice(start, start + room)
  const above = start === 0 ? seen : seen.with(0, lineOf('  ↑ more'))
  return start + room === lines.length ? above : above.with(-1, lineOf('  ↓ more'))
}
