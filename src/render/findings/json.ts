import type { CheckedFile, CheckedFinding, CheckReason, CheckRun } from '../../model/check-run.ts'
import { roundToFifteenDigits } from '../../model/decimals.ts'
import type { FindingsFile } from '../../model/findings-file.ts'
import { say } from '../../words/say-message.ts'
import { formatJson } from '../json-text.ts'

/** `findings/1`: every finding of every file, waived and known ones among them. */
export function renderFindingsJson(run: CheckRun): string {
  return formatJson({
    accordant: 'findings/1',
    today: run.today,
    verdict: {
      pass: run.verdict.pass,
      reasons: roundToFifteenDigits(run.verdict.reasons.map(toReasonEntry)),
    },
    files: run.files.map(toFileEntry),
  } satisfies FindingsFile)
}

type FileEntry = FindingsFile['files'][number]

export function toReasonEntry(reason: CheckReason): FindingsFile['verdict']['reasons'][number] {
  if (reason.code === 'unchecked') return { ...reason, message: say(reason.message) }
  if (reason.code === 'findings') return reason
  const { code, file, option, dimension, value, needs } = reason
  return { code, file, option, ...(dimension === undefined ? {} : { dimension }), value, needs }
}

function toFileEntry({ file, kind, plan, findings }: CheckedFile): FileEntry {
  return {
    file,
    kind,
    score: plan === null ? null : roundToFifteenDigits(plan.score),
    level: plan?.level ?? null,
    dimensions: roundToFifteenDigits(
      plan?.dimensions.map(({ id, score }) => ({ id, score })) ?? [],
    ),
    findings: findings.map(toFindingEntry),
  }
}

function toFindingEntry(finding: CheckedFinding): FileEntry['findings'][number] {
  const { id, severity, message, path, line, column, endLine, endColumn, fix, waived } = finding
  return {
    id,
    severity,
    message: say(message),
    path: [...path],
    line,
    column,
    endLine,
    endColumn,
    fix: fix === null ? null : say(fix),
    waived: waived === null ? null : { by: waived.by, until: waived.until, reason: waived.reason },
    baseline: finding.baseline,
  }
}
