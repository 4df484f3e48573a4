import type { TextRange } from '../lines.ts'
import { readCharacterReference } from './character-references.ts'

/** A run of text as it reads, without marks and escapes; every sign knows where it stands in the file. */
export interface Inline {
  readonly text: string
  /**
   * As long as `text`, for finding separators: what was escaped or stands in code is no separator (`\0`), a line break
   * of the file is a line feed (a space in `text`), and `<br>` a carriage return (a line feed in `text`).
   */
  readonly mask: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** As long as `text`: `b` where it is bold or italic. */
  readonly style: string
  /** What it was read from. */
  readonly range: TextRange
}

/** A part of it without the space around. */
export function sliceInline(inline: Inline, from: number, to = inline.text.length): Inline {
  let start = from
  let end = to
  while (start < end && /\s/.test(inline.text.charAt(start))) start++
  while (end > start && /\s/.test(inline.text.charAt(end - 1))) end--
  const starts = inline.starts.slice(start, end)
  const ends = inline.ends.slice(start, end)
  const here = inline.starts[start] ?? inline.range.end
  return {
    text: inline.text.slice(start, end),
    mask: inline.mask.slice(start, end),
    starts,
    ends,
    style: inline.style.slice(start, end),
    range: { start: starts[0] ?? here, end: ends.at(-1) ?? here },
  }
}

/** The parts between separators, which are looked for where they are no part of the text; blank ones are left out. */
export function splitInline(inline: Inline, separator: RegExp): readonly Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const found of inline.mask.matchAll(separator)) {
    parts.push(sliceInline(inline, from, found.index))
    from = found.index + found[0].length
  }
  parts.push(sliceInline(inline, from))
  return parts.filter(({ text }) => text !== '')
}

/** Reads a stretch of the file that holds inline Markdown only. `onComment` is told of every HTML comment in it. */
export function readInline(
  source: string,
  range: TextRange,
  onComment: (range: TextRange) => void,
): Inline {
  return sliceInline(new InlineReader(source, range, onComment).read(), 0)
}

class InlineReader {
  readonly #source: string
  readonly #start: number
  readonly #end: number
  readonly #onComment: (range: TextRange) => void
  readonly #text: string[] = []
  readonly #mask: string[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #style: string[] = []
  /** Indexes of signs that turned out to be marks. */
  readonly #marks: number[] = []
  /** Where the last run of the same marks was opened. */
  readonly #open = new Map<string, { readonly at: number }>()
  readonly #never = new Set<string>()

  constructor(source: string, { start, end }: TextRange, onComment: (range: TextRange) => void) {
    this.#source = source
    this.#start = start
    this.#end = end
    this.#onComment = onComment
  }

