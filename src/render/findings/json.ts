import {
  type CheckedFile,
  type CheckedFinding,
  type CheckReason,
  type CheckRun,
  toFindingEntry,
} from '../../model/check-run.ts'
import { roundToFifteenDigits } from '../../model/decimals.ts'
import type { FindingsFile } from '../../model/findings-file.ts'
import { say } from '../../words/say-message.ts'
import { formatJson, sayFindingMessages } from '../json-text.ts'

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
  return reason
}

function toFileEntry({ file, kind, plan, findings }: CheckedFile): FileEntry {
  return {
    file,
    kind,
    score: plan === null ? null : roundToFifteenDigits(plan.score),
    dimensions: roundToFifteenDigits(
      plan?.dimensions.map(({ id, score }) => ({ id, score })) ?? [],
    ),
    read: plan?.read ?? null,
    unread: plan?.unread.map(({ check, lines }) => ({ check, lines: [...lines] })) ?? [],
    findings: findings.map(sayFindingEntry),
  }
}

function sayFindingEntry(finding: CheckedFinding): FileEntry['findings'][number] {
  return sayFindingMessages(toFindingEntry(finding))
}
