import { findCurrentEntry, findQuestion, getInterview } from '../../interview/round.ts'
import { type AnyQuestion, listMissing } from '../../interview/state.ts'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { ListMode, Screen, ScreenMode, TableMode } from '../keys/screen-state.ts'
import { listSelectOptions } from '../options.ts'
import { buildNoticePages } from './notice.ts'
import { type Canvas, type ScreenLine, shorten, toLine } from './screen-line.ts'
import { measureText } from './text-width.ts'

export type KeyMeaning = Extract<InterviewText, { say: 'key-meaning' }>['meaning']

/** A key and what it does here. A minor one is left out where there is room for one line only. */
type Hint = readonly [key: string, meaning: KeyMeaning, rank?: 'minor']

/** What the keys do here: all hints, wrapped between them; and the main ones on one line, with the names of all others below. */
export function buildHintLines(state: Screen, canvas: Canvas) {
  const hints = listHints(state)
  const main = hints.filter(([, , rank]) => rank === undefined)
  const [first, ...others] = wrapHints(main, canvas, '  ')
  const shown = main.slice(0, main.length - others.flatMap(({ keys }) => keys).length)
  const rest = hints.filter((hint) => !shown.includes(hint)).map(([key]) => key)
  return {
    hints: wrapHints(hints, canvas, '   ').map(({ line }) => line),
    shortHints: [
      ...(first === undefined ? [] : [first.line]),
      ...(rest.length === 0 || isPaged(state) ? [] : [buildMoreKeys(rest, canvas)]),
    ],
  }
}

/** A page needs its rows for its text, and says itself what the keys do. */
function isPaged({ mode }: Screen): boolean {
  return mode.type === 'notice' || mode.type === 'guidance'
}

function buildMoreKeys(keys: readonly string[], { width, paint }: Canvas): ScreenLine {
  const label = sayInterview({ say: 'more-keys' })
  const names = keys.map((key) => sayInterview({ say: 'key-name', key })).join(' ')
  const room = width - label.length - 1
  return toLine(`${paint.quiet(label)} ${paint.accent(shorten(names, room))}`)
}

function wrapHints(
  hints: readonly Hint[],
  { width, paint }: Canvas,
  gap: string,
): readonly { readonly line: ScreenLine; readonly keys: readonly string[] }[] {
  const rows: { plain: string; painted: string; keys: string[] }[] = []
  for (const [key, meaning] of hints) {
    const name = sayInterview({ say: 'key-name', key })
    const text = sayInterview({ say: 'key-meaning', meaning })
    const plain = `${name} ${text}`
    const painted = `${paint.accent(name)} ${paint.quiet(text)}`
    const row = rows.at(-1)
    if (row === undefined || measureText(`${row.plain}${gap}${plain}`) > width) {
      rows.push({ plain, painted, keys: [key] })
    } else {
      row.plain += `${gap}${plain}`
      row.painted += `${gap}${painted}`
      row.keys.push(key)
    }
  }
  return rows.map(({ painted, keys }) => ({ line: toLine(painted), keys }))
}

function listHints({ round, mode, size }: Screen): readonly Hint[] {
  const question = findQuestion(round)
  switch (mode.type) {
    case 'notice':
      return listNoticeHints(mode.page, buildNoticePages({ round, size }).length)
    case 'options':
      return question === null ? [] : listOptionHints(round, question, mode)
    case 'commands':
      return question === null ? [] : [['enter', 'keep-typing'], ...listHotkeyHints(question)]
    case 'list':
      return listRowHints(mode.items.length > 0 && mode.at === mode.items.length, mode)
    case 'table':
      return listRowHints(
        mode.rows.length > 0 && mode.at === mode.rows.length && mode.column === 0,
        mode,
      )
    case 'jump':
      return mode.field === null ? jumpHints : searchHints
    case 'review':
      return listReviewHints(mode, listMissing(getInterview(round)).length === 0)
    default:
      return fixedHints[mode.type]
  }
}

type FixedMode = 'field' | 'note' | 'reason' | 'guidance' | 'difference'

