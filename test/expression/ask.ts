import { compileAssertion } from '../../src/expression/assertion.ts'
import { buildPlanFacts, type PlanFacts } from '../../src/expression/plan-facts.ts'
import type { EvaluationOutcome, ExpressionIssue } from '../../src/expression/types.ts'
import { say } from '../../src/words/say-message.ts'

/** An outcome with its fault in words. */
type SaidOutcome = Omit<EvaluationOutcome, 'fault'> & { readonly fault: string | null }

export function sayOutcome(outcome: EvaluationOutcome): SaidOutcome {
  return { ...outcome, fault: outcome.fault === null ? null : say(outcome.fault) }
}

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
export function ask(source: string, plan: unknown = {}): SaidOutcome {
  const compiled = compileAssertion(source, { item: false })
  if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems))
  return sayOutcome(compiled.assertion(factsOf(plan)))
}

interface SaidIssue extends Omit<ExpressionIssue, 'message' | 'fix'> {
  readonly message: string
  readonly fix: string | null
  readonly at: string
}

/** What is wrong with an expression, with the text that each problem points at. */
export function problemsOf(source: string): readonly SaidIssue[] {
  const compiled = compileAssertion(source, { item: false })
  if (!('problems' in compiled)) return []
  return compiled.problems.map((problem) => ({
    ...problem,
    message: say(problem.message),
    fix: problem.fix === null ? null : say(problem.fix),
    at: source.slice(problem.start, problem.end),
  }))
}

export const holds: SaidOutcome = { holds: true, missing: null, fault: null, unread: [] }
export const fails: SaidOutcome = { holds: false, missing: null, fault: null, unread: [] }
