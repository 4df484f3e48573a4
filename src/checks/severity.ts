import type { Severity } from '../model/finding.ts'
import type { Check } from '../model/questionnaire.ts'
import { type Stage, stages } from '../model/vocabulary.ts'

type SeveritySetting = Severity | 'off'

/** Severities that a team sets for checks, by full id (`severity` in `accordant.yaml`). */
export type SeverityOverrides = Readonly<Record<string, SeveritySetting>>

/**
 * How much it matters at a stage that a check fails. A stage that is left out takes the one before it; before the first
 * that is given the check is off. What a team sets, under its id or a former one, wins at every stage.
 */
export function resolveSeverity(
  check: Pick<Check, 'id' | 'severity' | 'formerly'>,
  stage: Stage,
  overrides: SeverityOverrides = {},
): SeveritySetting {
  const own = findOverride(check, overrides)
  if (own !== null) return own
  const { severity } = check
  if (typeof severity === 'string') return severity
  for (let at = stages.indexOf(stage); at >= 0; at--) {
    const word = severity[stages[at] ?? stage]
    if (word !== undefined) return word
  }
  return 'off'
}

function findOverride(
  { id, formerly = [] }: Pick<Check, 'id' | 'formerly'>,
  overrides: SeverityOverrides,
): SeveritySetting | null {
  if (Object.hasOwn(overrides, id)) return overrides[id] ?? 'off'
  const former = formerly.find((earlier) => Object.hasOwn(overrides, earlier))
  return former === undefined ? null : (overrides[former] ?? 'off')
}
