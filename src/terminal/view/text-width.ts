import { once } from '../../model/once.ts'

/**
 * The most columns that a text can take. Terminals disagree about joined emoji, so every code point counts: a line may be
 * too short, but never too long.
 */
export function measureText(text: string): number {
  if (asciiPattern.test(text)) return text.length
  let width = 0
  for (const character of text) width += measureCharacter(character)
  return width
}

/** The characters as people see them. */
function splitGraphemes(text: string): readonly string[] {
  if (asciiPattern.test(text)) return text.split('')
  return Array.from(getSegmenter().segment(text), ({ segment }) => segment)
}

/** The start of the text, at most `width` columns (but at least one grapheme, so that loops end), and the rest. */
function splitAtWidth(text: string, width: number): readonly [head: string, rest: string] {
  let head = ''
  let taken = 0
  for (const grapheme of splitGraphemes(text)) {
    taken += measureText(grapheme)
    if (taken > width && head !== '') break
    head += grapheme
  }
  return [head, text.slice(head.length)]
}

/** On one line of at most `width` columns, with an ellipsis where something is left out. */
export function clipToWidth(text: string, width: number): string {
  if (measureText(text) <= width) return text
  return `${splitAtWidth(text, width - 1)[0].trimEnd()}…`
}

/**
 * Rows of at most `room` columns, and of no more UTF-16 units either: Inquirer measures the line with the cursor in those.
 */
export function splitIntoRows(text: string, room: number): readonly string[] {
  const rows: string[] = []
  let row = ''
  let taken = 0
  for (const grapheme of splitGraphemes(text)) {
    const size = Math.max(measureText(grapheme), grapheme.length)
    if (taken + size > room && row !== '') {
      rows.push(row)
      row = ''
      taken = 0
    }
    row += grapheme
    taken += size
  }
  return [...rows, row]
}

function isWide(character: string): boolean {
  return widePattern.test(character)
}

/**
 * Lines of at most `width` columns, broken at spaces and between wide characters; a word longer than a line is cut. The
 * line breaks of the text are kept.
 */
export function wrapText(text: string, width: number): readonly string[] {
  return text
    .trim()
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph.replaceAll('\t', ' '), width))
}

/** Like `wrapText`, after a lead such as a number: further lines are indented under the first one's text. */
export function wrapUnderLead(lead: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat(measureText(lead))
  return wrapText(text, Math.max(width - indent.length, 8)).map(
    (line, index) => `${index === 0 ? lead : indent}${line}`,
  )
}

function wrapParagraph(paragraph: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (let piece of splitPieces(paragraph)) {
    if (line !== '' && measureText(line) + measureText(piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
      piece = piece.trimStart()
    }
    while (measureText(piece) > width) {
      const [head, rest] = splitAtWidth(piece, width)
      if (rest.trim() === '') break
      lines.push(head)
      piece = rest
    }
    line += piece
  }
  return [...lines, line.trimEnd()]
}

/** Pieces that are not broken: a word with the spaces after it, or one wide character. */
function splitPieces(text: string): readonly string[] {
  return text
    .split(/(?<= )(?=[^ ])/)
    .flatMap((word) => (isPlain(word) ? [word] : splitAtWide(word)))
}

function isPlain(word: string): boolean {
  return !splitGraphemes(word).some(isWide)
}

function splitAtWide(word: string): readonly string[] {
  const parts: string[] = []
  let joined = false
  for (const grapheme of splitGraphemes(word)) {
    const alone = isWide(grapheme)
    if (joined && !alone) parts.push(`${parts.pop() ?? ''}${grapheme}`)
    else parts.push(grapheme)
    joined = !alone
  }
  return parts
}

function measureCharacter(character: string): number {
  if (emojiSelectorPattern.test(character)) return 1
  if (widePattern.test(character)) return 2
  return zeroWidthPattern.test(character) ? 0 : 1
}

const asciiPattern = /^[\x20-\x7E]*$/
const getSegmenter = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }))
/** Turns the character before it into an emoji, which takes two columns where the character took one. */
const emojiSelectorPattern = /^\uFE0F$/
const zeroWidthPattern = /^[\p{Mn}\p{Me}\u200B-\u200D]$/u
const widePattern =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]/u
