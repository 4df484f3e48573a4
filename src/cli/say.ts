import type { Fault } from '../model/fault.ts'
import type { PlacedFinding } from '../model/finding.ts'
import { visible, visibleLine } from '../model/visible.ts'

const mostFindings = 20

/** What a person reads when a command stops: the sentence, the places, what to do. */
export function faultText(fault: Fault): string {
  const hint = fault.hint === null ? '' : `  ${visible(fault.hint)}\n`
  return `accordant: ${visible(fault.message)}\n${findingsText(fault.findings)}${hint}`
}

/** Findings as `file:line:column severity: message [id]` with the line and a caret, a bounded number of them. */
export function findingsText(findings: readonly PlacedFinding[]): string {
  const shown = findings.slice(0, mostFindings).map(findingText)
  const rest = findings.length - shown.length
  return shown.join('') + (rest > 0 ? `  and ${rest} more\n` : '')
}

function findingText(finding: PlacedFinding): string {
  const { file, line, column, severity, message, id, excerpt, fix } = finding
  const place = `${visibleLine(file)}:${line}:${column}`
  const cure = fix === null ? '' : `  ${visibleLine(fix)}\n`
  return `${place} ${severity}: ${visibleLine(message)} [${id}]\n${excerpt}${excerpt === '' ? '' : '\n'}${cure}`
}
