import type { Path } from '../../model/finding.ts'
import type { Node } from './tree.ts'

/** The longest chains of written-out fields from a root, `plan.exit.triggers`, in the order of the text. */
export function namedPlaces(tree: Node, root: string): readonly Path[] {
  const places: { readonly path: Path; readonly start: number }[] = []
  const open: unknown[] = [tree]
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    if (Array.isArray(here)) open.push(...here)
    if (!isNode(here)) continue
    const path = chain(here, root)
    if (path === null) open.push(here.args)
    else places.push({ path, start: here.start })
  }
  return places.toSorted((a, b) => a.start - b.start).map(({ path }) => path)
}

function chain(node: Node, root: string): Path | null {
  if (node.op === 'id') return node.args === root ? [] : null
  if (node.op === '.') return below(node.args[0], node.args[1], root)
  if (node.op !== '[]') return null
  const [, index] = node.args
  const key = index.op === 'value' ? index.args : undefined
  if (typeof key === 'string') return below(node.args[0], key, root)
  return typeof key === 'bigint' ? below(node.args[0], Number(key), root) : null
}

function below(parent: Node, key: string | number, root: string): Path | null {
  const path = chain(parent, root)
  return path === null ? null : [...path, key]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value
}
