import type { CheckedFinding, CheckRun } from '../../model/check-run.ts'
import { allFound, isActive } from './standing.ts'
import { counted, countedSeverity, severityCounts } from './words.ts'

/** One line that always agrees with the exit code: whether the run passes, and if not, why not. */
export function verdictLine(run: CheckRun): string {
  return `Verdict: ${verdictText(run)}`
}

/** `pass (2 warnings, 3 waived)`, `fail (1 error, 1 limit missed)`. */
export function verdictText(run: CheckRun): string {
  const found = allFound(run).map(({ finding }) => finding)
  const counts = run.verdict.pass ? severityCounts(found.filter(isActive)) : failures(run)
  const details = [counts, ...setAsideCounts(found)].filter((words) => words !== '').join(', ')
  return `${run.verdict.pass ? 'pass' : 'fail'}${details === '' ? '' : ` (${details})`}`
}

/** What counts for nothing in the verdict is said beside it. */
function setAsideCounts(found: readonly CheckedFinding[]): readonly string[] {
  const waived = found.filter((finding) => finding.waived !== null).length
  const known = found.filter((finding) => finding.waived === null && finding.baseline).length
  return [...(waived === 0 ? [] : [`${waived} waived`]), ...(known === 0 ? [] : [`${known} known`])]
}

function failures({ verdict }: CheckRun): string {
  const found = verdict.reasons.flatMap((reason) =>
    reason.code === 'findings' ? [countedSeverity(reason.severity, reason.count)] : [],
  )
  const missed = verdict.reasons.filter(({ code }) => code === 'limit').length
  const unchecked = verdict.reasons.filter(({ code }) => code === 'unchecked').length
  return [
    ...found,
    ...(missed === 0 ? [] : [`${counted(missed, 'limit')} missed`]),
    ...(unchecked === 0 ? [] : [`${counted(unchecked, 'file')} not checked`]),
  ].join(', ')
}
