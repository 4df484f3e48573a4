import type { Span } from '../model/finding.ts'
import { once } from '../model/once.ts'
import { controlCharacters } from '../model/visible.ts'
import { getLine } from './lines.ts'

/** The source line of a place, cut around it, with its number before it and carets under it; empty where there is no such line. */
export function renderExcerpt(text: string, span: Span): string {
  const line = getLine(text, span.line)
  if (line === '') return ''
  const start = span.column - 1
  const end = span.endLine > span.line ? line.length : span.endColumn - 1
  const { before, marked, after } = clipLine(line, start, Math.max(start + 1, end))
  const gutter = String(span.line)
  const carets = '^'.repeat(Math.max(1, countColumns(marked)))
  return [
    `${gutter} | ${getText(before)}${getText(marked)}${getText(after)}`.trimEnd(),
    `${' '.repeat(gutter.length)} | ${' '.repeat(countColumns(before))}${carets}`,
  ].join('\n')
}

/** The beginning of a paragraph, in quotes: nobody sees its number or its columns. Empty where there is no such line. */
export function renderParagraph(text: string, { line }: Span): string {
  const whole = getLine(text, line).slice(0, 4 * maxColumns)
  return whole === '' ? '' : `"${getText(clipCells(toCells(whole), maxParagraphColumns))}"`
}

const maxParagraphColumns = 70

/** One sign as it is drawn, and the columns that it takes. */
interface Cell {
  readonly text: string
  readonly width: number
}

const maxColumns = 100
/** Columns that are kept before a place far to the right. */
const columnsBefore = 30

/** The line around the marked part, in cells, with `…` where it was cut. */
function clipLine(line: string, start: number, end: number) {
  const near = 4 * maxColumns
  const from = Math.max(0, start - near)
  const marked = clipCells(
    toCells(line.slice(start, Math.min(end, start + near))),
    maxColumns - columnsBefore,
  )
  const rest = maxColumns - countColumns(marked)
  const ahead = toCells(line.slice(from, start)).toReversed()
  const room =
    countColumns(ahead) + countColumns(marked) <= maxColumns ? rest : Math.min(columnsBefore, rest)
  const before = clipCells(ahead, room).toReversed()
  const behind = toCells(line.slice(end, end + near))
  const after = clipCells(behind, Math.max(0, rest - countColumns(before)))
  return { before, marked, after }
}

/** As many cells as have room, the last of them `…` if not all have. */
function clipCells(cells: readonly Cell[], room: number): readonly Cell[] {
  if (countColumns(cells) <= room) return cells
  const kept: Cell[] = []
  let width = 1
  for (const cell of cells) {
    width += cell.width
    if (width > room) break
    kept.push(cell)
  }
  return [...kept, { text: '…', width: 1 }]
}

function getText(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join('')
}

function countColumns(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0)
}

/** Costs a fifth of a short run to make. */
const getSegmenter = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

function toCells(text: string): readonly Cell[] {
  if (/^[ -~]*$/.test(text)) return Array.from(text, (sign) => ({ text: sign, width: 1 }))
  return Array.from(getSegmenter().segment(text), ({ segment }) => toCell(segment))
}

function toCell(sign: string): Cell {
  if (sign === '\t') return { text: '  ', width: 2 }
  const text = sign.replaceAll(actingPattern, formatCodePoint)
  if (text !== sign) return { text, width: text.length }
  return { text, width: isWide(sign) ? 2 : 1 }
}

function formatCodePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
}

const actingPattern = new RegExp(`[${controlCharacters}]`, 'gu')

/** East Asian wide and full-width signs, and what is drawn as an emoji. */
function isWide(sign: string): boolean {
  return widePattern.test(sign) || sign.includes('\uFE0F')
}

const widePattern =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}\u{20000}-\u{3FFFD}]/u
