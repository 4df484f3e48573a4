import { visibleLine } from '../../model/visible.ts'
import type { Field } from '../keys/field.ts'
import { blank, brief, type Line, lineOf, margin } from './line.ts'
import type { Paint } from './paint.ts'
import { chop, textWidth } from './text-width.ts'

/** The line being typed, cut into rows; the caret's column is counted in columns of the screen. */
export function fieldLines(
  field: Field,
  lead: string,
  width: number,
  paint: Paint,
): readonly Line[] {
  const room = Math.max(width - textWidth(lead) - 1, 4)
  const before = chop(visibleLine(field.line.slice(0, field.caret)), room)
  const caretRow = before.length - 1
  const column = textWidth(margin) + textWidth(lead) + textWidth(before[caretRow] ?? '')
  const all = chop(visibleLine(field.line), room)
  const rows = all.length > caretRow ? all : [...all, '']
  const indent = ' '.repeat(textWidth(lead))
  return rows.map((row, index) => ({
    text: `${margin}${index === 0 ? paint.accent(lead) : indent}${row}`,
    caret: index === caretRow ? column : null,
  }))
}

/** A typed answer at rest, while the hotkeys are on. */
export function restingLines(text: string, width: number, paint: Paint): readonly Line[] {
  if (text === '') return [lineOf(`${margin}${paint.quiet('(nothing typed yet)')}`)]
  return fieldLines({ line: text, caret: 0 }, '  ', width, paint).map(({ text }) => lineOf(text))
}

/** Where the caret's line is, for a body that has to be cut. */
export function caretIn(lines: readonly Line[]): number {
  return Math.max(
    lines.findIndex(({ caret }) => caret !== null),
    0,
  )
}

/** A labelled field under what it belongs to. */
export function labelled(
  label: string,
  field: Field,
  width: number,
  paint: Paint,
): readonly Line[] {
  return [
    lineOf(`${margin}${paint.strong(brief(label, width))}`),
    blank,
    ...fieldLines(field, '› ', width, paint),
  ]
}
