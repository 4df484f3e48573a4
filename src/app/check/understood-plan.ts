import type { PlacedFinding } from '../../model/finding.ts'
import type { SourceDocument } from '../../reading/open-document.ts'
import type { Source } from '../load/source.ts'
import type { Inspection } from './inspection.ts'

/** A plan as it was read, with what of it was not read. */
export interface UnderstoodPlan {
  readonly document: SourceDocument
  /** In the order of the file. */
  readonly unread: readonly PlacedFinding[]
}

export function toUnderstoodPlan({ document }: Source, { findings }: Inspection): UnderstoodPlan {
  const unread = findings.filter(
    ({ id, file }) =>
      file === document.name && readingFindingId.test(id) && id !== 'schema.missing',
  )
  return { document, unread: unread.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}

/** Findings of reading and decoding, rather than of checks. */
const readingFindingId = /^(?:yaml|schema)\./
