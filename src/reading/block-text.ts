import { findLineEnd, findLineStart, findNextLine, type TextRange } from './lines.ts'

/** A block text from its `|` or `>` to its last character; `content` begins on the line below the sign. */
export function findBlockTextRange(text: string, content: TextRange): TextRange {
  const start = findLineStart(text, Math.max(0, content.start - 2))
  const head = text.slice(start, findLineEnd(text, start))
  const sign = blockIndicator.exec(head)
  const end = content.start + text.slice(content.start, content.end).trimEnd().length
  if (sign === null) return { start: content.start, end }
  const at = start + sign.index
  return { start: at, end: Math.max(end, at + sign[0].length) }
}

/** Only a comment follows it. A sign in the comment comes later, and a key can't contain one. */
const blockIndicator = /(?<=^|[ \t])[|>][-+0-9]*(?=[ \t]*(?:$|[ \t]#))/

/**
 * Where a part of a block text (`|` or `>`) is in the file, by its offsets in the text as it is read; null for any other
 * text. A folded line break counts as one character, as it reads; blank lines in a folded text can shift what follows by one.
 */
export function findRangeInBlock(
  text: string,
  block: TextRange,
  within: TextRange,
): TextRange | null {
  const sign = text[block.start]
  if (sign !== '|' && sign !== '>') return null
  const start = findOffset(text, block, within.start)
  const end = findOffset(text, block, within.end)
  return start === null ? null : { start, end: Math.max(start, end ?? start) }
}

function findOffset(text: string, block: TextRange, wanted: number): number | null {
  let line = findNextLine(text, block.start)
  let read = 0
  let indent: number | null = null
  while (line < block.end) {
    const end = findLineEnd(text, line)
    const blank = text.slice(line, end).search(/\S/)
    indent ??= blank === -1 ? null : blank
    const from = Math.min(line + (indent ?? 0), end)
    if (wanted <= read + end - from) return from + wanted - read
    read += end - from + 1
    line = findNextLine(text, line)
  }
  return null
}
