import type { Severity } from '../model/finding.ts'
import type { Check } from '../model/questionnaire.ts'
import { type Stage, stages } from '../model/vocabulary.ts'

export type SeverityWord = Severity | 'off'

/** Severities that a team sets for checks, by full id (`severity` in `accordant.yaml`). */
export type SeverityOverrides = Readonly<Record<string, SeverityWord>>

/**
 * How much it matters at a stage that a check fails. A stage that is left out takes the one before it; before the first
 * that is given the check is off. What a team sets, under its id or a former one, wins at every stage.
 */
export function severityAt(
  check: Pick<Check, 'id' | 'severity' | 'formerly'>,
  stage: Stage,
  overrides: SeverityOverrides = {},
): SeverityWord {
  const ids = [check.id, ...(check.formerly ?? [])]
  const own = ids.find((id) => Object.hasOwn(overrides, id))
  if (own !== undefined) return overrides[own] ?? 'off'
  const { severity } = check
  if (typeof severity === 'string') return severity
  const upToNow = stages.slice(0, stages.indexOf(stage) + 1)
  const given = upToNow.findLast((earlier) => severity[earlier] !== undefined)
  return given === undefined ? 'off' : (severity[given] ?? 'off')
}
