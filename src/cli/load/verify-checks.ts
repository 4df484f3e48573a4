import { type CompiledChecks, compileChecks } from '../../checks/compile-checks.ts'
import { findMistakes } from '../../checks/find-mistakes.ts'
import { typeOfShape } from '../../expression/plan-type.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { shapeOf } from '../../model/shapes.ts'
import { checkOrigins } from '../../questionnaire/assembled.ts'
import {
  type DimensionPart,
  ownFile,
  problem,
  type SourcedFinding,
} from '../../questionnaire/sourced.ts'

/** Compiles the checks of a questionnaire that somebody wrote, and finds what is wrong with them, each in its place. */
export function verifyChecks(
  questionnaire: Questionnaire,
  parts: readonly DimensionPart[],
): { readonly compiled: CompiledChecks; readonly findings: readonly SourcedFinding[] } {
  const plan = typeOfShape(shapeOf('plan') ?? {})
  const origins = checkOrigins(parts)
  const compiled = compileChecks(questionnaire, plan)
  const broken = compiled.broken.map(({ check, key, problem: { message, start, end, fix } }) =>
    problem(origins.get(check) ?? ownFile, [key], message, {
      id: 'expression.error',
      within: { start, end },
      fix,
    }),
  )
  const words = Object.keys(questionnaire.words)
  const checks = questionnaire.dimensions.flatMap((dimension) => dimension.checks)
  const mistakes = checks.flatMap((check) =>
    findMistakes(check, plan, words).map(({ key, message, within, ...more }) =>
      problem(origins.get(check.id) ?? ownFile, [key], message, {
        ...more,
        ...(within === null ? {} : { within }),
      }),
    ),
  )
  return { compiled, findings: [...broken, ...mistakes] }
}
