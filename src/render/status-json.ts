import type { PartnershipStatus, StatusRemark } from '../model/partnership-status.ts'
import { say } from '../words/say-message.ts'
import { formatJson } from './json-text.ts'

/** A status for programs, its sentences as text; docs/status.md describes it. Nobody's code but the invited ones is a value of its own. */
export function renderStatusJson(status: PartnershipStatus): string {
  return formatJson({
    ...status,
    notCounted: status.notCounted.map(({ partner, file, reason, note }) => {
      return { partner, file, reason, note }
    }),
    problems: status.problems.map(sayRemark),
    strays: status.strays.map(({ file, cure }) => ({ file, fix: say(cure) })),
    notes: status.notes.map(sayRemark),
  })
}

function sayRemark({ file, line, message, fix }: StatusRemark) {
  return { file, line, message: say(message), fix: fix === null ? null : say(fix) }
}
