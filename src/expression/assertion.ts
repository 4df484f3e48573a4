import { compileExpression, evaluate, type Problems } from './language/expression.ts'
import { planFunctions } from './language/functions.ts'
import type { Scope } from './language/place.ts'
import { anything, number, type Type } from './language/type.ts'
import type { Value } from './language/value.ts'
import { fullMeter, type Meter } from './language/work.ts'
import type { PlanFacts, Visit } from './plan-facts.ts'
import type { Outcome } from './types.ts'

export interface AssertionScope {
  /** Does the check visit a list (`for`)? Only then are there `item` and `index`. */
  readonly item: boolean
  /** The sections that a plan can have; without them no field of `plan` is unknown. */
  readonly sections?: readonly string[]
}

/** A check's `when` or `assert`. Never throws; the work that one of them may take is limited for a plan as a whole. */
export type Assertion = (facts: PlanFacts, visit?: Visit) => Outcome

/** Compiles a check's `when` or `assert`, an expression over `plan`, `item`, `index` and `today`. */
export function compileAssertion(
  source: string,
  scope: AssertionScope,
): { readonly assertion: Assertion; readonly usesToday: boolean } | Problems {
  const compiled = compileExpression(source, names(scope))
  if ('problems' in compiled) return compiled
  const meters = new WeakMap<PlanFacts, Meter>()
  const meterOf = (facts: PlanFacts) => {
    const meter = meters.get(facts) ?? fullMeter()
    meters.set(facts, meter)
    return meter
  }
  const assertion: Assertion = (facts, visit) =>
    evaluate(compiled, {
      roots: rootsOf(facts, visit),
      records: new Map(),
      people: facts.people,
      partners: facts.partners,
      pathOf: facts.pathOf,
      slots: [],
      meter: meterOf(facts),
    })
  return { assertion, usesToday: compiled.refersTo.includes('today') }
}

function names({ item, sections }: AssertionScope): Scope {
  const plan: Type = sections === undefined ? anything : { kind: 'map', fields: sections }
  const variables = new Map<string, Type>([
    ['plan', plan],
    ...(item
      ? ([
          ['item', anything],
          ['index', number],
        ] as const)
      : []),
    ['today', { kind: 'date' }],
  ])
  return { variables, records: new Map(), functions: planFunctions }
}

function rootsOf(facts: PlanFacts, visit: Visit | undefined): ReadonlyMap<string, Value> {
  const roots = new Map<string, Value>([
    ['plan', facts.plan],
    ['today', facts.today],
  ])
  return visit === undefined ? roots : roots.set('item', visit.item).set('index', visit.index)
}
