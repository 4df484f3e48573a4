import { makeVisibleLine } from '../../model/visible.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { InputField } from '../keys/input-field.ts'
import {
  blankLine,
  type Canvas,
  leftMargin,
  type ScreenLine,
  shortenToLine,
  toScreenLine,
} from './screen-line.ts'
import { measureText, splitIntoRows } from './text-width.ts'

/** The line being typed, cut into rows; the caret's column is counted in columns of the screen. */
export function buildFieldLines(
  field: InputField,
  lead: string,
  canvas: Canvas,
): readonly ScreenLine[] {
  const room = Math.max(canvas.width - measureText(lead) - 1, 4)
  const before = splitIntoRows(makeVisibleLine(field.line.slice(0, field.caret)), room)
  const caretRow = before.length - 1
  const column = measureText(leftMargin) + measureText(lead) + measureText(before[caretRow] ?? '')
  const all = splitIntoRows(makeVisibleLine(field.line), room)
  const rows = all.length > caretRow ? all : [...all, '']
  const indent = ' '.repeat(measureText(lead))
  return rows.map((row, index) => ({
    text: `${leftMargin}${index === 0 ? canvas.paint.accent(lead) : indent}${row}`,
    caret: index === caretRow ? column : null,
  }))
}

/** A typed answer that is not being edited, while the hotkeys are on. */
export function buildRestingLines(text: string, canvas: Canvas): readonly ScreenLine[] {
  if (text === '') return [toScreenLine(canvas.paint.quiet(sayInterview({ say: 'nothing-typed' })))]
  return buildFieldLines({ line: text, caret: 0 }, '  ', canvas).map((line) => ({
    ...line,
    caret: null,
  }))
}

/** The index of the caret's line, for a body that has to be cut. */
export function findCaretLine(lines: readonly ScreenLine[]): number {
  return Math.max(
    lines.findIndex(({ caret }) => caret !== null),
    0,
  )
}

/** A field with a label above it. */
export function buildLabelledField(
  label: string,
  field: InputField,
  canvas: Canvas,
): readonly ScreenLine[] {
  return [
    toScreenLine(canvas.paint.strong(shortenToLine(label, canvas.width))),
    blankLine,
    ...buildFieldLines(field, '› ', canvas),
  ]
}
