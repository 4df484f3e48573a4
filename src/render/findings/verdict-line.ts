import type { CheckRun } from '../../model/check-run.ts'
import { allFound, isActive } from './standing.ts'
import { counted, countedSeverity, severityCounts } from './words.ts'

/** One line that always agrees with the exit code: whether the run passes, and if not, why not. */
export function verdictLine(run: CheckRun): string {
  return `Verdict: ${verdictText(run)}`
}

/** `pass (2 warnings)`, `fail (1 error, 1 limit missed)`. */
export function verdictText(run: CheckRun): string {
  const active = allFound(run).flatMap(({ finding }) => (isActive(finding) ? [finding] : []))
  const details = run.verdict.pass ? severityCounts(active) : failures(run)
  return `${run.verdict.pass ? 'pass' : 'fail'}${details === '' ? '' : ` (${details})`}`
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
