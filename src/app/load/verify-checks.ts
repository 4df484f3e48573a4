import { listCheckIssues } from '../../checks/check-issues.ts'
import { type CompiledChecks, compileChecks } from '../../checks/compile-checks.ts'
import { buildTypeFromShape } from '../../expression/plan-type.ts'
import { findFastPathSchema } from '../../model/fast-path-schemas.ts'
import type { Finding } from '../../model/finding.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { getCheckOrigins } from '../../questionnaire/decoded-questionnaire.ts'
import {
  type DimensionPart,
  ownFile,
  type SourcedFinding,
  toSourcedFinding,
} from '../../questionnaire/sourced-finding.ts'

/** Compiles the checks of a questionnaire that somebody wrote, and finds what is wrong with them, each in its place. */
export function verifyChecks(
  questionnaire: Questionnaire,
  parts: readonly DimensionPart[],
): { readonly compiled: CompiledChecks; readonly findings: readonly SourcedFinding[] } {
  const plan = buildTypeFromShape(findFastPathSchema('plan') ?? {})
  const origins = getCheckOrigins(parts)
  const compiled = compileChecks(questionnaire, plan)
  const inCheck = (id: string, finding: Finding) =>
    toSourcedFinding(origins.get(id) ?? ownFile, finding)
  const broken = compiled.broken.map(({ check, finding }) => inCheck(check, finding))
  const words = Object.keys(questionnaire.words)
  const checks = questionnaire.dimensions.flatMap((dimension) => dimension.checks)
  const mistakes = checks.flatMap((check) =>
    listCheckIssues(check, plan, words).map((finding) => inCheck(check.id, finding)),
  )
  return { compiled, findings: [...broken, ...mistakes] }
}
