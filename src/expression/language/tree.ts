import type { ASTNode } from '@marcbachmann/cel-js'

/** A part of an expression, with its place in the text: what is read of the library's tree, as plain data. */
export type Tree = {
  readonly [Op in ASTNode['op']]: {
    readonly op: Op
    readonly args: PlainArguments<Extract<ASTNode, { readonly op: Op }>['args']>
    readonly pos: number
    readonly start: number
    readonly end: number
  }
}[ASTNode['op']]

type PlainArguments<T> = T extends ASTNode
  ? Tree
  : T extends readonly unknown[]
    ? { readonly [Index in keyof T]: PlainArguments<T[Index]> }
    : T

export function toPlainTree({ op, args, pos, start, end }: ASTNode): Tree {
  return { op, args: toPlainArguments(args), pos, start, end } as Tree
}

function toPlainArguments(args: unknown): unknown {
  if (Array.isArray(args)) return args.map(toPlainArguments)
  return isLibraryNode(args) ? toPlainTree(args) : args
}

function isLibraryNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value
}

/** The tree as JSON: a part is `[op, pos, start, end, args]`, a list `[0, …]`, a whole number `{"int": "5"}`. */
export function storeTree(tree: Tree): string {
  return JSON.stringify(packTree(tree))
}

export function restoreTree(text: string): Tree {
  return unpackTree(JSON.parse(text)) as Tree
}

function packTree(value: unknown): unknown {
  if (Array.isArray(value)) return [0, ...value.map(packTree)]
  if (typeof value === 'bigint') return { int: String(value) }
  if (!isLibraryNode(value)) return value
  const { op, pos, start, end, args } = value
  return [op, pos, start, end, packTree(args)]
}

function unpackTree(value: unknown): unknown {
  if (Array.isArray(value)) {
    const [op, pos, start, end, args] = value
    if (op === 0) return value.slice(1).map(unpackTree)
    return { op, args: unpackTree(args), pos, start, end }
  }
  return typeof value === 'object' && value !== null && 'int' in value
    ? BigInt(String(value.int))
    : value
}
