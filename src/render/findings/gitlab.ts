import type { CheckedFinding, CheckRun } from '../../model/check-run.ts'
import type { Severity } from '../../model/finding.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { say } from '../../words/say-message.ts'
import { formatJson } from '../json-text.ts'
import { createAddressFinder, describeOtherLines, isActive, listRunFindings } from './words.ts'

/**
 * A Code Quality report of GitLab. It knows nothing of waivers or baselines and would show what they set aside as new, so
 * waived and known findings are left out. Limits have no place in it either.
 */
export function renderGitlabReport(run: CheckRun): string {
  const findAddress = createAddressFinder(run)
  return formatJson(
    listRunFindings(run)
      .filter(isActive)
      .map((finding) => ({
        description: describe(finding),
        check_name: finding.id,
        fingerprint: finding.fingerprint,
        severity: gitlabSeverities[finding.severity],
        location: { path: findAddress(finding.file), lines: { begin: finding.line } },
      })),
  )
}

/** A report has one place for each finding, so the other lines are in its text. */
function describe(finding: CheckedFinding): string {
  const otherLines = describeOtherLines(finding)
  const text = say(finding.message)
  return makeVisibleLine(otherLines === null ? text : `${text}. ${otherLines}`)
}

const gitlabSeverities: Readonly<Record<Severity, string>> = {
  info: 'info',
  warning: 'minor',
  error: 'major',
}
