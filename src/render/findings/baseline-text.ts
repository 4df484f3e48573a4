import type { BaselineFile } from '../../model/findings-file.ts'
import { formatJsonLine } from '../json-text.ts'

/** One finding a line, so that a change shows as the lines that it is and two people's changes merge. */
export function renderBaseline({ accordant, findings }: BaselineFile): string {
  const lines = findings.map((finding) => `    ${formatJsonLine(finding)}`)
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "accordant": ${formatJsonLine(accordant)},\n  "findings": ${list}\n}\n`
}