const fixedHints: Readonly<Record<FixedMode, readonly Hint[]>> = {
  field: [
    ['enter', 'answer'],
    ['escape', 'other-keys'],
    ['^s', 'save-and-leave'],
  ],
  note: [
    ['enter', 'save-note'],
    ['escape', 'cancel'],
  ],
  reason: [
    ['enter', 'not-applicable'],
    ['escape', 'cancel'],
  ],
  guidance: [
    ['enter', 'next-page'],
    ['escape', 'close'],
    ['b', 'previous-page'],
  ],
  difference: [
    ['enter', 'go-on'],
    ['w', 'note-why'],
    ['b', 'back'],
    ['arrows', 'read', 'minor'],
    ['?', 'help', 'minor'],
    ['j', 'jump', 'minor'],
    ['r', 'review', 'minor'],
    ['q', 'save-and-leave', 'minor'],
  ],
}

const jumpHints: readonly Hint[] = [
  ['enter', 'go'],
  ['arrows', 'choose'],
  ['/', 'search'],
  ['o', 'first-missing', 'minor'],
  ['escape', 'close'],
  ['r', 'review', 'minor'],
  ['q', 'save-and-leave', 'minor'],
]

const searchHints: readonly Hint[] = [
  ['enter', 'go'],
  ['arrows', 'choose'],
  ['escape', 'show-all'],
]

type OptionsMode = Extract<ScreenMode, { type: 'options' }>

function listOptionHints(
  round: Screen['round'],
  question: AnyQuestion,
  mode: OptionsMode,
): readonly Hint[] {
  const keeps =
    mode.cursor === null && question.form.type !== 'choices' && findCurrentEntry(round) !== null
  return [...listPickHints(question, mode), ...listHotkeyHints(question, keeps)]
}

function listPickHints({ form }: AnyQuestion, { cursor }: OptionsMode): readonly Hint[] {
  const count = listSelectOptions(form)?.length ?? 0
  const isSeveral = form.type === 'choices'
  const answer: Hint = ['enter', 'answer']
  if (count > 10) {
    const select: Hint = ['space', 'select']
    return [['arrows', 'choose'], ...(isSeveral ? [select] : []), answer]
  }
  const digits = `1–${Math.min(count, 9)}`
  const tenth: readonly Hint[] = count === 10 ? [['0', 'tenth']] : []
  if (isSeveral) return [[digits, 'select'], ...tenth, answer]
  if (cursor !== null) return [answer, [digits, 'answer', 'minor']]
  if (form.type !== 'yes-no') return [[digits, 'answer'], ...tenth]
  return [
    ['y', 'yes'],
    ['n', 'no'],
  ]
}

function listHotkeyHints({ dimension }: AnyQuestion, enterKeeps = false): readonly Hint[] {
  const keep: readonly Hint[] = enterKeeps ? [['enter', 'keep']] : []
  const states: readonly Hint[] = [
    ['w', 'note', 'minor'],
    ['p', 'private-note', 'minor'],
    ['d', 'dont-know', 'minor'],
    ['a', 'not-applicable', 'minor'],
  ]
  return [
    ['b', 'back'],
    ['?', 'help'],
    ...keep,
    ...(dimension === null ? [] : states),
    ['s', 'skip'],
    ['j', 'jump', 'minor'],
    ['r', 'review', 'minor'],
    ['q', 'save-and-leave', 'minor'],
  ]
}

function listNoticeHints(page: number, pages: number): readonly Hint[] {
  const back: readonly Hint[] = page === 0 ? [] : [['b', 'previous-page', 'minor']]
  return [['enter', page < pages - 1 ? 'next-page' : 'go-on'], ['q', 'leave'], ...back]
}

/** What Enter does with the line as it is: on a new line without text it ends a list or table. */
function listRowHints(atEnd: boolean, { field }: ListMode | TableMode): readonly Hint[] {
  return [
    ['enter', atEnd && field.line === '' ? 'done' : 'next'],
    ['arrows', 'edit', 'minor'],
    ['^x', 'remove', 'minor'],
    ['escape', 'other-keys'],
    ['^s', 'save-and-leave', 'minor'],
  ]
}

function listReviewHints(
  { cursor }: Extract<ScreenMode, { type: 'review' }>,
  complete: boolean,
): readonly Hint[] {
  const finish = complete ? 'finish' : 'go-on'
  const enter: readonly Hint[] =
    cursor === null
      ? [['enter', finish]]
      : [
          ['enter', 'change'],
          ['f', finish],
        ]
  return [
    ...enter,
    ['arrows', 'choose'],
    ['b', 'back'],
    ['j', 'jump', 'minor'],
    ['q', 'save-and-leave'],
  ]
}
