import type { Message } from '../words/message.ts'

/** The place of a value inside a file's value: keys and list indexes from the top. */
export type Path = readonly (string | number)[]

/** From the gravest down. */
export const severities = ['error', 'warning', 'info'] as const

export type Severity = (typeof severities)[number]

/**
 * Something wrong in a file, named by path. `reading` turns the path into a place.
 *
 * `at` says which part of the path's entry is meant: its value or its key.
 * A path that does not exist is placed on its nearest existing parent.
 */
export interface Finding {
  /** `yaml.duplicate-key`, `schema.type`, `trust.confidentiality`, … */
  readonly id: string
  readonly severity: Severity
  /** What is wrong: the offending value, and what was expected. */
  readonly message: Message
  readonly path: Path
  readonly at: 'key' | 'value'
  /** What to do about it, or null. */
  readonly fix: Message | null
  /** Offsets inside the scalar's decoded text that the finding is about (an expression's error range). */
  readonly within?: { readonly start: number; readonly end: number }
  /**
   * On an entry that fails a check with `together`: the text around the list of entries, in two parts or more, and what this
   * entry is called in the list.
   */
  readonly together?: { readonly around: readonly Message[]; readonly entry: Message | string }
  /** Of a document in prose: nothing in it is about this, as far as it was understood. */
  readonly absent?: true
}

/** An error about a value, unless `more` says otherwise. */
export function createFinding(
  id: string,
  path: Path,
  message: Finding['message'],
  more: Partial<Pick<Finding, 'severity' | 'at' | 'fix' | 'within' | 'together'>> = {},
): Finding {
  return { id, severity: 'error', message, path, at: 'value', fix: null, ...more }
}

/** An id or a name that leads to nothing. */
export function createUnknownReference(
  path: Path,
  message: Finding['message'],
  fix: Finding['fix'] = null,
): Finding {
  return createFinding('reference.unknown', path, message, { fix })
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
