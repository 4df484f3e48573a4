import type { Finding, Path, PlacedFinding, Span } from '../model/finding.ts'
import { findRangeInBlock } from './block-text.ts'
import type { SourceComment } from './comments.ts'
import { renderExcerpt } from './excerpt.ts'
import { type TextRange, toSpan } from './lines.ts'
import { createPlaceFinder, type NodePlace, type Outline } from './places.ts'
import type { TextProblem } from './problem.ts'

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
   * A map or list is at its first key or item, an empty value at its key, and what does not exist at the key of its
   * nearest existing parent (a list's item has none, so its first key; without any, the first key of the document).
   */
  span(path: Path, at: 'key' | 'value'): Span
  comments(): readonly SourceComment[]
}

/** What came of reading a file. */
interface ReadResult {
  readonly name: string
  readonly text: string
  readonly problems: readonly TextProblem[]
  /** Null where there was nothing that could be read. */
  readonly outline: OutlineWithComments | null
}

interface OutlineWithComments extends Outline {
  /** In the order of the text. */
  comments(): readonly SourceComment[]
}

/** The document of it. Lines, places and comments are found when they are first asked for. */
export function openDocument({ name, text, problems, outline }: ReadResult): SourceDocument {
  const readable = problems.every(({ severity }) => severity !== 'error')
  const known = readable ? outline : null
  const span = (range: TextRange) => toSpan(text, range.start, range.end)
  const placed = (finding: Finding, range: TextRange): PlacedFinding => {
    const place = span(range)
    return { ...finding, ...place, file: name, excerpt: renderExcerpt(text, place) }
  }
  let find: ReturnType<typeof createPlaceFinder> | null = null
  const placeOf: ReturnType<typeof createPlaceFinder> = (path, at) => {
    if (known === null) return noPlace
    find ??= createPlaceFinder(known)
    return find(path, at)
  }
  return {
    name,
    text,
    value: known?.root,
    readable,
    findings: problems
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, end, ...finding }) => placed(finding, { start, end })),
    place: (finding) =>
      placed(finding, narrowPlace(text, placeOf(finding.path, finding.at), finding)),
    span: (path, at) => span(placeOf(path, at)),
    comments: () => (known === null ? [] : known.comments()),
  }
}

const noPlace: NodePlace = { start: 0, end: 0, exact: null, isCollection: false }

/** The part of a text that a finding is about, if the text is in the file as it is read. */
function narrowPlace(text: string, place: NodePlace, { at, within }: Finding): TextRange {
  if (within === undefined || at === 'key') return place
  if (place.exact === null) return findRangeInBlock(text, place, within) ?? place
  const start = Math.min(place.exact + within.start, place.end)
  return { start, end: Math.max(start, Math.min(place.exact + within.end, place.end)) }
}
