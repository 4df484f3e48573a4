import type { ReportSentence } from '../words/message.ts'
import type { ScoredContext } from './report-context.ts'

/** Whether the written plan and the answers agree, in a line; null where there is no plan to compare, or where that may not be told. */
export function describePlanLine(context: ScoredContext): ReportSentence | null {
  const { result, planStatus, minGroup } = context
  if (planStatus === 'not-begun') return { say: 'plan-not-begun' }
  if (result.plan === null || result.hidden !== undefined) return null
  const of = (kind: string) => result.sayDo.filter((entry) => entry.kind === kind).length
  const [claimed, notLived] = [of('claimed-not-written'), of('written-not-lived')]
  // In a small group some of it is left out, so that nothing can be said of all.
  const isPartial = minGroup > 1
  if (claimed + notLived > 0) return { say: 'plan-differs', claimed, notLived, isPartial }
  return isPartial ? null : { say: 'plan-agrees' }
}
