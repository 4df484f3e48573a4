import type { ActiveQuestionFinder, Row } from '../../model/response.ts'
import type { InterviewText } from '../../words/message.ts'
import type { RoundSession } from '../round-session.ts'
import type { InputField } from './input-field.ts'

/** What is on the screen: the round, and what the person is doing. Plain data; `pressKey` makes the next one. */
export interface ScreenState extends RoundSession {
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
  | {
      readonly type: 'note' | 'reason'
      readonly field: InputField
      readonly under: ScreenMode
    }
  | { readonly type: 'guidance'; readonly page: number; readonly under: ScreenMode }
  | { readonly type: 'jump'; readonly cursor: number; readonly under: ScreenMode }
  | { readonly type: 'review'; readonly cursor: number | null }
  /** The answers of all partners side by side. */
  | { readonly type: 'difference' }

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
