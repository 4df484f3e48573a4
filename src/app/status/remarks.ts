import type { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import type { StatusRemark } from '../../model/partnership-status.ts'

/** A fault's findings, each with its place; the fault itself where it has none. */
export function listRemarks(faults: readonly Fault[]): readonly StatusRemark[] {
  return faults.flatMap(({ reason, hint, findings }) =>
    findings.length === 0
      ? { file: null, line: null, message: reason, fix: hint }
      : findings.map(toRemark),
  )
}

export function toRemark({
  file,
  line,
  message,
  fix,
}: Pick<PlacedFinding, 'file' | 'line' | 'message' | 'fix'>): StatusRemark {
  return { file, line, message, fix }
}

/** The same of responses: a status goes to people who may not see what somebody answered, so it gives the place alone. */
export function listResponseRemarks(faults: readonly Fault[]): readonly StatusRemark[] {
  return faults.flatMap((fault) => {
    const remarks = listRemarks([fault])
    return remarks.map((remark, at): StatusRemark => {
      const finding = fault.findings[at]
      return finding === undefined || !mayShowAnswer(finding)
        ? remark
        : { ...remark, message: { say: 'answer-unusable' }, fix: { say: 'check-shows-answer' } }
    })
  })
}

/** May the message quote what a person wrote? It does in a text that cannot be read too. */
function mayShowAnswer({ id, path: [key, inside] }: PlacedFinding): boolean {
  if (key === undefined) return id.startsWith('yaml.') && id !== 'yaml.encoding'
  return (
    ['answers', 'profile', 'inactive'].includes(String(key)) ||
    (key === 'respondent' && inside !== 'id')
  )
}
