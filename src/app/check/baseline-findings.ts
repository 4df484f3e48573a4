import type { BaselineEntry } from '../../checks/baseline.ts'
import { createFinding, createUnknownReference } from '../../model/finding.ts'
import type { Message } from '../../words/message.ts'
import type { Source } from '../load/source.ts'
import { addRelatedFindings, type CheckLog } from './check-log.ts'
import type { Settings } from './settings.ts'

/** Settings that name a baseline say where they do so. */
export function addMissingBaselineFindings(book: CheckLog, settings: readonly Settings[]): void {
  for (const own of settings) {
    const { source, config } = own
    if (source === null) continue
    const finding = createUnknownReference(
      ['baseline'],
      { say: 'baseline-missing', path: config?.baseline ?? '' },
      { say: 'baseline-setting-hint' },
    )
    addRelatedFindings(
      book,
      source,
      { kind: 'config', findings: [source.document.place(finding)] },
      own,
    )
  }
}

/** Entries that nothing was found for, each at its line. */
export function addStaleEntryFindings(
  book: CheckLog,
  source: Source,
  { old, stale }: { readonly old: readonly BaselineEntry[]; readonly stale: readonly number[] },
  [settings]: readonly Settings[],
): void {
  if (settings === undefined) return
  const findings = stale.map((index) => {
    const { id = '', file = '', path } = old[index] ?? {}
    const message: Message =
      path === undefined || path === '.'
        ? { say: 'baseline-entry-gone', id, file }
        : { say: 'baseline-place-gone', id, path, file }
    return source.document.place(
      createFinding('baseline.stale', ['findings', index], message, {
        severity: 'warning',
        fix: { say: 'remove-baseline-entry' },
      }),
    )
  })
  addRelatedFindings(book, source, { kind: 'baseline', findings }, settings)
}
