import { type AnyQuestion, current, entryOf, isComplete } from '../../interview/order.ts'
import type { Desk, ListMode, Mode, TableMode } from '../keys/desk.ts'
import { optionsOf } from '../options.ts'
import { innerWidth, type Line, lineOf, margin } from './line.ts'
import type { Paint } from './paint.ts'
import { textWidth } from './text-width.ts'

export interface Hint {
  readonly key: string
  readonly does: string
  /** Stays where there is room for one line only. */
  readonly main: boolean
}

/** What the keys do here, wrapped between hints. */
export function hintLines(
  hints: readonly Hint[],
  columns: number,
  paint: Paint,
  gap = '   ',
): readonly Line[] {
  const width = innerWidth(columns)
  const rows: Hint[][] = [[]]
  for (const hint of hints) {
    const row = rows.at(-1) ?? []
    if (row.length > 0 && widthOf([...row, hint], gap) > width) rows.push([hint])
    else row.push(hint)
  }
  return rows.map((row) =>
    lineOf(
      margin + row.map(({ key, does }) => `${paint.accent(key)} ${paint.quiet(does)}`).join(gap),
    ),
  )
}

/** As many of the main hints as one line holds. */
export function fewHintLines(
  hints: readonly Hint[],
  columns: number,
  paint: Paint,
): readonly Line[] {
  return hintLines(
    hints.filter(({ main }) => main),
    columns,
    paint,
    '  ',
  ).slice(0, 1)
}

export function hintsFor({ interview, mode }: Desk): readonly Hint[] {
  const question = current(interview)
  switch (mode.type) {
    case 'options':
      return question === null
        ? []
        : [
            ...pickHints(question, mode),
            ...hotkeys(question, mode.cursor === null ? kept(interview, question) : []),
          ]
    case 'commands':
      return question === null ? [] : [main('Enter', 'go on typing'), ...hotkeys(question, [])]
    case 'field':
      return [main('Enter', 'answer'), main('Esc', 'other keys'), main('Ctrl-S', 'save and leave')]
    case 'note':
      return [main('Enter', 'keep this note'), main('Esc', 'cancel')]
    case 'reason':
      return [main('Enter', 'not applicable'), main('Esc', 'cancel')]
    case 'list':
      return growing(mode.items.length > 0 && mode.at === mode.items.length, mode)
    case 'table':
      return growing(
        mode.rows.length > 0 && mode.at === mode.rows.length && mode.column === 0,
        mode,
      )
    case 'guidance':
      return [main('Enter', 'next page'), main('Esc', 'close'), main('b', 'page before')]
    case 'difference':
      return [
        main('Enter', 'go on'),
        main('w', 'note why'),
        main('b', 'back'),
        more('?', 'help'),
        more('j', 'jump'),
        more('r', 'review'),
        more('q', 'save and leave'),
      ]
    case 'jump':
      return [
        main('Enter', 'go'),
        main('↑↓', 'choose'),
        main('Esc', 'close'),
        main('o', 'first open'),
        more('r', 'review'),
        more('q', 'save and leave'),
      ]
    case 'review':
      return reviewHints(mode, isComplete(interview))
    default:
      return mode satisfies never
  }
}

function pickHints({ form }: AnyQuestion, { cursor }: Extract<Mode, { type: 'options' }>) {
  const count = optionsOf(form)?.length ?? 0
  if (count > 10) {
    const enter =
      form.type === 'choices'
        ? [main('Space', 'tick'), main('Enter', 'answer')]
        : [main('Enter', 'answer')]
    return [main('↑↓', 'choose'), ...enter]
  }
  const digits = `1–${Math.min(count, 9)}`
  const does = form.type === 'choices' ? 'tick' : 'answer'
  const tenth = count === 10 ? [main('0', 'the tenth')] : []
  if (form.type === 'choices') return [main(digits, does), ...tenth, main('Enter', 'answer')]
  if (cursor !== null) return [main('Enter', 'answer'), more(digits, does)]
  if (form.type === 'yes-no') return [main('y', 'yes'), main('n', 'no')]
  return [main(digits, does), ...tenth]
}

function kept(interview: Desk['interview'], { id, form }: AnyQuestion): readonly Hint[] {
  const enterKeeps = entryOf(interview, id) !== null && form.type !== 'choices'
  return enterKeeps ? [main('Enter', 'keep')] : []
}

function hotkeys({ dimension }: AnyQuestion, entered: readonly Hint[]): readonly Hint[] {
  const states =
    dimension === null
      ? []
      : [more('w', 'note'), more('d', "don't know"), more('a', 'not applicable')]
  return [
    main('b', 'back'),
    main('?', 'help'),
    ...entered,
    ...states,
    main('s', 'skip'),
    more('j', 'jump'),
    more('r', 'review'),
    more('q', 'save and leave'),
  ]
}

/** What Enter does with the line as it is: nothing on a new one ends a list or table. */
function growing(atEnd: boolean, { field }: ListMode | TableMode): readonly Hint[] {
  return [
    main('Enter', atEnd && field.line === '' ? 'done' : 'next'),
    more('↑↓', 'edit'),
    more('Ctrl-X', 'remove'),
    main('Esc', 'other keys'),
    more('Ctrl-S', 'save and leave'),
  ]
}

function reviewHints({ cursor }: Extract<Mode, { type: 'review' }>, complete: boolean) {
  const finish = complete ? 'finish' : 'go on'
  const enter =
    cursor === null ? [main('Enter', finish)] : [main('Enter', 'change'), main('f', finish)]
  return [
    ...enter,
    main('↑↓', 'choose'),
    main('b', 'back'),
    more('j', 'jump'),
    main('q', 'save and leave'),
  ]
}

function main(key: string, does: string): Hint {
  return { key, does, main: true }
}

function more(key: string, does: string): Hint {
  return { key, does, main: false }
}

function widthOf(hints: readonly Hint[], gap: string): number {
  return textWidth(hints.map(({ key, does }) => `${key} ${does}`).join(gap))
}
