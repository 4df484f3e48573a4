import { lineEnd, lineStart, spanAt } from '../lines.ts'
import type { Comment } from '../source-document.ts'
import type { Range } from '../value-builder.ts'

/** The HTML comments at these places, without their marks. */
export function htmlComments(text: string, ranges: readonly Range[]): readonly Comment[] {
  return ranges
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => ({
      ...spanAt(text, start, end),
      text: text
        .slice(start, end)
        .replaceAll(/^<!--+|--+>$/g, '')
        .trim(),
      alone: isBlank(text, lineStart(text, start), start) && isBlank(text, end, lineEnd(text, end)),
    }))
}

function isBlank(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() === ''
}
