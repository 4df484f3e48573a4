import { renderPlanAsRead } from '../../reading/show-plan.ts'
import type { Source } from '../load/source.ts'
import type { Inspection } from './inspection.ts'

/** What was understood of a plan, and what of it was not. */
export function describeUnderstoodPlan({ document }: Source, { findings }: Inspection): string {
  const leftOver = findings.filter(
    ({ id, file }) =>
      file === document.name && readingFindingId.test(id) && id !== 'schema.missing',
  )
  return renderPlanAsRead(
    document,
    leftOver.toSorted((a, b) => a.line - b.line || a.column - b.column),
  )
}

/** Findings of reading and decoding, rather than of checks. */
const readingFindingId = /^(?:yaml|schema)\./
