import type { ASTNode } from '@marcbachmann/cel-js'

/** A part of an expression, with its place in the text: what is read of the library's tree, as plain data. */
export type Node = {
  readonly [Op in ASTNode['op']]: {
    readonly op: Op
    readonly args: Plain<Extract<ASTNode, { readonly op: Op }>['args']>
    readonly pos: number
    readonly start: number
    readonly end: number
  }
}[ASTNode['op']]

type Plain<T> = T extends ASTNode
  ? Node
  : T extends readonly unknown[]
    ? { readonly [Index in keyof T]: Plain<T[Index]> }
    : T

export function plainTree({ op, args, pos, start, end }: ASTNode): Node {
  return { op, args: plain(args), pos, start, end } as Node
}

function plain(args: unknown): unknown {
  if (Array.isArray(args)) return args.map(plain)
  return isTree(args) ? plainTree(args) : args
}

function isTree(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value
}

/**
 * The tree as JSON that is quickly read back: a part is `[op, pos, start, end, args]`, a list `[0, …]`, and a whole number,
 * which JSON has none of, `{"int": "5"}`.
 */
export function storeTree(tree: Node): string {
  return JSON.stringify(packed(tree))
}

export function restoreTree(text: string): Node {
  return unpacked(JSON.parse(text)) as Node
}

function packed(value: unknown): unknown {
  if (Array.isArray(value)) return [0, ...value.map(packed)]
  if (typeof value === 'bigint') return { int: String(value) }
  if (!isTree(value)) return value
  const { op, pos, start, end, args } = value
  return [op, pos, start, end, packed(args)]
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) {
    const [op, pos, start, end, args] = value
    if (op === 0) return value.slice(1).map(unpacked)
    return { op, args: unpacked(args), pos, start, end }
  }
  return typeof value === 'object' && value !== null && 'int' in value
    ? BigInt(String(value.int))
    : value
}
