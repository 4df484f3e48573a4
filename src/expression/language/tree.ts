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

/** The tree as JSON, which has no whole numbers of its own: they are written `{"int": "5"}`. */
export function storeTree(tree: Node): string {
  return JSON.stringify(tree, (_, value: unknown) =>
    typeof value === 'bigint' ? { int: String(value) } : value,
  )
}

export function restoreTree(text: string): Node {
  return JSON.parse(text, (_, value: { readonly int?: string } | null) =>
    typeof value?.int === 'string' ? BigInt(value.int) : value,
  )
}
