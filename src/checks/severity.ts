import type { Severity } from '../model/finding.ts'
import type { Check } from '../model/questionnaire.ts'
import { type Stage, stages } from '../model/vocabulary.ts'

type SeveritySetting = Severity | 'off'

/** Severities that a team sets for checks, by full id (`severity` in `accordant.yaml`). */
export type SeverityOverrides = Readonly<Record<string, SeveritySetting>>

/** How much it matters at a stage that a check fails: what a team sets wins; else the last stage given up to this one; else off. */
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
