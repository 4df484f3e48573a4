import { decodeSource, type Source } from '../load/source.ts'
import { type Inspection, type InspectionContext, toInspection } from './inspection.ts'
import { judgePlanSource } from './judge-plan-source.ts'

/** A plan has to fit its schema, its own ids, and every check of the questionnaire in use. */
export function inspectPlan(source: Source, { settings, today }: InspectionContext): Inspection {
  const { value: plan, findings } = decodeSource('plan', source)
  if (plan === null) return toInspection('plan', findings)
  const judged = judgePlanSource(source, plan, {
    loaded: settings.loaded,
    checks: settings.checks(),
    limits: settings.limits,
    severities: settings.config?.severity ?? {},
    today,
    defaultStage: null,
  })
  return {
    kind: 'plan',
    plan,
    planScore: judged.planScore,
    missed: judged.missed,
    judged: judged.outcomes.flatMap(({ check, visits }) => (visits > 0 ? [check.id] : [])),
    checks: judged.outcomes.map(({ check }) => check),
    findings: [...findings, ...judged.findings],
  }
}
