import type { WaiverIssue } from '../../checks/waivers/waiver.ts'
import type { Finding } from '../../model/finding.ts'

/** What is wrong with a waiver of the settings, at the part that is at fault. */
export function toWaiverFinding(problem: WaiverIssue, index: number): Finding {
  const { id, severity, message, fix, part } = problem
  const path = ['waivers', index, ...(part === 'all' ? [] : [part])]
  return { id, severity, message, fix, path, at: 'value' }
}
