import type { Finding, PlacedFinding } from '../model/finding.ts'
import { excerpt } from './excerpt.ts'
import { spanAt } from './lines.ts'
import { findPlaces, type Outline, type Place } from './places.ts'
import type { Problem } from './problem.ts'
import type { Comment, SourceDocument } from './source-document.ts'
import type { Range } from './value-builder.ts'
import { withinBlock } from './within-block.ts'

/** What came of reading a file. */
export interface Read {
  readonly name: string
  readonly text: string
  readonly problems: readonly Problem[]
  /** Null where there was nothing that could be read. */
  readonly outline: ReadOutline | null
}

interface ReadOutline extends Outline {
  /** In the order of the text. */
  comments(): readonly Comment[]
}

/** The document of it. Lines, places and comments are found when they are first asked for. */
export function openDocument({ name, text, problems, outline }: Read): SourceDocument {
  const readable = problems.every(({ severity }) => severity !== 'error')
  const known = readable ? outline : null
  const span = (range: Range) => spanAt(text, range.start, range.end)
  const placed = (finding: Finding, range: Range): PlacedFinding => {
    const place = span(range)
    return { ...finding, ...place, file: name, excerpt: excerpt(text, place) }
  }
  let find: ReturnType<typeof findPlaces> | null = null
  const placeOf: ReturnType<typeof findPlaces> = (path, at) => {
    if (known === null) return nowhere
    find ??= findPlaces(known)
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
    place: (finding) => placed(finding, narrowed(text, placeOf(finding.path, finding.at), finding)),
    span: (path, at) => span(placeOf(path, at)),
    comments: () => (known === null ? [] : known.comments()),
  }
}

const nowhere: Place = { start: 0, end: 0, exact: null, holds: false }

/** The part of a text that a finding is about, where the text stands in the file as it is read. */
function narrowed(text: string, place: Place, { at, within }: Finding): Range {
  if (within === undefined || at === 'key') return place
  if (place.exact === null) return withinBlock(text, place, within) ?? place
  const start = Math.min(place.exact + within.start, place.end)
  return { start, end: Math.max(start, Math.min(place.exact + within.end, place.end)) }
}
