import { Environment, ParseError } from '@marcbachmann/cel-js'
import type { ExpressionIssue } from '../types.ts'
import { explainParseError } from './explain-parse-error.ts'
import { expressionLimits } from './limits.ts'
import { type ExpressionNode, toPlainTree } from './tree.ts'

const environment = new Environment({
  limits: { maxDepth: expressionLimits.depth, maxAstNodes: expressionLimits.nodes },
})

/**
 * The one place where the CEL library is called: it reads the text into a tree. Checking and running the tree is ours, for
 * three things the library can't do: stop after so much work, say which field is missing, and speak plainly. Never throws.
 * The library is loaded when it is needed, since that costs time.
 */
export function parseByLibrary(source: string): ExpressionNode | ExpressionIssue {
  try {
    return toPlainTree(environment.parse(source).ast)
  } catch (error) {
    if (!(error instanceof ParseError)) {
      return { message: { say: 'expression-unreadable' }, start: 0, end: source.length, fix: null }
    }
    const { start, end } = error.range ?? { start: 0, end: source.length }
    return explainParseError({ code: error.code, summary: error.summary, start, end }, source)
  }
}
