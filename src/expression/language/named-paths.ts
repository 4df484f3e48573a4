import type { Path } from '../../model/finding.ts'
import type { ExpressionNode } from './tree.ts'

/** The longest chains of written-out fields from a root, `plan.exit.triggers`, in the order of the text. */
export function listNamedPaths(tree: ExpressionNode, root: string): readonly Path[] {
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

function findNodePath(node: ExpressionNode, root: string): Path | null {
  if (node.op === 'id') return node.args === root ? [] : null
  if (node.op === '.') return findChildPath(node.args[0], node.args[1], root)
  if (node.op !== '[]') return null
  const [, index] = node.args
  const key = index.op === 'value' ? index.args : undefined
  if (typeof key === 'string') return findChildPath(node.args[0], key, root)
  return typeof key === 'bigint' ? findChildPath(node.args[0], Number(key), root) : null
}

function findChildPath(parent: ExpressionNode, key: string | number, root: string): Path | null {
  const path = findNodePath(parent, root)
  return path === null ? null : [...path, key]
}

function isExpressionNode(value: unknown): value is ExpressionNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value
}
