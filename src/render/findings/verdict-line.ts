import type { CheckedFinding, CheckRun } from '../../model/check-run.ts'
import { isActive, listFindingsInFiles } from './severity-order.ts'
import { formatNounCount, formatSeverityCount, formatSeverityCounts } from './words.ts'

/** One line that always agrees with the exit code: whether the run passes, and if not, why not. */
export function formatCheckVerdictLine(run: CheckRun): string {
  return `Verdict: ${formatCheckVerdict(run)}`
}

/** `pass (2 warnings, 3 waived)`, `fail (1 error, 1 limit missed)`. */
export function formatCheckVerdict(run: CheckRun): string {
  const found = listFindingsInFiles(run).map(({ finding }) => finding)
  const counts = run.verdict.pass
    ? formatSeverityCounts(found.filter(isActive))
    : formatFailures(run)
  const details = [counts, ...listSetAsideCounts(found)].filter((words) => words !== '').join(', ')
  return `${run.verdict.pass ? 'pass' : 'fail'}${details === '' ? '' : ` (${details})`}`
}

/** What counts for nothing in the verdict is said beside it. */
function listSetAsideCounts(found: readonly CheckedFinding[]): readonly string[] {
  const waived = found.filter((finding) => finding.waived !== null).length
  const known = found.filter((finding) => finding.waived === null && finding.baseline).length
  return [...(waived === 0 ? [] : [`${waived} waived`]), ...(known === 0 ? [] : [`${known} known`])]
}

function formatFailures({ verdict }: CheckRun): string {
  const found = verdict.reasons.flatMap((reason) =>
    reason.code === 'findings' ? [formatSeverityCount(reason.severity, reason.count)] : [],
  )
  const missed = verdict.reasons.filter(({ code }) => code === 'limit').length
  const unchecked = verdict.reasons.filter(({ code }) => code === 'unchecked').length
  return [
    ...found,
    ...(missed === 0 ? [] : [`${formatNounCount(missed, 'limit')} missed`]),
    ...(unchecked === 0 ? [] : [`${formatNounCount(unchecked, 'file')} not checked`]),
  ].join(', ')
}
