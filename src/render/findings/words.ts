import type { AppliedWaiver, CheckedFinding, CheckReason, CheckRun } from '../../model/check-run.ts'
import { formatDecimal, maxDecimals } from '../../model/decimals.ts'
import { formatScore, type ShownRange, showScore } from '../../model/figures.ts'
import { type Finding, type Severity, severities } from '../../model/finding.ts'
import type { Score } from '../../model/result.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import type { FindingsText } from '../../words/message.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'

/** What all formats for people say in the same words. All of it is one line, safe to show. */

/** `2 errors, 1 warning`; empty of none. */
export function formatSeverityCounts(findings: Iterable<Pick<Finding, 'severity'>>): string {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity]++
  const items = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => countSeverity(severity, counts[severity]))
  return sayFindings({ say: 'list', items })
}

function countSeverity(severity: Severity, number: number): FindingsText {
  return { say: `${severity}s`, number }
}

/** `2 waived`, `1 in the baseline`, without those of which there are none. */
export function countSetAside(
  findings: readonly { readonly waived: AppliedWaiver | null; readonly baseline: boolean }[],
): readonly FindingsText[] {
  const waived = findings.filter((finding) => finding.waived !== null).length
  const listed = findings.filter((finding) => finding.waived === null && finding.baseline).length
  return [
    ...(waived === 0 ? [] : [{ say: 'waived-count', number: waived } as const]),
    ...(listed === 0 ? [] : [{ say: 'baseline-count', number: listed } as const]),
  ]
}

/** How the scores of one file are written. */
export interface ScoreScale {
  /** Limits that the scores have to reach, on 0..100. */
  readonly limits: readonly number[]
  readonly shown: ShownRange | undefined
}

export function findScale({ verdict, files }: CheckRun, file: string): ScoreScale {
  const limits = verdict.reasons.flatMap((reason) =>
    reason.code === 'limit' && reason.file === file && typeof reason.needs === 'number'
      ? [reason.needs]
      : [],
  )
  return { limits, shown: files.find((own) => own.file === file)?.plan?.shown }
}

/**
 * A score on the shown range to one decimal, half up, and to more where one would show a limit as reached that was not: those
 * given, and whole numbers, which limits and levels mostly are.
 */
function formatCheckScore(value: number, { limits, shown }: ScoreScale): string {
  return formatScore(value, [...limits, Math.ceil(value - 1e-7)], shown)
}

/** A score as `formatCheckScore` writes it, or why there is none. */
export function formatScoreOrReason({ value, reason }: Score, scale: ScoreScale): string {
  if (value !== null) return formatCheckScore(value, scale)
  return sayFindings({ say: reason === 'not-applicable' ? 'not-applicable' : 'not-scored' })
}

/** Why one file fails the run, or could not be part of it. */
export type FileReason = Exclude<CheckReason, { readonly code: 'findings' }>

export function isFileReason(reason: CheckReason): reason is FileReason {
  return reason.code !== 'findings'
}

/** Without the file's name. */
export function describeFileReason(run: CheckRun, reason: FileReason): string {
  return sayFindings(createReasonText(reason, findScale(run, reason.file).shown))
}

function createReasonText(reason: FileReason, shown: ShownRange | undefined): FindingsText {
  if (reason.code === 'unchecked') {
    return { say: 'not-checked', why: makeVisibleLine(say(reason.message)) }
  }
  const { option, value, needs } = reason
  if (option === 'minLevel') {
    const limit = makeVisibleLine(`${needs}`)
    if (value === null) return { say: 'level-missing', limit }
    return { say: 'level-missed', level: makeVisibleLine(`${value}`), limit }
  }
  const limit = formatDecimal(showScore(Number(needs), shown), maxDecimals)
  const score =
    typeof value === 'number' ? formatCheckScore(value, { limits: [Number(needs)], shown }) : null
  if (reason.dimension === undefined) {
    return score === null ? { say: 'score-missing', limit } : { say: 'score-missed', score, limit }
  }
  const dimension = makeVisibleLine(reason.dimension)
  return score === null
    ? { say: 'dimension-missing', dimension, limit }
    : { say: 'dimension-missed', dimension, score, limit }
}

export function describeWaived({ by, until, reason }: AppliedWaiver): string {
  const parts = { by: makeVisibleLine(by), until: makeVisibleLine(until) }
  return sayFindings({ say: 'waived-by', ...parts, reason: makeVisibleLine(reason) })
}

/** How many files were checked, and how many could not be. */
export function countRunFiles({ files, verdict, today }: CheckRun): FindingsText {
  const unchecked = verdict.reasons.filter(({ code }) => code === 'unchecked').length
  return files.length === 0
    ? { say: 'no-file-checked' }
    : { say: 'files-checked', files: files.length, unchecked, today }
}

/** One line that always agrees with the exit code: whether the run passes, and if not, why not. */
export function formatCheckVerdictLine(run: CheckRun): string {
  return sayFindings({ say: 'verdict-line', verdict: formatCheckVerdict(run) })
}

/** `pass (2 warnings, 3 waived)`, `fail (1 error, 1 limit missed)`, `no limit is set (1 error)`. */
export function formatCheckVerdict(run: CheckRun): string {
  const found = listRunFindings(run)
  const counts = run.verdict.pass
    ? [formatSeverityCounts(found.filter(isActive))].filter((text) => text !== '')
    : countFailures(run).map(sayFindings)
  // What counts for nothing in the verdict is said beside it.
  const items = [...counts, ...countSetAside(found)]
  const verdict: FindingsText = { say: chooseVerdictWord(run) }
  return sayFindings(
    items.length === 0
      ? verdict
      : { say: 'verdict-with', verdict, details: { say: 'list', items } },
  )
}

function chooseVerdictWord({ verdict, isLimited }: CheckRun) {
  if (!verdict.pass) return 'verdict-fail'
  return isLimited ? 'verdict-pass' : 'verdict-without-limit'
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

/** Neither set aside by a waiver nor known from the baseline. */
export function isActive({ waived, baseline }: CheckedFinding): boolean {
  return waived === null && !baseline
}

/** Every finding of the run, file by file, in the order of the text. */
export function listRunFindings({ files }: CheckRun): readonly CheckedFinding[] {
  return files.flatMap(({ findings }) => findings)
}

/** Errors first; findings of one severity stay in their order. */
export function sortBySeverity(found: readonly CheckedFinding[]): readonly CheckedFinding[] {
  return severities.flatMap((severity) => found.filter((one) => one.severity === severity))
}

/** Finds the path by which a code host has a file: without a leading `./`. */
export function createAddressFinder({ files }: CheckRun): (file: string) => string {
  const addresses = new Map(files.map(({ file, address }) => [file, address]))
  return (file) => (addresses.get(file) ?? file).replace(/^(?:\.\/+)+(?=.)/, '')
}
