import { spanAt } from '../lines.ts'
import type { Comment } from '../source-document.ts'
import type { Range } from '../value-builder.ts'

/** The HTML comments at these places, without their marks. */
export function htmlComments(text: string, ranges: readonly Range[]): readonly Comment[] {
  return ranges
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => ({
      ...spanAt(text, start, end),
      text: text.slice(start + '<!--'.length, end - '-->'.length).trim(),
      alone: isBlankTo(text, start - 1, -1) && isBlankTo(text, end, 1),
    }))
}

/** Looks only as far as there is nothing to see: a line may hold many comments. */
function isBlankTo(text: string, from: number, step: 1 | -1): boolean {
  let at = from
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += step
  return ['', '\r', '\n'].includes(text.charAt(at))
}
