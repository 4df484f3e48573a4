import type { Message } from '../../words/message.ts'
import type { ExpressionIssue } from '../types.ts'
import { parseByLibrary } from './by-library.late.ts'
import { expressionLimits } from './limits.ts'
import { storedTrees } from './stored-trees.ts'
import { restoreTree, type Tree } from './tree.ts'

/** The text as a tree, or what is wrong with it. Never throws. */
export function parseExpression(source: string): Tree | ExpressionIssue {
  const stored = storedTrees.get(source)
  if (stored !== undefined) return restoreTree(stored)
  const problem = (message: Message, start: number) => ({
    message,
    start,
    end: source.length,
    fix: null,
  })
  if (source.length > expressionLimits.length) {
    const limit = expressionLimits.length
    return problem({ say: 'expression-too-long', limit }, limit)
  }
  if (source.trim() === '') return problem({ say: 'expression-empty' }, 0)
  return parseByLibrary(source)
}
