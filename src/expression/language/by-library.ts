import { Environment, ParseError } from '@marcbachmann/cel-js'
import type { ExpressionProblem } from '../types.ts'
import { limits } from './limits.ts'
import { explainParseError } from './parse-problems.ts'
import { type Node, plainTree } from './tree.ts'

const environment = new Environment({
  limits: { maxDepth: limits.depth, maxAstNodes: limits.nodes },
})

/**
 * The one place where the CEL library is called: it reads the text into a tree. Checking and running the tree is ours, for
 * three things the library can't do: stop after so much work, say which field is missing, and speak plainly. Never throws.
 * The library is loaded when it is needed, since that costs time.
 */
export function parseByLibrary(source: string): Node | ExpressionProblem {
  try {
    return plainTree(environment.parse(source).ast)
  } catch (error) {
    if (!(error instanceof ParseError)) {
      const message = 'This cannot be read as an expression'
      return { message, start: 0, end: source.length, fix: null }
    }
    const { start, end } = error.range ?? { start: 0, end: source.length }
    return explainParseError({ code: error.code, summary: error.summary, start, end }, source)
  }
}
