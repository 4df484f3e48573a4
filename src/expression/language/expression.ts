import type { Path } from '../../model/finding.ts'
import type { ExpressionProblem, Outcome } from '../types.ts'
import { compile } from './compile.ts'
import { truth } from './logic.ts'
import { namedPlaces } from './named-places.ts'
import { parseExpression } from './parse.ts'
import { type Place, refuse, type Scope } from './place.ts'
import { inWords } from './type.ts'
import { Failure } from './value.ts'
import { Exhausted, type Run, type Step, spend } from './work.ts'

export interface Expression {
  readonly step: Step
  /** About the work of running it once, without its loops. */
  readonly parts: number
  /** Question ids and variables that it refers to, in the order of their first use. */
  readonly refersTo: readonly string[]
  /** The fields of `plan` that it names, in the order of the text; found when asked for. */
  readonly places: () => readonly Path[]
}

export interface Problems {
  readonly problems: readonly ExpressionProblem[]
}

/** A true-or-false expression made ready to run, or everything that is wrong with it, in order. Never throws. */
export function compileExpression(source: string, scope: Scope): Expression | Problems {
  const tree = parseExpression(source)
  if ('message' in tree) return { problems: [tree] }
  const place: Place = {
    source,
    compile,
    scope,
    locals: new Map(),
    problems: [],
    refersTo: new Set(),
  }
  const { type, step, parts } = compile(tree, place)
  if (type.kind !== 'any' && type.kind !== 'boolean') {
    const whole = { start: 0, end: source.length }
    refuse(place, whole, `Expected true or false, found ${inWords(type.kind)}`)
  }
  if (place.problems.length === 0) {
    const places = () => namedPlaces(tree, 'plan')
    return { step, parts, refersTo: [...place.refersTo], places }
  }
  return { problems: place.problems.toSorted((a, b) => a.start - b.start || a.end - b.end) }
}

/** Runs it; where something is missing or goes wrong it does not hold, and the outcome says why. Never throws. */
export function evaluate(expression: Expression, run: Run): Outcome {
  const result = attempt(expression, run)
  if (typeof result === 'boolean') return { holds: result, missing: null, fault: null }
  const { missing, message } = result
  if (missing === undefined) return { holds: false, missing: null, fault: message }
  return { holds: false, missing, fault: null }
}

function attempt({ step, parts }: Expression, run: Run): boolean | Failure {
  try {
    spend(run, parts)
    return truth(step(run))
  } catch (error) {
    if (!(error instanceof Exhausted)) throw error
    return new Failure('This takes too much work on a file of this size')
  }
}
