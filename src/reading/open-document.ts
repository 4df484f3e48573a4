import type { Finding, PlacedFinding } from '../model/finding.ts'
import { renderExcerpt } from './excerpt.ts'
import { toSpan } from './lines.ts'
import { createPlaceFinder, type NodePlace, type Outline } from './places.ts'
import type { TextProblem } from './problem.ts'
import type { SourceComment, SourceDocument } from './source-document.ts'
import type { TextRange } from './value-builder.ts'
import { findRangeInBlock } from './within-block.ts'

/** What came of reading a file. */
export interface ReadResult {
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

/** The part of a text that a finding is about, where the text stands in the file as it is read. */
function narrowPlace(text: string, place: NodePlace, { at, within }: Finding): TextRange {
  if (within === undefined || at === 'key') return place
  if (place.exact === null) return findRangeInBlock(text, place, within) ?? place
  const start = Math.min(place.exact + within.start, place.end)
  return { start, end: Math.max(start, Math.min(place.exact + within.end, place.end)) }
}
