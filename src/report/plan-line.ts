import type { ReportSentence } from '../words/message.ts'
import type { ScoredContext } from './report-context.ts'

/** Whether the written plan and the answers agree, in a line; null where there is no plan to compare. */
export function describePlanLine(context: ScoredContext): ReportSentence | null {
  const { result, planStatus } = context
  if (planStatus === 'not-begun') return { say: 'plan-not-begun' }
  if (result.plan === null || result.hidden !== undefined) return null
  const of = (kind: string) => result.sayDo.filter((entry) => entry.kind === kind).length
  const [claimed, notLived] = [of('claimed-not-written'), of('written-not-lived')]
  return claimed + notLived === 0
    ? { say: 'plan-agrees' }
    : { say: 'plan-differs', claimed, notLived }
}
