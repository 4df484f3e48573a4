import { type AnyQuestion, isComplete } from '../../interview/asked-questions.ts'
import {
  findCurrentEntry,
  findCurrentQuestion,
  getCurrentInterview,
} from '../../interview/round.ts'
import type { Answer } from '../../model/response.ts'
import type { ListMode, ScreenMode, ScreenState, TableMode } from '../keys/screen-state.ts'
import { listSelectOptions } from '../options.ts'
import type { ScreenPaint } from './paint.ts'
import { getInnerWidth, leftMargin, type ScreenLine, toScreenLine } from './screen-line.ts'
import { measureText } from './text-width.ts'

export interface Hint {
  readonly key: string
  readonly meaning: string
  /** Stays where there is room for one line only. */
  readonly main: boolean
}

/** What the keys do here, wrapped between hints. */
export function buildHintLines(
  hints: readonly Hint[],
  columns: number,
  paint: ScreenPaint,
  gap = '   ',
): readonly ScreenLine[] {
  const width = getInnerWidth(columns)
  const rows: Hint[][] = [[]]
  for (const hint of hints) {
    const row = rows.at(-1) ?? []
    if (row.length > 0 && measureHints([...row, hint], gap) > width) rows.push([hint])
    else row.push(hint)
  }
  return rows.map((row) =>
    toScreenLine(
      leftMargin +
        row.map(({ key, meaning: does }) => `${paint.accent(key)} ${paint.quiet(does)}`).join(gap),
    ),
  )
}

/** As many of the main hints as one line holds. */
export function buildShortHintLines(
  hints: readonly Hint[],
  columns: number,
  paint: ScreenPaint,
): readonly ScreenLine[] {
  return buildHintLines(
    hints.filter(({ main }) => main),
    columns,
    paint,
    '  ',
  ).slice(0, 1)
}

export function listHints({ round, mode }: ScreenState): readonly Hint[] {
  const question = findCurrentQuestion(round)
  switch (mode.type) {
    case 'options':
      return question === null
        ? []
        : [
            ...listPickHints(question, mode),
            ...listHotkeyHints(
              question,
              mode.cursor === null ? listKeepHints(question, findCurrentEntry(round)) : [],
            ),
          ]
    case 'commands':
      return question === null
        ? []
        : [createMainHint('Enter', 'go on typing'), ...listHotkeyHints(question, [])]
    case 'field':
      return [
        createMainHint('Enter', 'answer'),
        createMainHint('Esc', 'other keys'),
        createMainHint('Ctrl-S', 'save and leave'),
      ]
    case 'note':
      return [createMainHint('Enter', 'keep this note'), createMainHint('Esc', 'cancel')]
    case 'reason':
      return [createMainHint('Enter', 'not applicable'), createMainHint('Esc', 'cancel')]
    case 'list':
      return listRowHints(mode.items.length > 0 && mode.at === mode.items.length, mode)
    case 'table':
      return listRowHints(
        mode.rows.length > 0 && mode.at === mode.rows.length && mode.column === 0,
        mode,
      )
    case 'guidance':
      return [
        createMainHint('Enter', 'next page'),
        createMainHint('Esc', 'close'),
        createMainHint('b', 'page before'),
      ]
    case 'difference':
      return [
        createMainHint('Enter', 'go on'),
        createMainHint('w', 'note why'),
        createMainHint('b', 'back'),
        createMinorHint('?', 'help'),
        createMinorHint('j', 'jump'),
        createMinorHint('r', 'review'),
        createMinorHint('q', 'save and leave'),
      ]
    case 'jump':
      return [
        createMainHint('Enter', 'go'),
        createMainHint('↑↓', 'choose'),
        createMainHint('Esc', 'close'),
        createMainHint('o', 'first open'),
        createMinorHint('r', 'review'),
        createMinorHint('q', 'save and leave'),
      ]
    case 'review':
      return listReviewHints(mode, isComplete(getCurrentInterview(round)))
    default:
      return mode satisfies never
  }
}

function listPickHints(
  { form }: AnyQuestion,
  { cursor }: Extract<ScreenMode, { type: 'options' }>,
) {
  const count = listSelectOptions(form)?.length ?? 0
  if (count > 10) {
    const enter =
      form.type === 'choices'
        ? [createMainHint('Space', 'tick'), createMainHint('Enter', 'answer')]
        : [createMainHint('Enter', 'answer')]
    return [createMainHint('↑↓', 'choose'), ...enter]
  }
  const digits = `1–${Math.min(count, 9)}`
  const does = form.type === 'choices' ? 'tick' : 'answer'
  const tenth = count === 10 ? [createMainHint('0', 'the tenth')] : []
  if (form.type === 'choices')
    return [createMainHint(digits, does), ...tenth, createMainHint('Enter', 'answer')]
  if (cursor !== null) return [createMainHint('Enter', 'answer'), createMinorHint(digits, does)]
  if (form.type === 'yes-no') return [createMainHint('y', 'yes'), createMainHint('n', 'no')]
  return [createMainHint(digits, does), ...tenth]
}

function listKeepHints({ form }: AnyQuestion, entry: Answer | null): readonly Hint[] {
  const enterKeeps = entry !== null && form.type !== 'choices'
  return enterKeeps ? [createMainHint('Enter', 'keep')] : []
}

function listHotkeyHints({ dimension }: AnyQuestion, entered: readonly Hint[]): readonly Hint[] {
  const states =
    dimension === null
      ? []
      : [
          createMinorHint('w', 'note'),
          createMinorHint('d', "don't know"),
          createMinorHint('a', 'not applicable'),
        ]
  return [
    createMainHint('b', 'back'),
    createMainHint('?', 'help'),
    ...entered,
    ...states,
    createMainHint('s', 'skip'),
    createMinorHint('j', 'jump'),
    createMinorHint('r', 'review'),
    createMinorHint('q', 'save and leave'),
  ]
}

/** What Enter does with the line as it is: nothing on a new one ends a list or table. */
function listRowHints(atEnd: boolean, { field }: ListMode | TableMode): readonly Hint[] {
  return [
    createMainHint('Enter', atEnd && field.line === '' ? 'done' : 'next'),
    createMinorHint('↑↓', 'edit'),
    createMinorHint('Ctrl-X', 'remove'),
    createMainHint('Esc', 'other keys'),
    createMinorHint('Ctrl-S', 'save and leave'),
  ]
}

function listReviewHints({ cursor }: Extract<ScreenMode, { type: 'review' }>, complete: boolean) {
  const finish = complete ? 'finish' : 'go on'
  const enter =
    cursor === null
      ? [createMainHint('Enter', finish)]
      : [createMainHint('Enter', 'change'), createMainHint('f', finish)]
  return [
    ...enter,
    createMainHint('↑↓', 'choose'),
    createMainHint('b', 'back'),
    createMinorHint('j', 'jump'),
    createMainHint('q', 'save and leave'),
  ]
}

function createMainHint(key: string, does: string): Hint {
  return { key, meaning: does, main: true }
}

function createMinorHint(key: string, does: string): Hint {
  return { key, meaning: does, main: false }
}

function measureHints(hints: readonly Hint[], gap: string): number {
  return measureText(hints.map(({ key, meaning: does }) => `${key} ${does}`).join(gap))
}
