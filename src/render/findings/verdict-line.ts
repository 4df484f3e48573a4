import type { CheckRun } from '../../model/check-run.ts'
import type { FindingsText } from '../../words/message.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { isActive, listFindingsInFiles } from './severity-order.ts'
import { countSetAside, countSeverity, formatSeverityCounts } from './words.ts'

/** One line that always agrees with the exit code: whether the run passes, and if not, why not. */
export function formatCheckVerdictLine(run: CheckRun): string {
  return sayFindings({ say: 'verdict-line', verdict: formatCheckVerdict(run) })
}

/** `pass (2 warnings, 3 waived)`, `fail (1 error, 1 limit missed)`. */
export function formatCheckVerdict(run: CheckRun): string {
  const found = listFindingsInFiles(run).map(({ finding }) => finding)
  const counts = run.verdict.pass
    ? [formatSeverityCounts(found.filter(isActive))].filter((text) => text !== '')
    : countFailures(run).map(sayFindings)
  // What counts for nothing in the verdict is said beside it.
  const items = [...counts, ...countSetAside(found)]
  const verdict: FindingsText = { say: run.verdict.pass ? 'verdict-pass' : 'verdict-fail' }
  return sayFindings(
    items.length === 0
      ? verdict
      : { say: 'verdict-with', verdict, details: { say: 'list', items } },
  )
}

function countFailures({ verdict }: CheckRun): readonly FindingsText[] {
  const found = verdict.reasons.flatMap((reason) =>
    reason.code === 'findings' ? [countSeverity(reason.severity, reason.count)] : [],
  )
  const missed = verdict.reasons.filter(({ code }) => code === 'limit').length
  const unchecked = verdict.reasons.filter(({ code }) => code === 'unchecked').length
  return [
    ...found,
    ...(missed === 0 ? [] : [{ say: 'limits-missed', number: missed } as const]),
    ...(unchecked === 0 ? [] : [{ say: 'files-not-checked', number: unchecked } as const]),
  ]
}
