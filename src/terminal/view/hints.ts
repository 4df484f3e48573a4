import { type AnyQuestion, isComplete } from '../../interview/asked-questions.ts'
import {
  findCurrentEntry,
  findCurrentQuestion,
  getCurrentInterview,
} from '../../interview/round.ts'
import type { Answer } from '../../model/response.ts'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
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
        row.map(({ key, meaning }) => `${paint.accent(key)} ${paint.quiet(meaning)}`).join(gap),
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
        : [
            createMainHint({ say: 'key-enter' }, { say: 'hint-keep-typing' }),
            ...listHotkeyHints(question, []),
          ]
    case 'field':
      return [
        createMainHint({ say: 'key-enter' }, { say: 'hint-answer' }),
        createMainHint({ say: 'key-escape' }, { say: 'hint-other-keys' }),
        createMainHint({ say: 'key-leave' }, { say: 'hint-save-and-leave' }),
      ]
    case 'note':
      return [
        createMainHint({ say: 'key-enter' }, { say: 'hint-save-note' }),
        createMainHint({ say: 'key-escape' }, { say: 'hint-cancel' }),
      ]
    case 'reason':
      return [
        createMainHint({ say: 'key-enter' }, { say: 'hint-not-applicable' }),
        createMainHint({ say: 'key-escape' }, { say: 'hint-cancel' }),
      ]
    case 'list':
      return listRowHints(mode.items.length > 0 && mode.at === mode.items.length, mode)
    case 'table':
      return listRowHints(
        mode.rows.length > 0 && mode.at === mode.rows.length && mode.column === 0,
        mode,
      )
    case 'guidance':
      return [
        createMainHint({ say: 'key-enter' }, { say: 'hint-next-page' }),
        createMainHint({ say: 'key-escape' }, { say: 'hint-close' }),
        createMainHint('b', { say: 'hint-previous-page' }),
      ]
    case 'difference':
      return [
        createMainHint({ say: 'key-enter' }, { say: 'hint-go-on' }),
        createMainHint('w', { say: 'hint-note-why' }),
        createMainHint('b', { say: 'hint-back' }),
        createMinorHint('?', { say: 'hint-help' }),
        createMinorHint('j', { say: 'hint-jump' }),
        createMinorHint('r', { say: 'hint-review' }),
        createMinorHint('q', { say: 'hint-save-and-leave' }),
      ]
    case 'jump':
      return [
        createMainHint({ say: 'key-enter' }, { say: 'hint-go' }),
        createMainHint({ say: 'key-arrows' }, { say: 'hint-choose' }),
        createMainHint({ say: 'key-escape' }, { say: 'hint-close' }),
        createMainHint('o', { say: 'hint-first-missing' }),
        createMinorHint('r', { say: 'hint-review' }),
        createMinorHint('q', { say: 'hint-save-and-leave' }),
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
        ? [
            createMainHint({ say: 'key-space' }, { say: 'hint-select' }),
            createMainHint({ say: 'key-enter' }, { say: 'hint-answer' }),
          ]
        : [createMainHint({ say: 'key-enter' }, { say: 'hint-answer' })]
    return [createMainHint({ say: 'key-arrows' }, { say: 'hint-choose' }), ...enter]
  }
  const digits: InterviewText = { say: 'key-digits', last: Math.min(count, 9) }
  const does: InterviewText = { say: form.type === 'choices' ? 'hint-select' : 'hint-answer' }
  const tenth = count === 10 ? [createMainHint('0', { say: 'hint-tenth' })] : []
  if (form.type === 'choices')
    return [
      createMainHint(digits, does),
      ...tenth,
      createMainHint({ say: 'key-enter' }, { say: 'hint-answer' }),
    ]
  if (cursor !== null)
    return [
      createMainHint({ say: 'key-enter' }, { say: 'hint-answer' }),
      createMinorHint(digits, does),
    ]
  if (form.type === 'yes-no')
    return [createMainHint('y', { say: 'hint-yes' }), createMainHint('n', { say: 'hint-no' })]
  return [createMainHint(digits, does), ...tenth]
}

function listKeepHints({ form }: AnyQuestion, entry: Answer | null): readonly Hint[] {
  const enterKeeps = entry !== null && form.type !== 'choices'
  return enterKeeps ? [createMainHint({ say: 'key-enter' }, { say: 'hint-keep' })] : []
}

function listHotkeyHints({ dimension }: AnyQuestion, entered: readonly Hint[]): readonly Hint[] {
  const states =
    dimension === null
      ? []
      : [
          createMinorHint('w', { say: 'hint-note' }),
          createMinorHint('d', { say: 'hint-dont-know' }),
          createMinorHint('a', { say: 'hint-not-applicable' }),
        ]
  return [
    createMainHint('b', { say: 'hint-back' }),
    createMainHint('?', { say: 'hint-help' }),
    ...entered,
    ...states,
    createMainHint('s', { say: 'hint-skip' }),
    createMinorHint('j', { say: 'hint-jump' }),
    createMinorHint('r', { say: 'hint-review' }),
    createMinorHint('q', { say: 'hint-save-and-leave' }),
  ]
}

/** What Enter does with the line as it is: nothing on a new one ends a list or table. */
function listRowHints(atEnd: boolean, { field }: ListMode | TableMode): readonly Hint[] {
  return [
    createMainHint(
      { say: 'key-enter' },
      { say: atEnd && field.line === '' ? 'hint-done' : 'hint-next' },
    ),
    createMinorHint({ say: 'key-arrows' }, { say: 'hint-edit' }),
    createMinorHint({ say: 'key-remove' }, { say: 'hint-remove' }),
    createMainHint({ say: 'key-escape' }, { say: 'hint-other-keys' }),
    createMinorHint({ say: 'key-leave' }, { say: 'hint-save-and-leave' }),
  ]
}

function listReviewHints({ cursor }: Extract<ScreenMode, { type: 'review' }>, complete: boolean) {
  const finish: InterviewText = { say: complete ? 'hint-finish' : 'hint-go-on' }
  const enter =
    cursor === null
      ? [createMainHint({ say: 'key-enter' }, finish)]
      : [createMainHint({ say: 'key-enter' }, { say: 'hint-change' }), createMainHint('f', finish)]
  return [
    ...enter,
    createMainHint({ say: 'key-arrows' }, { say: 'hint-choose' }),
    createMainHint('b', { say: 'hint-back' }),
    createMinorHint('j', { say: 'hint-jump' }),
    createMainHint('q', { say: 'hint-save-and-leave' }),
  ]
}

function createMainHint(key: InterviewText | string, meaning: InterviewText): Hint {
  return { ...createMinorHint(key, meaning), main: true }
}

/** A key that is a letter or a sign stands for itself. */
function createMinorHint(key: InterviewText | string, meaning: InterviewText): Hint {
  const name = typeof key === 'string' ? key : sayInterview(key)
  return { key: name, meaning: sayInterview(meaning), main: false }
}

function measureHints(hints: readonly Hint[], gap: string): number {
  return measureText(hints.map(({ key, meaning }) => `${key} ${meaning}`).join(gap))
}
