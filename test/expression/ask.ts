import { compileAssertion } from '../../src/expression/assertion.ts'
import { buildPlanFacts, type PlanFacts } from '../../src/expression/plan-facts.ts'
import type { EvaluationOutcome, ExpressionIssue } from '../../src/expression/types.ts'

/** The facts of a plan, on 23 November 2026, with the people p1 and p2 and the partner northwind. */
export function factsOf(plan: unknown): PlanFacts {
  return buildPlanFacts({
    plan,
    today: '2026-11-23',
    people: new Set(['p1', 'p2']),
    partners: new Set(['northwind']),
  })
}

/** How an expression over a plan comes out; throws where it does not compile. */
export function ask(source: string, plan: unknown = {}): EvaluationOutcome {
  const compiled = compileAssertion(source, { item: false })
  if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems))
  return compiled.assertion(factsOf(plan))
}

/** What is wrong with an expression, with the text that each problem points at. */
export function problemsOf(source: string): readonly (ExpressionIssue & { at: string })[] {
  const compiled = compileAssertion(source, { item: false })
  if (!('problems' in compiled)) return []
  return compiled.problems.map((problem) => ({
    ...problem,
    at: source.slice(problem.start, problem.end),
  }))
}

export const holds: EvaluationOutcome = { holds: true, missing: null, fault: null }
export const fails: EvaluationOutcome = { holds: false, missing: null, fault: null }
