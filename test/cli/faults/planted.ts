import type { Emitted } from './emit.ts'
import type { Random } from './random.ts'
import type { Steps, Tree } from './tree.ts'

/** A fault in what a plan says: the tree is changed before it is written. */
export interface TreeFault {
  readonly name: string
  plant(tree: Tree, random: Random): InTree
}

export interface InTree {
  /** What the program has to call it. */
  readonly id: string
  readonly path: Steps
  readonly part?: 'key' | 'value'
  /** What follows from the fault, at places of its own. */
  readonly also?: readonly string[]
}

/** A fault in how a plan is written: the text is changed. Null where this plan has no place for it. */
export interface TextFault {
  readonly name: string
  plant(emitted: Emitted, random: Random): InText | null
}

export interface InText {
  readonly id: string
  readonly text: string
  /** In the changed text. */
  readonly offset: number
  /** Bytes that stand in the place of this character. */
  readonly bytes?: { readonly of: string; readonly are: readonly number[] }
}
