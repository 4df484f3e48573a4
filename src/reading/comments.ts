import type { Span } from '../model/finding.ts'
import { findLineEnd, findLineStart, type TextRange, toSpan } from './lines.ts'

/** A comment from its `#` to the end of its line. */
export interface SourceComment extends Span {
  /** Without the `#` and the space around. */
  readonly text: string
  /** Nothing else stands on its line. */
  readonly alone: boolean
}

/** The comments of a text: each `#` after a space or at a line's start that stands in none of its scalars. */
export function findComments(
  text: string,
  scalars: readonly TextRange[],
): readonly SourceComment[] {
  const comments: SourceComment[] = []
  let next = 0
  let hash = text.indexOf('#')
  while (hash !== -1) {
    let scalar = scalars[next]
    while (scalar !== undefined && scalar.end <= hash) scalar = scalars[++next]
    const inside = scalar !== undefined && scalar.start <= hash
    const begins = hash === 0 || ' \t\r\n'.includes(text.charAt(hash - 1))
    let end = hash + 1
    if (scalar !== undefined && inside) end = scalar.end
    else if (begins) end = findLineEnd(text, hash)
    if (begins && !inside) comments.push(createComment(text, hash, end))
    hash = text.indexOf('#', end)
  }
  return comments
}

function createComment(text: string, start: number, end: number): SourceComment {
  const alone = text.slice(findLineStart(text, start), start).trim() === ''
  return { ...toSpan(text, start, end), text: text.slice(start + 1, end).trim(), alone }
}
