import { formatRowCell, getCell, nameColumn } from '../../interview/answer-text.ts'
import { numberForm } from '../../model/forms/number.ts'
import { findChoiceId } from '../../model/forms/pick.ts'
import { type Column, fitCell } from '../../model/forms/table.ts'
import type { ActiveQuestionFinder, Answer, Row } from '../../model/response.ts'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import { toWords } from '../options.ts'
import type { RoundSession } from '../round-session.ts'

/** What is on the screen: the round, and what the person is doing. Plain data; `pressKey` makes the next one. */
export interface Screen extends RoundSession {
  readonly mode: ScreenMode
  readonly message: ScreenMessage | null
  readonly size: ScreenSize
  /** The keys that come now are pasted text, not commands. */
  readonly pasting: boolean
}

export interface ScreenSize {
  readonly columns: number
  readonly rows: number
}

export interface ScreenMessage {
  readonly text: InterviewText
  readonly tone: 'info' | 'warning'
}

export type ScreenMode =
  /** What is told before the first question. */
  | { readonly type: 'notice'; readonly page: number }
  /** `chosen` is what is selected where several may be; `sure` is the key that has to be pressed again. */
  | {
      readonly type: 'options'
      readonly cursor: number | null
      readonly chosen: readonly string[]
      readonly sure: string | null
    }
  | { readonly type: 'field'; readonly field: InputField }
  | ListMode
  | TableMode
  /** The hotkeys of a question whose answer is typed. */
  | { readonly type: 'commands'; readonly under: ScreenMode; readonly sure: string | null }
  | NoteMode
  | { readonly type: 'reason'; readonly field: InputField; readonly under: ScreenMode }
  | { readonly type: 'guidance'; readonly page: number; readonly under: ScreenMode }
  | JumpMode
  | { readonly type: 'review'; readonly cursor: number | null }
  /** The answers of all partners side by side; the one at the cursor is never cut. */
  | { readonly type: 'difference'; readonly cursor: number }

/** `field` is what is searched for; null while the letters are hotkeys. */
export interface JumpMode {
  readonly type: 'jump'
  readonly cursor: number
  readonly field: InputField | null
  readonly under: ScreenMode
}

export interface NoteMode {
  readonly type: 'note'
  readonly private: boolean
  readonly field: InputField
  readonly under: ScreenMode
}

/** Ready to edit the note of an entry. One that is private stays so. */
export function createNoteMode(
  entry: Answer | null,
  isPrivate: boolean,
  under: ScreenMode,
): NoteMode {
  const before = entry?.privateNote
  const field = toInputField(before ?? entry?.note ?? '')
  return { type: 'note', private: isPrivate || before !== undefined, field, under }
}

/** `at` is the item being typed; one past the last is a new one. */
export interface ListMode {
  readonly type: 'list'
  readonly items: readonly string[]
  readonly at: number
  readonly field: InputField
}

/** `row` is what is filled in so far of the row at `at`, up to `column`. */
export interface TableMode {
  readonly type: 'table'
  readonly rows: readonly Row[]
  readonly at: number
  readonly column: number
  readonly row: Row
  readonly field: InputField
}

/** What the keys need from outside. */
export interface KeyContext {
  readonly active: ActiveQuestionFinder
  /** RFC 3339. */
  readonly now: () => string
}

/** The line being typed; null if there is none. */
export function getInputField(mode: ScreenMode): InputField | null {
  return 'field' in mode ? mode.field : null
}

/** At the first column of a new row. */
export function moveToNewRow(rows: readonly Row[]): TableMode {
  return { type: 'table', rows, at: rows.length, column: 0, row: {}, field: emptyInputField }
}

/** At a cell of a row, ready to edit its text. */
export function moveToCell(
  mode: TableMode,
  columns: readonly Column[],
  place: { readonly at: number; readonly column: number; readonly row: Row },
): TableMode {
  const column = columns[place.column]
  const cell = column === undefined ? null : getCell(place.row, column)
  return {
    ...mode,
    ...place,
    field: toInputField(cell === null ? '' : formatRowCell(column, cell)),
  }
}

/** A column's title, with the range of its numbers. */
export function formatColumnTitle(column: Column): string {
  return nameColumn(column, sayInterview)
}

type TypedCell = { readonly cell: string | number | null } | { readonly wrong: InterviewText }

/** What was typed, as the column's value; choices go by number, id or title. Blank is an empty cell. */
export function parseTypedCell(column: Column, text: string): TypedCell {
  if (text === '') return { cell: null }
  switch (column.type) {
    case 'text':
      return { cell: text }
    case 'number': {
      const read = numberForm.fromText({ type: 'number', from: null, to: null }, text, 'either')
      const fit = 'misfit' in read ? read : fitCell(column, read.value)
      return 'misfit' in fit ? { wrong: toWords(fit.misfit) } : { cell: Number(fit.value) }
    }
    case 'choice': {
      const { choices } = column
      const cell = findChoiceId(choices, text) ?? choices[Number(text) - 1]?.id
      return cell === undefined
        ? { wrong: { say: 'not-a-choice', text, last: choices.length } }
        : { cell }
    }
    default:
      return column.type satisfies never
  }
}

/** A line being typed. Line breaks inside it show as `↵`, so that readline can edit a text of several lines. */
export interface InputField {
  readonly line: string
  /** In UTF-16 units, as readline counts. */
  readonly caret: number
}

export const emptyInputField: InputField = { line: '', caret: 0 }

/** A text ready to be edited, with the caret at the end. */
export function toInputField(text: string): InputField {
  const line = text.trimEnd().replaceAll('\r\n', '\n').replaceAll('\n', lineBreakMark)
  return { line, caret: line.length }
}

/** The typed text, as it is stored. */
export function getTypedText({ line }: InputField): string {
  return line
    .split(lineBreakMark)
    .map((part) => part.trim())
    .join('\n')
    .trim()
}

export function addLineBreak({ line, caret }: InputField): InputField {
  return { line: `${line.slice(0, caret)}${lineBreakMark}${line.slice(caret)}`, caret: caret + 1 }
}

const lineBreakMark = '↵'
