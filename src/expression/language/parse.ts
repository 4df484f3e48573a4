import type { ExpressionProblem } from '../types.ts'
import { parseByLibrary } from './by-library.ts'
import { limits } from './limits.ts'
import { storedTrees } from './stored-trees.ts'
import { type Node, restoreTree } from './tree.ts'

/** The text as a tree, or what is wrong with it. Never throws. */
export function parseExpression(source: string): Node | ExpressionProblem {
  const stored = storedTrees.get(source)
  if (stored !== undefined) return restoreTree(stored)
  const problem = (message: string, start: number) => ({
    message,
    start,
    end: source.length,
    fix: null,
  })
  if (source.length > limits.length) {
    const message = `The expression is too long; at most ${limits.length} characters`
    return problem(message, limits.length)
  }
  if (source.trim() === '') return problem('The expression is empty', 0)
  return parseByLibrary(source)
}
