import { type Assertion, type AssertionScope, compileAssertion } from '../expression/assertion.ts'
import type { ValueType } from '../expression/plan-type.ts'
import type { ExpressionIssue } from '../expression/types.ts'
import type { Path } from '../model/finding.ts'
import type { Check, Questionnaire } from '../model/questionnaire.ts'
import { getVisitedType } from './visited-type.ts'

/** A check ready to be held against plans. */
export interface CompiledCheck {
  readonly check: Check
  /** The dimension's id. */
  readonly dimension: string
  readonly when: Assertion | null
  readonly assert: Assertion
  readonly usesToday: boolean
  /** The list it visits, or the first place in the plan that it names: findings stand there if nothing more is known. */
  readonly place: Path
}

/** An expression that does not compile. */
export interface CheckExpressionIssue {
  readonly check: string
  readonly key: 'when' | 'assert'
  readonly problem: ExpressionIssue
}

export interface CompiledChecks {
  /** In questionnaire order, without those that are broken. */
  readonly checks: readonly CompiledCheck[]
  readonly broken: readonly CheckExpressionIssue[]
}

/**
 * Compiles every check of a questionnaire, once for any number of plans. With the type of a plan (those that come with the
 * program were held against it when it was built), names and types of fields are checked too.
 */
export function compileChecks(
  questionnaire: Questionnaire,
  plan: ValueType | null = null,
): CompiledChecks {
  const checks: CompiledCheck[] = []
  const broken: CheckExpressionIssue[] = []
  for (const dimension of questionnaire.dimensions) {
    for (const check of dimension.checks)
      compileCheck(check, dimension.id, plan, { checks, broken })
  }
  return { checks, broken }
}

function compileCheck(
  check: Check,
  dimension: string,
  plan: ValueType | null,
  into: { readonly checks: CompiledCheck[]; readonly broken: CheckExpressionIssue[] },
): void {
  const item = check.for !== undefined
  const types = plan === null ? {} : { types: { plan, item: getVisitedType(plan, check.for) } }
  const compiled = (source: string, scope: AssertionScope) =>
    compileAssertion(source, { ...scope, ...types })
  const assert = compiled(check.assert, { item })
  const when = check.when === undefined ? null : compiled(check.when, { item: false })
  into.broken.push(
    ...listExpressionIssues(check.id, 'when', when),
    ...listExpressionIssues(check.id, 'assert', assert),
  )
  if ('problems' in assert || (when !== null && 'problems' in when)) return
  into.checks.push({
    check,
    dimension,
    when: when?.assertion ?? null,
    assert: assert.assertion,
    usesToday: assert.usesToday || (when?.usesToday ?? false),
    place: check.for?.split('.') ?? assert.places()[0] ?? [],
  })
}

function listExpressionIssues(
  check: string,
  key: CheckExpressionIssue['key'],
  compiled: ReturnType<typeof compileAssertion> | null,
): readonly CheckExpressionIssue[] {
  if (compiled === null || !('problems' in compiled)) return []
  return compiled.problems.map((problem) => ({ check, key, problem }))
}
