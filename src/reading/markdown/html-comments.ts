import type { SourceComment } from '../comments.ts'
import { type TextRange, toSpan } from '../lines.ts'

/** The HTML comments at these places, without their marks. */
export function listHtmlComments(
  text: string,
  ranges: readonly TextRange[],
): readonly SourceComment[] {
  return ranges
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => ({
      ...toSpan(text, start, end),
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
