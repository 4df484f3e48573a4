import type { Finding, Path, PlacedFinding, Span } from '../model/finding.ts'

/** A file as it was understood: its value, what is wrong with it as text, and a place for every path. */
export interface SourceDocument {
  /** The file as it was given, with `/`. */
  readonly name: string
  /** Decoded, without a byte order mark; offsets and columns count in it. */
  readonly text: string
  /**
   * Maps have no prototype, so every key is plain text. Null where nothing is written (an empty file, only
   * comments), undefined where the file is unreadable.
   */
  readonly value: unknown
  /** False as soon as one finding is an error: the value would not be what its author meant. */
  readonly readable: boolean
  /** In the order of the text. */
  readonly findings: readonly PlacedFinding[]
  /** The finding with its line and column. */
  place(finding: Finding): PlacedFinding
  /**
   * A map or list stands at its first key or item, an empty value at its key, and what does not exist at the key of its
   * nearest existing parent (a list's item has none, so its first key; without any, the first key of the document).
   */
  span(path: Path, at: 'key' | 'value'): Span
  comments(): readonly SourceComment[]
}

/** A comment from its `#` to the end of its line. */
export interface SourceComment extends Span {
  /** Without the `#` and the space around. */
  readonly text: string
  /** Nothing else stands on its line. */
  readonly alone: boolean
}
