import type { AppliedWaiver, CheckReason, CheckRun } from '../../model/check-run.ts'
import { formatAgainstLimits, formatDecimal, maxDecimals } from '../../model/decimals.ts'
import { type Finding, type Severity, severities } from '../../model/finding.ts'
import type { Score } from '../../model/result.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { say } from '../../words/say-message.ts'

/** What all formats for people say in the same words. All of it is one line, safe to show. */

/** `1 file`, `2 files`. */
export function formatNounCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** `2 errors, 1 warning`; empty of none. */
export function formatSeverityCounts(findings: Iterable<Pick<Finding, 'severity'>>): string {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity]++
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => formatSeverityCount(severity, counts[severity]))
    .join(', ')
}

export function formatSeverityCount(severity: Severity, count: number): string {
  return severity === 'info' ? `${count} info` : formatNounCount(count, severity)
}

/**
 * A score to one decimal, half up, and to more where one would show a limit as reached that was not: those given, and
 * whole numbers, which limits and levels mostly are.
 */
export function formatCheckScore(value: number | null, limits: readonly number[] = []): string {
  if (value === null) return 'not scored'
  const rule = { tolerance: 1e-7, decimals: 1 }
  return formatAgainstLimits(value, [...limits, Math.ceil(value - rule.tolerance)], rule)
}

/** As `scoreText`, with why there is none. */
export function formatCheckScoreOrReason(
  { value, reason }: Score,
  limits: readonly number[] = [],
): string {
  if (value !== null) return formatCheckScore(value, limits)
  return reason === 'not-applicable' ? 'n/a' : 'not scored'
}

/** The scores of a file are held against these. */
export function listScoreLimits({ verdict }: CheckRun, file: string): readonly number[] {
  return verdict.reasons.flatMap((reason) =>
    reason.code === 'limit' && reason.file === file && typeof reason.needs === 'number'
      ? [reason.needs]
      : [],
  )
}

/** Why one file fails the run, or could not be part of it. */
export type FileReason = Exclude<CheckReason, { readonly code: 'findings' }>

export function isFileReason(reason: CheckReason): reason is FileReason {
  return reason.code !== 'findings'
}

/** Without the file's name. */
export function describeFileReason(reason: FileReason): string {
  if (reason.code === 'unchecked') return `Not checked: ${makeVisibleLine(say(reason.message))}`
  const { option, dimension, value, needs } = reason
  if (option === 'minLevel') {
    const found =
      value === null ? 'There is no level' : `The level is "${makeVisibleLine(`${value}`)}"`
    return `${found}; the limit is "${makeVisibleLine(`${needs}`)}"`
  }
  const of = dimension === undefined ? '' : ` of "${makeVisibleLine(dimension)}"`
  const limit = Number(needs)
  const found =
    typeof value === 'number'
      ? `The score${of} is ${formatCheckScore(value, [limit])}`
      : `There is no score${of}`
  return `${found}; the limit is ${formatDecimal(limit, maxDecimals)}`
}

export function describeWaived({ by, until, reason }: AppliedWaiver): string {
  return `waived by ${makeVisibleLine(by)} until ${makeVisibleLine(until)}: ${makeVisibleLine(reason)}`
}
