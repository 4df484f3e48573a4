import type { AnyQuestion } from '../../interview/asked-questions.ts'
import type { Column } from '../../model/questionnaire.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { ListMode, ScreenMode, TableMode } from '../keys/screen-state.ts'
import { formatColumnTitle } from '../keys/table-rows.ts'
import { formatRowText } from './entry-text.ts'
import {
  buildFieldLines,
  buildLabelledField,
  buildRestingLines,
  findCaretLine,
} from './field-view.ts'
import type { ScreenPaint } from './paint.ts'
import { createScreenBody, type ScreenBody } from './screen.ts'
import {
  blankLine,
  leftMargin,
  type ScreenLine,
  shortenToLine,
  toScreenLine,
  wrapItem,
} from './screen-line.ts'

/** What is shown under a question whose answer is typed; null for one whose answer is picked. */
export function buildTypedBody(
  { form }: AnyQuestion,
  mode: ScreenMode,
  width: number,
  paint: ScreenPaint,
): ScreenBody | null {
  switch (mode.type) {
    case 'field':
      return buildTypingBody(buildFieldLines(mode.field, '› ', width, paint))
    case 'note':
      return buildTypingBody(
        buildLabelledField(sayInterview({ say: 'your-note' }), mode.field, width, paint),
      )
    case 'reason':
      return buildTypingBody(
        buildLabelledField(sayInterview({ say: 'why-not-applicable' }), mode.field, width, paint),
      )
    case 'list':
      return buildTypingBody(buildListLines(mode, width, paint))
    case 'table':
      return form.type === 'table'
        ? buildTypingBody(buildTableLines(form, mode, width, paint))
        : null
    case 'commands':
      return buildRestingBody(form, mode.under, width, paint)
    default:
      return null
  }
}

function buildTypingBody(lines: readonly ScreenLine[]): ScreenBody {
  const focus = findCaretLine(lines)
  return createScreenBody(lines, { focus, shortFocus: focus, scrolls: true })
}

function buildListLines(mode: ListMode, width: number, paint: ScreenPaint): readonly ScreenLine[] {
  const field = buildFieldLines(mode.field, `› ${mode.at + 1}  `, width, paint)
  const items = mode.items.map((text, index) =>
    index === mode.at ? field : buildStillLines(`  ${index + 1}  `, text, width),
  )
  return [...items.flat(), ...(mode.at === mode.items.length ? field : [])]
}

function buildTableLines(
  form: Extract<AnyQuestion['form'], { type: 'table' }>,
  mode: TableMode,
  width: number,
  paint: ScreenPaint,
): readonly ScreenLine[] {
  const column = form.columns[mode.column]
  const cell = column === undefined ? [] : buildCellLines(column, mode, width, paint)
  const started = formatRowText(form, mode.row)
  const own = [
    ...buildStillLines(`› ${mode.at + 1}  `, started === '' ? '…' : started, width),
    blankLine,
    ...cell,
    ...(mode.at === mode.rows.length ? [] : [blankLine]),
  ]
  const rows = mode.rows.map((row, index) =>
    index === mode.at ? own : buildStillLines(`  ${index + 1}  `, formatRowText(form, row), width),
  )
  return [...rows.flat(), ...(mode.at === mode.rows.length ? own : [])]
}

function buildCellLines(
  column: Column,
  mode: TableMode,
  width: number,
  paint: ScreenPaint,
): readonly ScreenLine[] {
  const choices = column.choices.map((choice, index) =>
    buildStillLines(`    ${index + 1}  `, choice.title, width).map(({ text }) =>
      toScreenLine(paint.quiet(text)),
    ),
  )
  return [
    toScreenLine(
      `${leftMargin}  ${paint.strong(shortenToLine(formatColumnTitle(column), width - 2))}`,
    ),
    ...choices.flat(),
    ...buildFieldLines(mode.field, '  › ', width, paint),
  ]
}

function buildStillLines(lead: string, text: string, width: number): readonly ScreenLine[] {
  return wrapItem(lead, text, width).map((line) => toScreenLine(`${leftMargin}${line}`))
}

function buildRestingBody(
  form: AnyQuestion['form'],
  under: ScreenMode,
  width: number,
  paint: ScreenPaint,
): ScreenBody | null {
  const texts =
    under.type === 'field'
      ? [under.field.line]
      : under.type === 'list'
        ? under.items
        : under.type === 'table' && form.type === 'table'
          ? under.rows.map((row) => formatRowText(form, row))
          : null
  if (texts === null) return null
  if (under.type === 'field' || texts.length === 0) {
    return createScreenBody(buildRestingLines(texts[0] ?? '', width, paint), { scrolls: true })
  }
  const lines = texts.flatMap((text, index) => buildStillLines(`  ${index + 1}  `, text, width))
  return createScreenBody(lines, { scrolls: true })
}
