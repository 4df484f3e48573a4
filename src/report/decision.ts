import { hasScore } from '../model/questionnaire.ts'
import { isAllHidden, lacksPartners } from '../model/verdict-states.ts'
import type { ReportSentence } from '../words/message.ts'
import type { NextStep } from './next-steps.ts'
import type { ReportContext } from './report-context.ts'

/** What the meeting that reads the report is to decide. */
export function buildDecision(
  context: ReportContext,
  steps: readonly NextStep[],
): ReportSentence | null {
  const { result, questionnaire, names } = context
  if (isAllHidden(result) || !hasScore(questionnaire)) return null
  if (lacksPartners(result)) {
    return { say: 'decide-who-answers', partners: result.missing.map(names.partner) }
  }
  if (steps.length === 0) {
    if (result.score.value === null) return null
    const isHeldBack = result.verdict.reasons.some(({ code }) => code !== 'limit')
    return { say: isHeldBack ? 'decide-what' : 'decide-when-again' }
  }
  const must = result.verdict.reasons.find((reason) => reason.code === 'must')
  return must?.code === 'must'
    ? { say: 'decide-before', steps: steps.length, ask: names.ask(must.question) }
    : { say: 'decide-steps', steps: steps.length }
}
