import { type Assertion, type AssertionScope, compileAssertion } from '../expression/assertion.ts'
import type { ValueType } from '../expression/language/type.ts'
import { createFinding, type Finding, type Path } from '../model/finding.ts'
import type { Check, Questionnaire } from '../model/questionnaire.ts'
import { getVisitedType } from './visited-type.ts'

/** A check that is ready to judge plans. */
export interface CompiledCheck {
  readonly check: Check
  /** The dimension's id. */
  readonly dimension: string
  readonly when: Assertion | null
  readonly assert: Assertion
  readonly usesToday: boolean
  /** The list it visits, or the first place in the plan that it names: findings are placed there where nothing more is known. */
  readonly place: Path
}

/** What keeps a check from being compiled, by its path in the check. */
interface BrokenCheck {
  readonly check: string
  readonly finding: Finding
}

export interface CompiledChecks {
  /** In questionnaire order, without those that are broken. */
  readonly checks: readonly CompiledCheck[]
  readonly broken: readonly BrokenCheck[]
}

/**
 * Compiles every check of a questionnaire, once for any number of plans. Given the type of a plan, names and types of
 * fields are checked too; those that come with the program were checked against it when it was built.
 */
export function compileChecks(
  questionnaire: Questionnaire,
  plan: ValueType | null = null,
): CompiledChecks {
  const checks: CompiledCheck[] = []
  const broken: BrokenCheck[] = []
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
  into: { readonly checks: CompiledCheck[]; readonly broken: BrokenCheck[] },
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
  key: 'when' | 'assert',
  compiled: ReturnType<typeof compileAssertion> | null,
): readonly BrokenCheck[] {
  if (compiled === null || !('problems' in compiled)) return []
  return compiled.problems.map(({ message, fix, start, end }) => ({
    check,
    finding: createFinding('expression.error', [key], message, { fix, within: { start, end } }),
  }))
}