  read(): Inline {
    let at = this.#start
    while (at < this.#end) at = this.#step(at)
    return this.#without(new Set(this.#marks))
  }

  #without(gone: ReadonlySet<number>): Inline {
    const isKept = (_: unknown, index: number) => !gone.has(index)
    const keep = <T>(list: T[]): T[] => (gone.size === 0 ? list : list.filter(isKept))
    return {
      text: keep(this.#text).join(''),
      mask: keep(this.#mask).join(''),
      starts: keep(this.#starts),
      ends: keep(this.#ends),
      style: keep(this.#style).join(''),
      range: { start: this.#start, end: this.#end },
    }
  }

  /** Space after space is not kept: nobody sees it, and searching through much of it takes long. */
  #put(text: string, mask: string, start: number, end: number): void {
    if (mask !== '\n' && mask !== '\r' && isBlank(text) && isBlank(this.#text.at(-1))) return
    for (let index = 0; index < text.length; index++) {
      this.#text.push(text.charAt(index))
      this.#mask.push(mask)
      this.#style.push(' ')
      const whole = text.length !== end - start
      this.#starts.push(whole ? start : start + index)
      this.#ends.push(whole ? end : start + index + 1)
    }
  }

  /** Reads what stands at an offset, and says where the next begins. */
  #step(at: number): number {
    const sign = this.#source.charAt(at)
    switch (sign) {
      case '\\':
        return this.#escape(at)
      case '&':
        return this.#reference(at)
      case '`':
        return this.#code(at)
      case '<':
        return this.#html(at)
      case '{':
        return this.#attributes(at)
      case '[':
      case ']':
      case '!':
        return this.#link(at, sign)
      case '*':
      case '_':
      case '~':
        return this.#emphasis(at, sign)
      case '\r':
      case '\n':
        return this.#lineBreak(at)
      default:
        this.#put(sign, sign, at, at + 1)
        return at + 1
    }
  }

  #plain(at: number, length = 1): number {
    for (let index = at; index < at + length; index++) {
      const sign = this.#source.charAt(index)
      this.#put(sign, sign, index, index + 1)
    }
    return at + length
  }

  #escape(at: number): number {
    const next = at + 1 < this.#end ? this.#source.charAt(at + 1) : ''
    if (next === '\r' || next === '\n') return this.#break(at, at + 1, this.#lineBreakEnd(at + 1))
    if (!/[!-/:-@[-`{-~]/.test(next)) return this.#plain(at)
    this.#put(next, '\0', at, at + 2)
    return at + 2
  }

  #reference(at: number): number {
    const found = readCharacterReference(this.#source, at, this.#end)
    if (found === null) return this.#plain(at)
    this.#put(found.text, '\0', at, found.end)
    return found.end
  }

  #code(at: number): number {
    const ticks = this.#source.startsWith('``', at) ? '``' : '`'
    const close = this.#find(ticks, at + ticks.length)
    if (close === -1 || this.#source.startsWith('```', at)) {
      return this.#plain(at, this.#runLength(at, '`'))
    }
    for (let index = at + ticks.length; index < close; index++) {
      const sign = this.#source.charAt(index)
      this.#put(/[\r\n]/.test(sign) ? ' ' : sign, '\0', index, index + 1)
    }
    return close + ticks.length
  }

  #html(at: number): number {
    if (this.#source.startsWith('<!--', at)) {
      const close = this.#find('-->', at + 4)
      if (close === -1) return this.#plain(at)
      this.#onComment({ start: at, end: close + 3 })
      return close + 3
    }
    tagPattern.lastIndex = at
    const found = tagPattern.exec(this.#source)
    if (found === null || tagPattern.lastIndex > this.#end) return this.#plain(at)
    const end = tagPattern.lastIndex
    if (/^<br\b/i.test(found[0])) return this.#break(at, end, end)
    if (found[1] !== undefined) this.#plain(at + 1, found[1].length)
    return end
  }

  /** `{: .class }`, `{#risks}` and `{% include x %}` are for the program that makes a page of the text. */
  #attributes(at: number): number {
    attributesPattern.lastIndex = at
    const isFound = attributesPattern.test(this.#source) && attributesPattern.lastIndex <= this.#end
    return isFound ? attributesPattern.lastIndex : this.#plain(at)
  }

  #break(at: number, end: number, next: number): number {
    this.#put('\n', '\r', at, Math.min(end, at + 1))
    return this.#afterBreak(next)
  }

  /** `[text](address)` and `[text][word]` read as their text, `[text]` as it stands. */
  #link(at: number, sign: string): number {
    footnotePattern.lastIndex = at
    if (
      sign === '[' &&
      footnotePattern.test(this.#source) &&
      footnotePattern.lastIndex <= this.#end
    ) {
      return footnotePattern.lastIndex
    }
    const picture = sign === '!' && this.#source.charAt(at + 1) === '['
    if (sign === '[' || picture) {
      this.#open.set('[', { at: this.#text.length })
      return this.#plain(at, picture ? 2 : 1)
    }
    const opened = this.#open.get('[')
    linkTargetPattern.lastIndex = at
    if (sign !== ']' || opened === undefined) return this.#plain(at)
    this.#open.delete('[')
    if (!linkTargetPattern.test(this.#source) || linkTargetPattern.lastIndex > this.#end)
      return this.#plain(at)
    this.#marks.push(opened.at)
    if (this.#text[opened.at] === '!') this.#marks.push(opened.at + 1)
    return linkTargetPattern.lastIndex
  }

  /** A run of marks closes the last open run of the same marks and length; others stay as they are. */
  #emphasis(at: number, sign: string): number {
    const length = this.#runLength(at, sign)
    const index = this.#text.length
    const { opens, closes } = this.#flanks(at, length, sign)
    this.#plain(at, length)
    if (length > 3 || (sign === '~' && length !== 2)) return at + length
    const key = sign.repeat(length)
    const opened = this.#open.get(key)
    if (closes && opened !== undefined) {
      this.#open.delete(key)
      for (let offset = 0; offset < length; offset++) {
        this.#marks.push(opened.at + offset, index + offset)
      }
      if (sign !== '~') this.#style.fill('b', opened.at, index)
    } else if (opens) this.#open.set(key, { at: index })
    return at + length
  }

  /** CommonMark's left and right flanking. */
  #flanks(at: number, length: number, sign: string): { opens: boolean; closes: boolean } {
    const before = at > this.#start ? this.#source.charAt(at - 1) : ''
    const after = at + length < this.#end ? this.#source.charAt(at + length) : ''
    const left = !isSpace(after) && (!isPunctuation(after) || isBoundary(before))
    const right = !isSpace(before) && (!isPunctuation(before) || isBoundary(after))
    if (sign !== '_') return { opens: left, closes: right }
    return {
      opens: left && (!right || isPunctuation(before)),
      closes: right && (!left || isPunctuation(after)),
    }
  }

  #lineBreak(at: number): number {
    const hard = this.#source.slice(Math.max(at - 2, 0), at) === '  '
    const end = this.#lineBreakEnd(at)
    if (hard) return this.#break(at, at + 1, end)
    this.#put(' ', '\n', at, at + 1)
    return this.#afterBreak(end)
  }

  #lineBreakEnd(at: number): number {
    return at + (this.#source.startsWith('\r\n', at) ? 2 : 1)
  }

  /** Indentation, and marks of quotation, at a line's begin. */
  #afterBreak(from: number): number {
    let at = from
    while (at < this.#end && /[ \t>\r\n]/.test(this.#source.charAt(at))) at++
    return at
  }

  #runLength(at: number, sign: string): number {
    let end = at
    while (end < this.#end && this.#source.charAt(end) === sign) end++
    return end - at
  }

  /** What is not found once is not looked for again. */
  #find(text: string, from: number): number {
    if (this.#never.has(text)) return -1
    const found = this.#source.indexOf(text, from)
    if (found !== -1 && found + text.length <= this.#end) return found
    this.#never.add(text)
    return -1
  }
}

function isBlank(sign: string | undefined): boolean {
  return sign !== undefined && /^\s$/.test(sign)
}

function isSpace(sign: string): boolean {
  return sign === '' || /\s/.test(sign)
}

function isPunctuation(sign: string): boolean {
  return /[\p{P}\p{S}]/u.test(sign)
}

function isBoundary(sign: string): boolean {
  return isSpace(sign) || isPunctuation(sign)
}

/** Elements of HTML that people use in documents; `<date>` and `<name of the partner>` are blanks of forms. */
const elements =
  'abbr|a|article|aside|big|blockquote|br|b|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|iframe|img|input|ins|i|kbd|li|main|mark|nav|ol|picture|pre|p|q|samp|section|small|source|span|strike|strong|sub|summary|sup|svg|s|table|tbody|td|tfoot|thead|th|tr|tt|ul|u|var|video|wbr'
const tagPattern = new RegExp(
  `<(?:((?:https?|mailto):[^<>\\s]*)|/?(?:${elements})(?:\\s[^<>=]*=[^<>]*|\\s+open|\\s*/?))>`,
  'iy',
)
const attributesPattern = /\{:[^{}\n]*\}|\{#[\w-]+\}(?=[ \t]*[\r\n]|$)|\{%[^{}\n]*%\}/y
const footnotePattern = /\[\^[^[\]\s]*\]/y
const linkTargetPattern = /\](?:\([^()\s]*(?:[ \t]+"[^"()]*")?\)|\[[^[\]]*\])/y
