import type { Range } from '../value-builder.ts'
import { type Inline, part } from './inline.ts'
import { fieldNamed } from './lookup.ts'
import type { Field, MapShape } from './shapes.ts'

/** A text that says what it is: `**Owner:** p2`, `Owner: p2`. */
export interface Keyed {
  readonly field: Field
  readonly key: Range
  readonly value: Inline
  /** Where the value begins, in the text that was read. */
  readonly at: number
}

/** What a text holds: plain words, and after them or alone what is written as "key: value". */
export interface Pieces {
  readonly plain: Inline | null
  readonly keyed: readonly Keyed[]
}

/**
 * Takes "Late forecasts; likelihood: 3; owner: p2" apart, also with a line for each, or in brackets at the end. Only keys
 * that are known here count, so a colon or semicolon inside a sentence stays in it.
 */
export function readPieces(inline: Inline, shape: MapShape): Pieces {
  const keyed: Keyed[] = []
  let plain: Inline | null = null
  let open: { readonly found: Keyed; readonly from: number } | null = null
  const close = (end: number) => {
    if (open === null) plain = end > 0 ? nonBlank(part(inline, 0, end)) : null
    else keyed.push({ ...open.found, value: part(inline, open.from, end) })
  }
  for (const { start, end, closing } of stretches(inline)) {
    const found = keyedText(part(inline, start, end), shape)
    if (found === null) continue
    close(closing)
    open = { found, from: start + found.at }
  }
  close(open === null ? inline.text.length : endOf(inline, open))
  return { plain, keyed }
}

/** A text that begins with a known key, or null. */
export function keyedText(inline: Inline, shape: MapShape): Keyed | null {
  const found = keyOf(inline)
  if (found === null) return null
  const key = part(inline, 0, found.end)
  const field = fieldNamed(shape, key.text)
  if (field === null) return null
  return { field, key: key.range, value: part(inline, found.value), at: found.value }
}

const longestKey = 60

/** Where a key ends and its value begins: at a colon, behind bold words and a dash, or in "within 5 days". */
function keyOf(inline: Inline): { readonly end: number; readonly value: number } | null {
  const time = /^(within|until|by)\s+(?=\d)/i.exec(inline.mask)
  if (time !== null) return { end: time[1]?.length ?? 0, value: time[0].length }
  const colon = inline.mask.slice(0, longestKey + 1).indexOf(':')
  const bold = inline.style.length - inline.style.replace(/^b+/, '').length
  if (bold > 0 && (colon === -1 || colon >= bold)) {
    const after = /^\s*[:–—-]\s*|^\s+/.exec(inline.mask.slice(bold))?.[0].length ?? 0
    if (after > 0 || bold === inline.text.length) return { end: bold, value: bold + after }
  }
  return colon < 1 ? null : { end: colon, value: colon + 1 }
}

interface Stretch {
  readonly start: number
  readonly end: number
  /** Where what stands before it ends. */
  readonly closing: number
}

/** The places where a "key: value" could stand. */
function stretches(inline: Inline): readonly Stretch[] {
  const found: Stretch[] = []
  const { mask } = inline
  const bracket = bracketAtEnd(mask)
  let start = 0
  let closing = 0
  for (let at = 0; at <= mask.length; at++) {
    const inBracket = bracket !== -1 && at > bracket
    const ends =
      at === mask.length ||
      at === bracket ||
      separators.has(mask.charAt(at)) ||
      (mask.charAt(at) === '.' && /\s/.test(mask.charAt(at + 1))) ||
      (inBracket && mask.charAt(at) === ',')
    if (!ends) continue
    while (start < at && /\s/.test(mask.charAt(start))) start++
    found.push({ start, end: at === mask.length && bracket !== -1 ? at - 1 : at, closing })
    start = at + 1
    closing = at
  }
  return found
}

const separators = new Set([';', '\n', '\r', '|', '·', '•'])

/** Where a last bracket opens that nothing follows. */
function bracketAtEnd(mask: string): number {
  if (!mask.endsWith(')')) return -1
  const open = mask.lastIndexOf('(')
  return open > 0 ? open : -1
}

/** A bracket around the last one belongs to neither. */
function endOf(inline: Inline, { from }: { readonly from: number }): number {
  const bracket = bracketAtEnd(inline.mask)
  return bracket !== -1 && from > bracket ? inline.text.length - 1 : inline.text.length
}

function nonBlank(inline: Inline): Inline | null {
  return inline.text === '' ? null : inline
}
