import type { CheckedFinding, CheckRun } from '../../model/check-run.ts'
import type { Severity } from '../../model/finding.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { formatJson } from '../json-text.ts'
import { createPlaceFinder, type FindingPlace, listUnreadTopics } from './places.ts'
import { createAddressFinder, isActive, listRunFindings, sayFinding } from './words.ts'

/**
 * A Code Quality report of GitLab. It knows nothing of waivers or baselines and would show what they set aside as new, so
 * waived and known findings are left out.
 * What is left to people comes last, as `info`. Limits have no place in it.
 */
export function renderGitlabReport(run: CheckRun): string {
  const findAddress = createAddressFinder(run)
  const findPlace = createPlaceFinder(run)
  const createIssue = (issue: Issue, file: string, line: number) => ({
    ...issue,
    location: { path: findAddress(file), lines: { begin: line } },
  })
  return formatJson([
    ...listRunFindings(run)
      .filter(isActive)
      .map((finding) => {
        const { id, fingerprint, severity, file, line } = finding
        const place = findPlace(finding)
        const description = describe(finding, place)
        return createIssue(
          { description, check_name: id, fingerprint, severity: gitlabSeverities[severity] },
          file,
          place.position === null ? 1 : line,
        )
      }),
    ...run.files.flatMap((file) =>
      listUnreadTopics(file, run).map(({ check, lines: [line = 1], message, fingerprint }) =>
        createIssue(
          { description: message, check_name: check, fingerprint, severity: 'info' },
          file.file,
          file.unit === 'line' ? line : 1,
        ),
      ),
    ),
  ])
}

interface Issue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
}

/** A report has a line for each finding, and one only: all other places are in its text. */
function describe(finding: CheckedFinding, { lead, others }: FindingPlace): string {
  const text = `${lead}${sayFinding(finding)}`
  return makeVisibleLine(others === null ? text : `${text}. ${others}`)
}

const gitlabSeverities: Readonly<Record<Severity, string>> = {
  info: 'info',
  warning: 'minor',
  error: 'major',
}
