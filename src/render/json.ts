import type { Result } from '../model/result.ts'
import { isAllHidden } from '../model/verdict-states.ts'
import { say } from '../words/say-message.ts'
import { formatJson, sayFindingMessages } from './json-text.ts'

/** The result of docs/result-format.md, in which messages are text. */
export function renderResultJson(result: Result): string {
  if (isAllHidden(result)) return formatJson(result)
  const { plan, warnings } = result
  return formatJson({
    ...result,
    plan: plan === null ? null : { ...plan, findings: plan.findings.map(sayFindingMessages) },
    warnings: warnings.map(say),
  })
}
