import { findLineEnd, findLineStart } from './lines.ts'
import type { TextRange } from './value-builder.ts'

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

/** Nothing but a comment follows it; one in a comment comes later, and a key can't hold it. */
const blockIndicator = /(?<=^|[ \t])[|>][-+0-9]*(?=[ \t]*(?:$|[ \t]#))/
