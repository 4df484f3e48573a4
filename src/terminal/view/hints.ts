import { type AnyQuestion, current, entryOf, isComplete } from '../../interview/order.ts'
import type { Desk, Mode } from '../keys/desk.ts'
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
export function hintLines(hints: readonly Hint[], columns: number, paint: Paint): readonly Line[] {
  const width = innerWidth(columns)
  const rows: Hint[][] = [[]]
  for (const hint of hints) {
    const row = rows.at(-1) ?? []
    if (row.length > 0 && widthOf([...row, hint]) > width) rows.push([hint])
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
  ).slice(0, 1)
}

export function hintsFor({ interview, mode }: Desk): readonly Hint[] {
  const question = current(interview)
  switch (mode.type) {
    case 'options':
      return question === null
        ? []
        : [...pickHints(question, mode), ...entered(interview, question), ...hotkeys(question)]
    case 'commands':
      return question === null ? [] : [main('Enter', 'go on typing'), ...hotkeys(question)]
    case 'field':
      return [main('Enter', 'answer'), main('Esc', 'other keys'), main('Ctrl-S', 'save and leave')]
    case 'note':
      return [main('Enter', 'keep this note'), main('Esc', 'cancel')]
    case 'reason':
      return [main('Enter', 'not applicable'), main('Esc', 'cancel')]
    case 'list':
      return growing('empty line ends the list')
    case 'table':
      return growing('empty row ends the table')
    case 'guidance':
      return [main('Enter', 'next page'), main('b', 'page before'), main('Esc', 'close')]
    case 'jump':
      return [
        main('Enter', 'go'),
        main('↑↓', 'choose'),
        main('o', 'first open'),
        main('Esc', 'close'),
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
  const digits = count === 10 ? '1–9, 0' : `1–${count}`
  if (form.type === 'choices') return [main(digits, 'tick'), main('Enter', 'answer')]
  if (cursor !== null) return [main('Enter', 'answer'), main(digits, 'answer')]
  return [main(form.type === 'yes-no' ? 'y n' : digits, 'answer')]
}

function entered(interview: Desk['interview'], { id, form }: AnyQuestion): readonly Hint[] {
  const kept = entryOf(interview, id) !== null && form.type !== 'choices'
  return kept ? [main('Enter', 'keep')] : []
}

function hotkeys({ dimension }: AnyQuestion): readonly Hint[] {
  const states =
    dimension === null
      ? []
      : [more('w', 'note'), more('d', "don't know"), more('a', 'not applicable')]
  return [
    main('b', 'back'),
    ...states,
    main('s', 'skip'),
    main('?', 'help'),
    more('j', 'jump'),
    more('r', 'review'),
    more('q', 'save and leave'),
  ]
}

function growing(ends: string): readonly Hint[] {
  return [
    main('Enter', ends),
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

const gap = '   '

function widthOf(hints: readonly Hint[]): number {
  return textWidth(hints.map(({ key, does }) => `${key} ${does}`).join(gap))
}
