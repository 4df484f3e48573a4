import type { CheckedFile, CheckedFinding, CheckReason, CheckRun } from '../../model/check-run.ts'
import { inFifteenDigits } from '../../model/fifteen-digits.ts'
import type { FindingsFile } from '../../model/findings-file.ts'
import { jsonText } from '../json-text.ts'

/** `findings/1`: every finding of every file, waived and known ones among them. */
export function json(run: CheckRun): string {
  return jsonText({
    accordant: 'findings/1',
    today: run.today,
    verdict: {
      pass: run.verdict.pass,
      reasons: inFifteenDigits(run.verdict.reasons.map(reasonOf)),
    },
    files: run.files.map(fileOf),
  } satisfies FindingsFile)
}

type FileEntry = FindingsFile['files'][number]

function reasonOf(reason: CheckReason): FindingsFile['verdict']['reasons'][number] {
  if (reason.code !== 'limit') return reason
  const { code, file, option, dimension, value, needs } = reason
  return { code, file, option, ...(dimension === undefined ? {} : { dimension }), value, needs }
}

function fileOf({ file, kind, plan, findings }: CheckedFile): FileEntry {
  return {
    file,
    kind,
    score: plan === null ? null : inFifteenDigits(plan.score),
    level: plan?.level ?? null,
    dimensions: inFifteenDigits(plan?.dimensions.map(({ id, score }) => ({ id, score })) ?? []),
    findings: findings.map(findingOf),
  }
}

function findingOf(finding: CheckedFinding): FileEntry['findings'][number] {
  const { id, severity, message, path, line, column, endLine, endColumn, fix, waived } = finding
  return {
    id,
    severity,
    message,
    path: [...path],
    line,
    column,
    endLine,
    endColumn,
    fix,
    waived: waived === null ? null : { by: waived.by, until: waived.until, reason: waived.reason },
    baseline: finding.baseline,
  }
}
