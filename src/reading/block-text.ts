import { findLineEnd, findLineStart, type TextRange } from './lines.ts'

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
