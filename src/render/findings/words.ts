import {
  type AppliedWaiver,
  type CheckedFile,
  type CheckedFinding,
  type CheckReason,
  type CheckRun,
  countPlanErrors,
  type PlanScore,
} from '../../model/check-run.ts'
import { formatDecimal, maxDecimals } from '../../model/decimals.ts'
import { roundPercent } from '../../model/figures.ts'
import { type Finding, type Severity, severities } from '../../model/finding.ts'
import type { Score } from '../../model/result.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import type { FindingsText } from '../../words/message.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import { countTopics } from './places.ts'

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

/** `94 % complete, 25 errors` */
export function formatPlanFigures(
  { file, findings }: CheckedFile,
  { score, read }: PlanScore,
  run: CheckRun,
): string {
  const complete: FindingsText =
    score.value !== null
      ? describeComplete(score.value, findMissedLimit(run, file))
      : score.reason === 'unread'
        ? { say: 'too-little-read', percent: formatRead(read) }
        : { say: 'no-check-counts' }
  return sayFindings({ say: 'plan-figures', complete, errors: countPlanErrors(findings) })
}

function formatRead(read: number | null): string | null {
  return read === null ? null : roundPercent(read * 100, minReadPercent).percent
}

const minReadPercent = 80

/** How a document was read: how much of it, where that is less than all and not the reason for having no score, and as what. */
export function describeReading({ document, read, score }: PlanScore): readonly string[] {
  if (document === null) return []
  const percent = read === 1 || score.reason === 'unread' ? null : formatRead(read)
  return [
    ...(percent === null ? [] : [sayFindings({ say: 'document-read', percent })]),
    ...(document.isAssumed ? [sayFindings({ say: 'document-assumed' })] : []),
  ]
}

function describeComplete(value: number, limit: number | null): FindingsText {
  const { percent, under } = roundPercent(value, limit)
  return { say: 'complete', percent, under: under === null ? null : formatLimit(under) }
}

function formatLimit(limit: number): string {
  return `${formatDecimal(limit, maxDecimals)} %`
}

/** The limit that the plan in a file misses; null where it misses none. */
export function findMissedLimit({ verdict }: CheckRun, file: string): number | null {
  for (const reason of verdict.reasons) {
    if (reason.code === 'limit' && reason.file === file) return reason.needs
  }
  return null
}

/** How complete a plan, or one dimension of it, is in whole percent; `limit` is one that it misses. */
export function formatShare({ value }: Score, limit: number | null = null): string {
  return value === null
    ? sayFindings({ say: 'not-applicable' })
    : roundPercent(value, limit).percent
}

/** Why one file fails the run, or could not be part of it. */
export type FileReason = Exclude<CheckReason, { readonly code: 'findings' }>

export function isFileReason(reason: CheckReason): reason is FileReason {
  return reason.code !== 'findings'
}

/** Without the file's name. */
export function describeFileReason(run: CheckRun, reason: FileReason): string {
  if (reason.code === 'unchecked') {
    return sayFindings({ say: 'not-checked', why: makeVisibleLine(say(reason.message)) })
  }
  if (reason.code === 'nothing-judged') return sayFindings({ say: 'nothing-judged' })
  const { value, needs } = reason
  const limit = formatLimit(needs)
  if (value !== null) {
    const { percent, under } = roundPercent(value, needs)
    return sayFindings({ say: 'complete-missed', percent, under: under !== null, limit })
  }
  const notBegun = run.files.some(({ file, notBegun: own }) => own && file === reason.file)
  return sayFindings({ say: notBegun ? 'complete-unbegun' : 'complete-unknown', limit })
}

/** "The plan lists no risks", with what that means of a document. */
export function sayFinding({ message, absent }: Pick<Finding, 'message' | 'absent'>): string {
  const text = say(message)
  return absent === true ? sayFindings({ say: 'absent-finding', message: text }) : text
}

/** How many checks could not be judged, and the first lines to look at; null where all could. */
export function describeUnread(file: Pick<CheckedFile, 'plan'> | undefined): string | null {
  const unread = file?.plan?.unread ?? []
  if (unread.length === 0) return null
  const lines = [...new Set(unread.flatMap((own) => own.lines))].toSorted((a, b) => a - b)
  const shown = lines.slice(0, maxLines)
  return sayFindings({
    say: 'checks-unread',
    number: unread.length,
    lines: shown,
    more: lines.length - shown.length,
  })
}

const maxLines = 20

export function describeWaived({ by, until, reason }: AppliedWaiver): string {
  const parts = { by: makeVisibleLine(by), until: makeVisibleLine(until) }
  return sayFindings({ say: 'waived-by', ...parts, reason: makeVisibleLine(reason) })
}

/** `47 to judge`; nothing where that is none. */
export function countToJudge(run: CheckRun): readonly FindingsText[] {
  const number = countTopics(run)
  return number === 0 ? [] : [{ say: 'to-judge', number }]
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
  const items = [...counts, ...countToJudge(run), ...countSetAside(found)]
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
  const unjudged = verdict.reasons.filter(({ code }) => code === 'nothing-judged').length
  return [
    ...found,
    ...(unjudged === 0 ? [] : [{ say: 'plans-not-judged', number: unjudged } as const]),
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
