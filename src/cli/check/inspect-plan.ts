import { judgedPlan } from '../judged-plan.ts'
import { decodeSource, type Source } from '../source.ts'
import { type Inspected, only, type Surroundings } from './inspected.ts'

/** A plan is held against its schema, its own ids, and every check of the questionnaire in use. */
export function inspectPlan(source: Source, { settings, today }: Surroundings): Inspected {
  const { value: plan, findings } = decodeSource('plan', source)
  if (plan === null) return only('plan', findings)
  const judged = judgedPlan(source, plan, {
    loaded: settings.loaded,
    checks: settings.checks(),
    limits: settings.limits,
    severities: settings.config?.severity ?? {},
    today,
    otherwise: null,
  })
  return {
    kind: 'plan',
    plan,
    standing: judged.standing,
    missed: judged.missed,
    judged: judged.outcomes.flatMap(({ check, visits }) => (visits > 0 ? [check.id] : [])),
    checks: judged.outcomes.map(({ check }) => check),
    findings: [...findings, ...judged.findings],
  }
}
