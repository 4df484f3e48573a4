import type { Active } from '../../interview/state.ts'
import type { Row } from '../../model/response.ts'
import type { Kept } from '../saving.ts'
import type { Field } from './field.ts'

/** What is on the screen: the interview, and what the person is in the middle of. Plain data; `press` makes the next one. */
export interface Desk extends Kept {
  readonly mode: Mode
  readonly message: Message | null
  readonly size: Size
  /** Keys belong to pasted text, which is no command. */
  readonly pasting: boolean
}

export interface Size {
  readonly columns: number
  readonly rows: number
}

export interface Message {
  readonly text: string
  readonly tone: 'info' | 'warning'
}

export type Mode =
  /** `chosen` is what is ticked where several may be; `sure` is the key that has to be pressed twice. */
  | {
      readonly type: 'options'
      readonly cursor: number | null
      readonly chosen: readonly string[]
      readonly sure: string | null
    }
  | { readonly type: 'field'; readonly field: Field }
  | ListMode
  | TableMode
  /** The hotkeys of a question that is typed. */
  | { readonly type: 'commands'; readonly under: Mode; readonly sure: string | null }
  | {
      readonly type: 'note' | 'reason'
      readonly field: Field
      readonly under: Mode
    }
  | { readonly type: 'guidance'; readonly page: number; readonly under: Mode }
  | { readonly type: 'jump'; readonly cursor: number; readonly under: Mode }
  | { readonly type: 'review'; readonly cursor: number | null }
  /** The answers of all partners side by side. */
  | { readonly type: 'difference' }

/** `at` is the item being typed; one past the last is a new one. */
export interface ListMode {
  readonly type: 'list'
  readonly items: readonly string[]
  readonly at: number
  readonly field: Field
}

/** `row` is what is filled in so far of the row at `at`, up to `column`. */
export interface TableMode {
  readonly type: 'table'
  readonly rows: readonly Row[]
  readonly at: number
  readonly column: number
  readonly row: Row
  readonly field: Field
}

/** What the keys need from outside. */
export interface World {
  readonly active: Active
  /** RFC 3339. */
  readonly now: () => string
}

/** The line being typed, where one is. */
export function fieldIn(mode: Mode): Field | null {
  return 'field' in mode ? mode.field : null
}
