import { parseExpression } from './language/parse.ts'
import { storeTree } from './language/tree.ts'

/** The trees of those texts that can be read, as `language/stored-trees.ts` holds them: a step of the build. */
export function buildStoredTrees(sources: Iterable<string>): ReadonlyMap<string, string> {
  const trees = new Map<string, string>()
  for (const source of sources) {
    const tree = parseExpression(source)
    if (!('message' in tree)) trees.set(source, storeTree(tree))
  }
  return trees
}
