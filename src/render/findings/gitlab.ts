import type { CheckRun } from '../../model/check-run.ts'
import type { Severity } from '../../model/finding.ts'
import { visibleLine } from '../../model/visible.ts'
import { jsonText } from '../json-text.ts'
import { addressOf } from './address.ts'
import { allFound, isActive } from './standing.ts'

/**
 * A Code Quality report of GitLab. It knows nothing of waivers or baselines and would show what they set aside as new, so
 * waived and known findings are left out. Limits have no place in it either.
 */
export function gitlab(run: CheckRun): string {
  return jsonText(
    allFound(run)
      .filter(({ finding }) => isActive(finding))
      .map(({ file, finding }) => ({
        description: visibleLine(finding.message),
        check_name: finding.id,
        fingerprint: finding.fingerprint,
        severity: degrees[finding.severity],
        location: { path: addressOf(file), lines: { begin: finding.line } },
      })),
  )
}

const degrees: Readonly<Record<Severity, string>> = {
  info: 'info',
  warning: 'minor',
  error: 'major',
}
