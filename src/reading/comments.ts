import { lineEnd, lineStart, spanAt } from './lines.ts'
import type { Comment } from './source-document.ts'
import type { Range } from './value-builder.ts'

/** The comments of a text: each `#` after a space or at a line's start that stands in none of its scalars. */
export function findComments(text: string, scalars: readonly Range[]): readonly Comment[] {
  const comments: Comment[] = []
  let next = 0
  let hash = text.indexOf('#')
  while (hash !== -1) {
    let scalar = scalars[next]
    while (scalar !== undefined && scalar.end <= hash) scalar = scalars[++next]
    const inside = scalar !== undefined && scalar.start <= hash
    const begins = hash === 0 || ' \t\r\n'.includes(text.charAt(hash - 1))
    let end = hash + 1
    if (scalar !== undefined && inside) end = scalar.end
    else if (begins) end = lineEnd(text, hash)
    if (begins && !inside) comments.push(comment(text, hash, end))
    hash = text.indexOf('#', end)
  }
  return comments
}

function comment(text: string, start: number, end: number): Comment {
  const alone = text.slice(lineStart(text, start), start).trim() === ''
  return { ...spanAt(text, start, end), text: text.slice(start + 1, end).trim(), alone }
}
