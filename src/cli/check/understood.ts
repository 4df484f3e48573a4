import { showUnderstood } from '../../reading/show-plan.ts'
import type { Source } from '../source.ts'
import type { Inspected } from './inspected.ts'

/** What was understood of a plan, and what of it was not. */
export function understoodOf({ document }: Source, { findings }: Inspected): string {
  const leftOver = findings.filter(
    ({ id, file }) => file === document.name && isAboutReading.test(id) && id !== 'schema.missing',
  )
  return showUnderstood(
    document,
    leftOver.toSorted((a, b) => a.line - b.line || a.column - b.column),
  )
}

/** Findings of reading and decoding, rather than of checks. */
const isAboutReading = /^(?:yaml|schema)\./
