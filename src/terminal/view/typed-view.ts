import { formatRowText } from '../../interview/answer-text.ts'
import type { AnyQuestion } from '../../interview/state.ts'
import type { Column } from '../../model/forms/table.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { sayInterview } from '../../words/say-interview.ts'
import {
  formatColumnTitle,
  type InputField,
  type JumpMode,
  type ListMode,
  type ScreenMode,
  type TableMode,
} from '../keys/screen-state.ts'
import { createBody, type ScreenBody } from './screen.ts'
import {
  blankLine,
  type Canvas,
  leftMargin,
  type ScreenLine,
  shorten,
  toLine,
  toLines,
  wrapItem,
  wrapProse,
} from './screen-line.ts'
import { measureText, splitIntoRows } from './text-width.ts'

/** What is shown under a question whose answer is typed; null for one whose answer is picked. */
export function buildTypedBody(
  { form }: AnyQuestion,
  mode: ScreenMode,
  canvas: Canvas,
): ScreenBody | null {
  switch (mode.type) {
    case 'field':
      return buildTypingBody(buildFieldLines(mode.field, '› ', canvas))
    case 'note':
      return buildTypingBody(
        buildLabelledField(
          sayInterview({ say: mode.private ? 'your-private-note' : 'your-note' }),
          mode.field,
          canvas,
        ),
      )
    case 'reason':
      return buildTypingBody(
        buildLabelledField(sayInterview({ say: 'why-not-applicable' }), mode.field, canvas),
      )
    case 'list':
      return buildTypingBody(buildListLines(mode, canvas))
    case 'table':
      return form.type === 'table' ? buildTypingBody(buildTableLines(form, mode, canvas)) : null
    case 'commands':
      return buildRestingBody(form, mode.under, canvas)
    default:
      return null
  }
}

function buildTypingBody(lines: readonly ScreenLine[]): ScreenBody {
  const focus = findCaretLine(lines)
  return createBody(lines, { focus, scrolls: true })
}

function buildListLines(mode: ListMode, canvas: Canvas): readonly ScreenLine[] {
  const field = buildFieldLines(mode.field, `› ${mode.at + 1}  `, canvas)
  const items = mode.items.map((text, index) =>
    index === mode.at ? field : buildItemLines(`  ${index + 1}  `, text, canvas.width),
  )
  return [...items.flat(), ...(mode.at === mode.items.length ? field : [])]
}

function buildTableLines(
  form: Extract<AnyQuestion['form'], { type: 'table' }>,
  mode: TableMode,
  canvas: Canvas,
): readonly ScreenLine[] {
  const column = form.columns[mode.column]
  const cell = column === undefined ? [] : buildCellLines(column, mode, canvas)
  const started = formatRowText(form, mode.row)
  const current = [
    ...buildItemLines(`› ${mode.at + 1}  `, started === '' ? '…' : started, canvas.width),
    blankLine,
    ...cell,
    ...(mode.at === mode.rows.length ? [] : [blankLine]),
  ]
  const rows = mode.rows.map((row, index) =>
    index === mode.at
      ? current
      : buildItemLines(`  ${index + 1}  `, formatRowText(form, row), canvas.width),
  )
  return [...rows.flat(), ...(mode.at === mode.rows.length ? current : [])]
}

function buildCellLines(column: Column, mode: TableMode, canvas: Canvas): readonly ScreenLine[] {
  const choices = column.choices.map((choice, index) =>
    toLines(wrapItem(`    ${index + 1}  `, choice.title, canvas.width), canvas.paint.quiet),
  )
  return [
    toLine(`  ${canvas.paint.strong(shorten(formatColumnTitle(column), canvas.width - 2))}`),
    ...choices.flat(),
    ...buildFieldLines(mode.field, '  › ', canvas),
  ]
}

function buildItemLines(lead: string, text: string, width: number): readonly ScreenLine[] {
  return toLines(wrapItem(lead, text, width))
}

function buildRestingBody(
  form: AnyQuestion['form'],
  under: ScreenMode,
  canvas: Canvas,
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
    return createBody(buildRestingLines(texts[0] ?? '', canvas), { scrolls: true })
  }
  const lines = texts.flatMap((text, index) =>
    buildItemLines(`  ${index + 1}  `, text, canvas.width),
  )
  return createBody(lines, { scrolls: true })
}

/** Over the list to jump from: what is searched for, else a question. */
export function buildSearchLines({ field }: JumpMode, canvas: Canvas): readonly ScreenLine[] {
  return field === null
    ? [toLine(sayInterview({ say: 'where-to' }))]
    : buildFieldLines(field, '/ ', canvas)
}

/** The line being typed, cut into rows; the caret's column is counted in columns of the screen. */
function buildFieldLines(field: InputField, lead: string, canvas: Canvas): readonly ScreenLine[] {
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
function buildRestingLines(text: string, canvas: Canvas): readonly ScreenLine[] {
  if (text === '') return [toLine(canvas.paint.quiet(sayInterview({ say: 'nothing-typed' })))]
  return buildFieldLines({ line: text, caret: 0 }, '  ', canvas).map((line) => ({
    ...line,
    caret: null,
  }))
}

/** The index of the caret's line, for a body that has to be cut. */
function findCaretLine(lines: readonly ScreenLine[]): number {
  return Math.max(
    lines.findIndex(({ caret }) => caret !== null),
    0,
  )
}

/** A field with a label above it. */
function buildLabelledField(
  label: string,
  field: InputField,
  canvas: Canvas,
): readonly ScreenLine[] {
  return [
    ...toLines(wrapProse(label, canvas.width), canvas.paint.strong),
    blankLine,
    ...buildFieldLines(field, '› ', canvas),
  ]
}
