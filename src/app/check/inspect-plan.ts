import type { CheckOutcome } from '../../checks/judge-plan.ts'
import { isPlanBegun } from '../load/plan-examples.ts'
import { decodeSourcePartly, type Source } from '../load/source.ts'
import { type Inspection, type InspectionContext, noChecks, toInspection } from './inspection.ts'
import { judgePlanSource, placeReferenceFindings } from './judge-plan-source.ts'

/**
 * A plan has to fit its schema, its own ids, and every check of the questionnaire in use. What its schema refuses hides only
 * itself. One that is not begun is held to its schema and its ids alone: that its blanks are not
 * filled in goes without saying.
 */
export function inspectPlan(source: Source, { settings, today }: InspectionContext): Inspection {
  const { value: plan, findings, refused } = decodeSourcePartly('plan', source)
  if (plan === null) return toInspection('plan', findings)
  if (!isPlanBegun(source, settings.examples())) {
    const wrong = findings.filter(({ message }) => message.say !== 'not-filled-in')
    const found = [...wrong, ...placeReferenceFindings(source, plan)]
    return { ...toInspection('plan', found), notBegun: true }
  }
  const judged = judgePlanSource(source, plan, {
    loaded: settings.loaded,
    checks: settings.checks(),
    severities: settings.config?.severity ?? {},
    today,
    defaultStage: null,
    refused,
  })
  return {
    kind: 'plan',
    plan,
    isWhole: refused.length === 0,
    planScore: judged.planScore,
    notBegun: false,
    unread: refused.length === 0 ? noChecks : listUnreadIds(judged.outcomes),
    judged: judged.outcomes.flatMap(({ check, visits }) => (visits > 0 ? [check.id] : [])),
    checks: judged.outcomes.map(({ check }) => check),
    findings: [...findings, ...judged.findings],
  }
}

function listUnreadIds(outcomes: readonly CheckOutcome[]): ReadonlySet<string> {
  return new Set(outcomes.flatMap(({ check, unread }) => (unread.length > 0 ? [check.id] : [])))
}
