import type { Span } from '../model/finding.ts'
import { once } from '../model/once.ts'
import { actingCharacters } from '../model/visible.ts'
import { lineAt } from './lines.ts'

/**
 * The source line of a place behind its number, and carets under it: plain text for a terminal with even columns. Long
 * lines are cut around the place; characters that act instead of showing are shown by their number. Empty where
 * there is no such line.
 */
export function excerpt(text: string, span: Span): string {
  const line = lineAt(text, span.line)
  if (line === '') return ''
  const start = span.column - 1
  const end = span.endLine > span.line ? line.length : span.endColumn - 1
  const { before, marked, after } = drawn(line, start, Math.max(start + 1, end))
  const gutter = String(span.line)
  const carets = '^'.repeat(Math.max(1, widthOf(marked)))
  return [
    `${gutter} | ${textOf(before)}${textOf(marked)}${textOf(after)}`.trimEnd(),
    `${' '.repeat(gutter.length)} | ${' '.repeat(widthOf(before))}${carets}`,
  ].join('\n')
}

/** One sign as it is drawn, and the columns that it takes. */
interface Cell {
  readonly text: string
  readonly width: number
}

const widest = 100
/** Columns that are kept before a place far to the right. */
const lead = 30

/** The line around the marked part, in cells, with `…` where it was cut. */
function drawn(line: string, start: number, end: number) {
  const near = 4 * widest
  const from = Math.max(0, start - near)
  const marked = clipped(cellsOf(line.slice(start, Math.min(end, start + near))), widest - lead)
  const rest = widest - widthOf(marked)
  const ahead = cellsOf(line.slice(from, start)).toReversed()
  const room = widthOf(ahead) + widthOf(marked) <= widest ? rest : Math.min(lead, rest)
  const before = clipped(ahead, room).toReversed()
  const behind = cellsOf(line.slice(end, end + near))
  const after = clipped(behind, Math.max(0, rest - widthOf(before)))
  return { before, marked, after }
}

/** As many cells as have room, the last of them `…` if not all have. */
function clipped(cells: readonly Cell[], room: number): readonly Cell[] {
  if (widthOf(cells) <= room) return cells
  const kept: Cell[] = []
  let width = 1
  for (const cell of cells) {
    width += cell.width
    if (width > room) break
    kept.push(cell)
  }
  return [...kept, { text: '…', width: 1 }]
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join('')
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0)
}

/** Costs a fifth of a short run to make. */
const signs = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

function cellsOf(text: string): readonly Cell[] {
  if (/^[ -~]*$/.test(text)) return Array.from(text, (sign) => ({ text: sign, width: 1 }))
  return Array.from(signs().segment(text), ({ segment }) => cellOf(segment))
}

function cellOf(sign: string): Cell {
  if (sign === '\t') return { text: '  ', width: 2 }
  const text = sign.replaceAll(acting, byNumber)
  if (text !== sign) return { text, width: text.length }
  return { text, width: isWide(sign) ? 2 : 1 }
}

function byNumber(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
}

const acting = new RegExp(`[${actingCharacters}]`, 'gu')

/** East Asian wide and full-width signs, and what is drawn as an emoji. */
function isWide(sign: string): boolean {
  return wide.test(sign) || sign.includes('\uFE0F')
}

const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}\u{20000}-\u{3FFFD}]/u
