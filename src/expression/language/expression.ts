import type { Path } from '../../model/finding.ts'
import type { EvaluationOutcome, ExpressionIssue } from '../types.ts'
import { compile } from './compile.ts'
import {
  addIssue,
  type CompileContext,
  createNotTruthValue,
  type ExpressionScope,
  toTruthValue,
} from './compile-context.ts'
import { type Evaluation, type Step, spendWork, WorkLimitError } from './evaluation-context.ts'
import { parseExpression } from './parse.ts'
import type { Tree } from './tree.ts'
import { Failure, Unread } from './value.ts'

interface CompiledExpression {
  readonly step: Step
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
    addIssue(place, whole, createNotTruthValue(type.kind))
  }
  if (place.problems.length === 0) {
    const places = () => listNamedPaths(tree, 'plan')
    return { step, parts, refersTo: [...place.refersTo], places }
  }
  return { problems: place.problems.toSorted((a, b) => a.start - b.start || a.end - b.end) }
}

/** Runs it; where something is missing or goes wrong it does not hold, and the outcome says why. Never throws. */
export function evaluate(expression: CompiledExpression, run: Evaluation): EvaluationOutcome {
  const result = runExpression(expression, run)
  if (typeof result === 'boolean') return result ? held : failed
  if (result instanceof Unread) return { ...failed, unread: result.paths }
  const { missing, message } = result
  return missing === undefined ? { ...failed, fault: message } : { ...failed, missing }
}

const failed: EvaluationOutcome = { holds: false, missing: null, fault: null, unread: [] }
const held: EvaluationOutcome = { ...failed, holds: true }

function runExpression({ step, parts }: CompiledExpression, run: Evaluation): boolean | Failure {
  try {
    spendWork(run, parts)
    return toTruthValue(step(run))
  } catch (error) {
    if (!(error instanceof WorkLimitError)) throw error
    return new Failure({ say: 'work-limit' })
  }
}

/** The longest chains of written-out fields from a root, `plan.exit.triggers`, in the order of the text. */
function listNamedPaths(tree: Tree, root: string): readonly Path[] {
  const places: { readonly path: Path; readonly start: number }[] = []
  const open: unknown[] = [tree]
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    if (Array.isArray(here)) open.push(...here)
    if (!isExpressionNode(here)) continue
    const path = findNodePath(here, root)
    if (path === null) open.push(here.args)
    else places.push({ path, start: here.start })
  }
  return places.toSorted((a, b) => a.start - b.start).map(({ path }) => path)
}

function findNodePath(node: Tree, root: string): Path | null {
  if (node.op === 'id') return node.args === root ? [] : null
  if (node.op === '.') return findChildPath(node.args[0], node.args[1], root)
  if (node.op !== '[]') return null
  const [, index] = node.args
  const key = index.op === 'value' ? index.args : undefined
  if (typeof key === 'string') return findChildPath(node.args[0], key, root)
  return typeof key === 'bigint' ? findChildPath(node.args[0], Number(key), root) : null
}

function findChildPath(parent: Tree, key: string | number, root: string): Path | null {
  const path = findNodePath(parent, root)
  return path === null ? null : [...path, key]
}

function isExpressionNode(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value
}
