import { makeVisibleLine } from '../../model/visible.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { InputField } from '../keys/input-field.ts'
import type { ScreenPaint } from './paint.ts'
import {
  blankLine,
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
  width: number,
  paint: ScreenPaint,
): readonly ScreenLine[] {
  const room = Math.max(width - measureText(lead) - 1, 4)
  const before = splitIntoRows(makeVisibleLine(field.line.slice(0, field.caret)), room)
  const caretRow = before.length - 1
  const column = measureText(leftMargin) + measureText(lead) + measureText(before[caretRow] ?? '')
  const all = splitIntoRows(makeVisibleLine(field.line), room)
  const rows = all.length > caretRow ? all : [...all, '']
  const indent = ' '.repeat(measureText(lead))
  return rows.map((row, index) => ({
    text: `${leftMargin}${index === 0 ? paint.accent(lead) : indent}${row}`,
    caret: index === caretRow ? column : null,
  }))
}

/** A typed answer that is not being edited, while the hotkeys are on. */
export function buildRestingLines(
  text: string,
  width: number,
  paint: ScreenPaint,
): readonly ScreenLine[] {
  if (text === '')
    return [toScreenLine(`${leftMargin}${paint.quiet(sayInterview({ say: 'nothing-typed' }))}`)]
  return buildFieldLines({ line: text, caret: 0 }, '  ', width, paint).map(({ text }) =>
    toScreenLine(text),
  )
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
  width: number,
  paint: ScreenPaint,
): readonly ScreenLine[] {
  return [
    toScreenLine(`${leftMargin}${paint.strong(shortenToLine(label, width))}`),
    blankLine,
    ...buildFieldLines(field, '› ', width, paint),
  ]
}
