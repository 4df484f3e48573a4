import type { TextRange } from './value-builder.ts'

/**
 * Where a part of a block text (`|` or `>`) stands in the file, by its offsets in the text as it is read; null for any other
 * text. A folded line break counts one sign, as it reads; blank lines in a folded text can shift what follows by one.
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

function findLineEnd(text: string, from: number): number {
  const at = text.slice(from).search(/[\r\n]/)
  return at === -1 ? text.length : from + at
}

function findNextLine(text: string, from: number): number {
  const end = findLineEnd(text, from)
  return end + (text.startsWith('\r\n', end) ? 2 : 1)
}
