import type { BaselineEntry } from '../../checks/baseline.ts'
import type { Finding } from '../../model/finding.ts'
import type { Source } from '../load/source.ts'
import { addRelatedFindings, type CheckLog } from './check-log.ts'
import type { Settings } from './settings.ts'

/** Settings that name a baseline say where they do so. */
export function addMissingBaselineFindings(book: CheckLog, settings: readonly Settings[]): void {
  for (const own of settings) {
    const { source, config } = own
    if (source === null) continue
    const finding: Finding = {
      id: 'reference.unknown',
      severity: 'error',
      message: `There is no baseline "${config?.baseline}"`,
      path: ['baseline'],
      at: 'value',
      fix: 'Write it with --update-baseline, or take the setting away',
    }
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
    const where = path === undefined || path === '.' ? '' : ` at "${path}"`
    return source.document.place({
      id: 'baseline.stale',
      severity: 'warning',
      message: `"${id}"${where} in "${file}" is found no more`,
      path: ['findings', index],
      at: 'value',
      fix: 'Take it out with --update-baseline',
    })
  })
  addRelatedFindings(book, source, { kind: 'baseline', findings }, settings)
}
