import type { AnyQuestion } from '../../interview/order.ts'
import type { Column } from '../../model/questionnaire.ts'
import type { ListMode, Mode, TableMode } from '../keys/desk.ts'
import { rangeOf } from '../keys/table-rows.ts'
import { caretIn, fieldLines, labelled, restingLines } from './field-view.ts'
import { blank, brief, item, type Line, lineOf, margin } from './line.ts'
import type { Paint } from './paint.ts'
import { type Body, bodyOf } from './screen.ts'
import { rowText } from './words.ts'

/** What stands under a question whose answer is typed; null for one whose answer is picked. */
export function typedBody(
  { form }: AnyQuestion,
  mode: Mode,
  width: number,
  paint: Paint,
): Body | null {
  switch (mode.type) {
    case 'field':
      return typing(fieldLines(mode.field, '› ', width, paint))
    case 'note':
      return typing(labelled('Your note', mode.field, width, paint))
    case 'reason':
      return typing(labelled('Why does this not apply?', mode.field, width, paint))
    case 'list':
      return typing(listLines(mode, width, paint))
    case 'table':
      return form.type === 'table' ? typing(tableLines(form, mode, width, paint)) : null
    case 'commands':
      return resting(form, mode.under, width, paint)
    default:
      return null
  }
}

function typing(lines: readonly Line[]): Body {
  const focus = caretIn(lines)
  return bodyOf(lines, { focus, shortFocus: focus, scrolls: true })
}

function listLines(mode: ListMode, width: number, paint: Paint): readonly Line[] {
  const field = fieldLines(mode.field, `› ${mode.at + 1}  `, width, paint)
  const items = mode.items.map((text, index) =>
    index === mode.at ? field : still(`  ${index + 1}  `, text, width),
  )
  return [...items.flat(), ...(mode.at === mode.items.length ? field : [])]
}

function tableLines(
  form: Extract<AnyQuestion['form'], { type: 'table' }>,
  mode: TableMode,
  width: number,
  paint: Paint,
): readonly Line[] {
  const column = form.columns[mode.column]
  const cell = column === undefined ? [] : cellLines(column, mode, width, paint)
  const started = rowText(form, mode.row)
  const own = [
    ...still(`› ${mode.at + 1}  `, started === '' ? '…' : started, width),
    blank,
    ...cell,
    ...(mode.at === mode.rows.length ? [] : [blank]),
  ]
  const rows = mode.rows.map((row, index) =>
    index === mode.at ? own : still(`  ${index + 1}  `, rowText(form, row), width),
  )
  return [...rows.flat(), ...(mode.at === mode.rows.length ? own : [])]
}

function cellLines(column: Column, mode: TableMode, width: number, paint: Paint): readonly Line[] {
  const { title, type, choices, from, to } = column
  const range = type === 'number' && (from !== null || to !== null) ? ` (${rangeOf(from, to)})` : ''
  const picks = choices.map((choice, index) =>
    still(`    ${index + 1}  `, choice.title, width).map(({ text }) => lineOf(paint.quiet(text))),
  )
  return [
    lineOf(`${margin}  ${paint.strong(brief(`${title}${range}`, width - 2))}`),
    ...picks.flat(),
    ...fieldLines(mode.field, '  › ', width, paint),
  ]
}

function still(lead: string, text: string, width: number): readonly Line[] {
  return item(lead, text, width).map((line) => lineOf(`${margin}${line}`))
}

function resting(form: AnyQuestion['form'], under: Mode, width: number, paint: Paint): Body | null {
  const texts =
    under.type === 'field'
      ? [under.field.line]
      : under.type === 'list'
        ? under.items
        : under.type === 'table' && form.type === 'table'
          ? under.rows.map((row) => rowText(form, row))
          : null
  if (texts === null) return null
  if (under.type === 'field' || texts.length === 0) {
    return bodyOf(restingLines(texts[0] ?? '', width, paint), { scrolls: true })
  }
  const lines = texts.flatMap((text, index) => still(`  ${index + 1}  `, text, width))
  return bodyOf(lines, { scrolls: true })
}
