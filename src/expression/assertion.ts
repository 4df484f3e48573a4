import type { Path } from '../model/finding.ts'
import type { ExpressionScope } from './language/compile-context.ts'
import { createExpressionMeter } from './language/evaluation-context.ts'
import { compileExpression, type ExpressionIssues, evaluate } from './language/expression.ts'
import { planFunctions } from './language/functions.ts'
import { anyType, numberType, type ValueType } from './language/type.ts'
import type { PlanFacts, Visit } from './plan-facts.ts'
import type { EvaluationOutcome } from './types.ts'

interface AssertionScope {
  /** Does the check visit a list (`for`)? Only then are there `item` and `index`. */
  readonly item: boolean
  /** What a plan and the visited item can hold; without it none of their fields is unknown. */
  readonly types?: { readonly plan: ValueType; readonly item: ValueType }
}

/** A check's `when` or `assert`. Never throws; the work is limited for one of them, and for all of them on one plan. */
export type Assertion = (facts: PlanFacts, visit?: Visit) => EvaluationOutcome

interface CompiledAssertion {
  readonly assertion: Assertion
  readonly usesToday: boolean
  /** The places in the plan that it names, without those reached through an item's name, in the order of the text. */
  readonly places: () => readonly Path[]
}

/** Compiles a check's `when` or `assert`, an expression over `plan`, `item`, `index` and `today`. */
export function compileAssertion(
  source: string,
  scope: AssertionScope,
): CompiledAssertion | ExpressionIssues {
  const compiled = compileExpression(source, buildPlanScope(scope))
  if ('problems' in compiled) return compiled
  let last: PlanFacts | null = null
  let own = createExpressionMeter()
  const assertion: Assertion = (facts, visit) => {
    if (facts !== last) own = createExpressionMeter()
    last = facts
    const { run } = facts
    if (visit !== undefined) run.roots.set('item', visit.item).set('index', visit.index)
    const before = Math.min(own.left, facts.meter.left)
    run.meter.left = before
    const outcome = evaluate(compiled, run)
    own.left -= before - run.meter.left
    facts.meter.left -= before - run.meter.left
    return outcome
  }
  return { assertion, usesToday: compiled.refersTo.includes('today'), places: compiled.places }
}

function buildPlanScope({ item, types }: AssertionScope): ExpressionScope {
  const variables = new Map<string, ValueType>([
    ['plan', types?.plan ?? anyType],
    ...(item
      ? ([
          ['item', types?.item ?? anyType],
          ['index', numberType],
        ] as const)
      : []),
    ['today', { kind: 'date' }],
  ])
  return { variables, records: new Map(), functions: planFunctions }
}
