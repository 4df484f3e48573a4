import type { SayDo, ShownResult } from '../model/result.ts'
import type { ReportSentence } from '../words/message.ts'
import type { ScoredContext } from './report-context.ts'

/** Where the written plan and the answers part, in a line; null where there is nothing to compare, or where that may not be told. */
export function describePlanLine(context: ScoredContext): ReportSentence | null {
  const { result, minGroup } = context
  if (result.plan === null || result.hidden !== undefined) return null
  const of = (kind: SayDo['kind']) => result.sayDo.filter((entry) => entry.kind === kind).length
  const [claimed, notLived] = [of('claimed-not-written'), of('written-not-lived')]
  // In a small group some of it is left out, so that nothing can be said of all.
  const isPartial = minGroup > 1
  if (claimed + notLived > 0) return { say: 'plan-differs', claimed, notLived, isPartial }
  return isPartial || !isAnyCompared(result, context) ? null : { say: 'plan-agrees' }
}

/** Did anybody answer, or not know, a question that checks of the plan support which could all be judged? */
function isAnyCompared(
  { questions, plan }: Pick<ShownResult, 'questions' | 'plan'>,
  { questionnaire }: ScoredContext,
): boolean {
  const checks = questionnaire.dimensions.flatMap((dimension) => dimension.checks)
  const unread = new Set(plan?.unread.map(({ check }) => check))
  const hidden = new Set(checks.flatMap(({ id, supports }) => (unread.has(id) ? supports : [])))
  const supported = new Set(
    checks.flatMap(({ supports }) => supports.filter((id) => !hidden.has(id))),
  )
  return questions.some(
    ({ id, partners }) =>
      supported.has(id) &&
      partners.some(({ answered, dontKnow }) => (answered ?? 0) + (dontKnow ?? 0) > 0),
  )
}
