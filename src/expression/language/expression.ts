import type { Path } from '../../model/finding.ts'
import type { EvaluationOutcome, ExpressionIssue } from '../types.ts'
import { compile } from './compile.ts'
import { addExpressionIssue, type CompileContext, type ExpressionScope } from './compile-context.ts'
import {
  type EvaluationContext,
  type EvaluationStep,
  spendWork,
  WorkLimitError,
} from './evaluation-context.ts'
import { createNotTruthValue, toTruthValue } from './logic.ts'
import { listNamedPaths } from './named-paths.ts'
import { parseExpression } from './parse.ts'
import { Failure } from './value.ts'

export interface CompiledExpression {
  readonly step: EvaluationStep
  /** About the work of running it once, without its loops. */
  readonly parts: number
  /** Question ids and variables that it refers to, in the order of their first use. */
  readonly refersTo: readonly string[]
  /** The fields of `plan` that it names, in the order of the text; found when asked for. */
  readonly places: () => readonly Path[]
}

export interface ExpressionIssues {
  readonly problems: readonly ExpressionIssue[]
}

/** A true-or-false expression made ready to run, or everything that is wrong with it, in order. Never throws. */
export function compileExpression(
  source: string,
  scope: ExpressionScope,
): CompiledExpression | ExpressionIssues {
  const tree = parseExpression(source)
  if ('message' in tree) return { problems: [tree] }
  const place: CompileContext = {
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
    addExpressionIssue(place, whole, createNotTruthValue(type.kind))
  }
  if (place.problems.length === 0) {
    const places = () => listNamedPaths(tree, 'plan')
    return { step, parts, refersTo: [...place.refersTo], places }
  }
  return { problems: place.problems.toSorted((a, b) => a.start - b.start || a.end - b.end) }
}

/** Runs it; where something is missing or goes wrong it does not hold, and the outcome says why. Never throws. */
export function evaluate(
  expression: CompiledExpression,
  run: EvaluationContext,
): EvaluationOutcome {
  const result = runExpression(expression, run)
  if (typeof result === 'boolean') return { holds: result, missing: null, fault: null }
  const { missing, message } = result
  if (missing === undefined) return { holds: false, missing: null, fault: message }
  return { holds: false, missing, fault: null }
}

function runExpression(
  { step, parts }: CompiledExpression,
  run: EvaluationContext,
): boolean | Failure {
  try {
    spendWork(run, parts)
    return toTruthValue(step(run))
  } catch (error) {
    if (!(error instanceof WorkLimitError)) throw error
    return new Failure({ say: 'work-limit' })
  }
}
