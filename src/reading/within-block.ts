import type { Range } from './value-builder.ts'

/**
 * Where a part of a block text (`|` or `>`) stands in the file, by its offsets in the text as it is read; null for any other
 * text. A folded line break counts one sign, as it reads; blank lines in a folded text can shift what follows by one.
 */
export function withinBlock(text: string, block: Range, within: Range): Range | null {
  const sign = text[block.start]
  if (sign !== '|' && sign !== '>') return null
  const start = offsetIn(text, block, within.start)
  const end = offsetIn(text, block, within.end)
  return start === null ? null : { start, end: Math.max(start, end ?? start) }
}

function offsetIn(text: string, block: Range, wanted: number): number | null {
  let line = nextLine(text, block.start)
  let read = 0
  let indent: number | null = null
  while (line < block.end) {
    const end = lineEnd(text, line)
    const blank = text.slice(line, end).search(/\S/)
    indent ??= blank === -1 ? null : blank
    const from = Math.min(line + (indent ?? 0), end)
    if (wanted <= read + end - from) return from + wanted - read
    read += end - from + 1
    line = nextLine(text, line)
  }
  return null
}

function lineEnd(text: string, from: number): number {
  const at = text.slice(from).search(/[\r\n]/)
  return at === -1 ? text.length : from + at
}

function nextLine(text: string, from: number): number {
  const end = lineEnd(text, from)
  return end + (text.startsWith('\r\n', end) ? 2 : 1)
}
