import { lineEnd, lineStart } from './lines.ts'
import type { Range } from './value-builder.ts'

/** A block text from its `|` or `>` to its last character; `content` begins on the line below the sign. */
export function blockRange(text: string, content: Range): Range {
  const start = lineStart(text, Math.max(0, content.start - 2))
  const head = text.slice(start, lineEnd(text, start))
  const sign = sign_.exec(head)
  const end = content.start + text.slice(content.start, content.end).trimEnd().length
  if (sign === null) return { start: content.start, end }
  const at = start + sign.index
  return { start: at, end: Math.max(end, at + sign[0].length) }
}

/** Nothing but a comment follows it; one in a comment comes later, and a key can't hold it. */
const sign_ = /(?<=^|[ \t])[|>][-+0-9]*(?=[ \t]*(?:$|[ \t]#))/
