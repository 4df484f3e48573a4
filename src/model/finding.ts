import type { Message } from '../words/message.ts'

/** Where a value stands inside a file's value: keys and list indexes from the top. */
export type Path = readonly (string | number)[]

export type Severity = 'info' | 'warning' | 'error'

/**
 * Something wrong in a file, named by path. `reading` turns the path into a place.
 *
 * `at` says which part of the path's entry is meant: its value, or the key it stands under.
 * A path that does not exist is placed on its nearest existing parent.
 */
export interface Finding {
  /** `yaml.duplicate-key`, `schema.type`, `trust.confidentiality`, … */
  readonly id: string
  readonly severity: Severity
  /** What is wrong: the offending value, and what was expected. */
  readonly message: Message | string
  readonly path: Path
  readonly at: 'key' | 'value'
  /** What to do about it, or null. */
  readonly fix: Message | string | null
  /** Offsets inside the scalar's decoded text that the finding is about (an expression's error range). */
  readonly within?: { readonly start: number; readonly end: number }
}

/** Lines and columns from 1, in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export interface PlacedFinding extends Finding, Span {
  /** The file as it was given, with `/`. */
  readonly file: string
  /** The source line with a caret under the place; empty where there is no line to show. */
  readonly excerpt: string
}

/** Until every room holds messages by id: what can be shown of one without its words. */
export function toInterimText(message: Message | string): string {
  return typeof message === 'string' ? message : message.say
}
