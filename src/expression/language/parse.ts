import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js'
import type { ExpressionProblem } from '../types.ts'
import { limits } from './limits.ts'
import { explainParseError } from './parse-problems.ts'

/** A part of an expression, with its place in the text. */
export type Node = ASTNode

const environment = new Environment({
  limits: { maxDepth: limits.depth, maxAstNodes: limits.nodes },
})

/**
 * The one place where the CEL library is called: it reads the text into a tree. Checking and running the tree is ours, for
 * three things the library can't do: stop after so much work, say which field is missing, and speak plainly. Never throws.
 */
export function parseExpression(source: string): Node | ExpressionProblem {
  const problem = (message: string, start: number, end: number) => ({
    message,
    start,
    end,
    fix: null,
  })
  if (source.length > limits.length) {
    const message = `The expression is too long; at most ${limits.length} characters`
    return problem(message, limits.length, source.length)
  }
  if (source.trim() === '') return problem('The expression is empty', 0, source.length)
  try {
    return environment.parse(source).ast
  } catch (error) {
    if (!(error instanceof ParseError)) {
      return problem('This cannot be read as an expression', 0, source.length)
    }
    const { start, end } = error.range ?? { start: 0, end: source.length }
    return explainParseError({ code: error.code, summary: error.summary, start, end }, source)
  }
}
