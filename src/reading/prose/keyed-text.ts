import type { TextRange } from '../lines.ts'
import { type Inline, sliceInline } from '../markdown/inline.ts'
import { looksKeyed } from './looks.ts'

/** A text that says what it is: `**Owner:** p2`, `Owner: p2`. `found` is what the key means. */
interface KeyedValue<T> {
  readonly found: T
  readonly key: TextRange
  readonly value: Inline
}

/** What a text holds: plain words, and after them or alone what is written as "key: value". */
export interface KeyedText<T> {
  readonly plain: Inline | null
  readonly keyed: readonly KeyedValue<T>[]
}

/**
 * Takes "Late forecasts; likelihood: 3; owner: p2" apart. Only keys that `find` knows count, so a colon inside a sentence stays in
 * it.
 */
export function parseKeyedText<T>(inline: Inline, find: (name: string) => T | null): KeyedText<T> {
  const keyed: KeyedValue<T>[] = []
  let plain: Inline | null = null
  let open: { readonly found: T | null; readonly key: TextRange; readonly from: number } | null =
    null
  const close = (end: number) => {
    if (open === null) plain = end > 0 ? dropBlank(sliceInline(inline, 0, end)) : null
    else if (open.found !== null) {
      const full = /^[.:]\s/.test(inline.mask.slice(open.from, open.from + 2)) ? 1 : 0
      const value = sliceInline(inline, open.from + full, end)
      keyed.push({ found: open.found, key: open.key, value })
    }
  }
  for (const { start, end, closing } of listStretches(inline)) {
    const piece = sliceInline(inline, start, end)
    const place = findKeyEnd(piece)
    if (place === null) continue
    const key = sliceInline(piece, 0, place.end)
    const found = find(key.text)
    // A key that nobody knows ends the value before it all the same.
    if (found === null && (start === 0 || !looksKeyed(piece.mask))) continue
    close(closing)
    open = { found, key: key.range, from: start + place.value }
  }
  close(open === null ? inline.text.length : findTextEnd(inline, open))
  return { plain, keyed }
}

const maxKeyLength = 60

/** Where a key ends and its value begins: at a colon, behind bold words and a dash, or in "within 5 days". */
function findKeyEnd(inline: Inline): { readonly end: number; readonly value: number } | null {
  const time = /^(within|until|by)\s+(?=\d)/i.exec(inline.mask)
  if (time !== null) return { end: time[1]?.length ?? 0, value: time[0].length }
  const colon = inline.mask.slice(0, maxKeyLength + 1).indexOf(':')
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
function listStretches(inline: Inline): readonly Stretch[] {
  const found: Stretch[] = []
  const { mask } = inline
  const bracket = findEndBracket(mask)
  let start = 0
  let closing = 0
  for (let at = 0; at <= mask.length; at++) {
    const inBracket = bracket !== -1 && at > bracket
    const ends =
      at === mask.length ||
      at === bracket ||
      separators.has(mask.charAt(at)) ||
      (mask.charAt(at) === '.' && /\s/.test(mask.charAt(at + 1)) && !isNumber(mask, start, at)) ||
      (inBracket && mask.charAt(at) === ',')
    if (!ends) continue
    while (start < at && /\s/.test(mask.charAt(start))) start++
    found.push({ start, end: at === mask.length && bracket !== -1 ? at - 1 : at, closing })
    start = at + 1
    closing = at
  }
  return found
}

/** "3." in front of a key belongs to it. */
function isNumber(mask: string, start: number, end: number): boolean {
  return end - start <= 6 && /^\d+(?:\.\d+)*$/.test(mask.slice(start, end))
}

const separators = new Set([';', '\n', '\r', '|', '·', '•'])

/** Where a last bracket opens that nothing follows. */
function findEndBracket(mask: string): number {
  if (!mask.endsWith(')')) return -1
  const open = mask.lastIndexOf('(')
  return open > 0 ? open : -1
}

/** A bracket around the last one belongs to neither. */
function findTextEnd(inline: Inline, { from }: { readonly from: number }): number {
  const bracket = findEndBracket(inline.mask)
  return bracket !== -1 && from > bracket ? inline.text.length - 1 : inline.text.length
}

function dropBlank(inline: Inline): Inline | null {
  return inline.text === '' ? null : inline
}
