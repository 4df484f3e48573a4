import type { ExpressionProblem } from '../types.ts'
import type { Functions } from './functions.ts'
import type { Node } from './tree.ts'
import { anything, type Type } from './type.ts'
import { Failure, type Value } from './value.ts'
import type { Step } from './work.ts'

/** What an expression may name. */
export interface Scope {
  readonly variables: ReadonlyMap<string, Type>
  readonly records: ReadonlyMap<string, QuestionRecord>
  readonly functions: Functions
}

/** `profile` or `answers`: what was answered, by question. It can only be asked for one question at a time. */
export interface QuestionRecord {
  /** How a question is named in it: `answers["trust.bad-news"]`. */
  readonly example: string
  /** The type of that question's answer, or why it can't be referred to. */
  field(id: string): Type | { readonly message: string; readonly fix: string | null }
}

/** Where the compiler is: what can be named here, and what it has found so far in the whole expression. */
export interface Place {
  readonly source: string
  /** Compiles a part of the part: the way back to `compile.ts` for the files that it calls. */
  readonly compile: (node: Node, place: Place) => Compiled
  readonly scope: Scope
  /** Names for items inside `all`, `exists` … */
  readonly locals: ReadonlyMap<string, { readonly type: Type; readonly slot: number }>
  readonly problems: ExpressionProblem[]
  /** Question ids and variables that the expression refers to. */
  readonly refersTo: Set<string>
}

/** A part of an expression, ready to run. */
export interface Compiled {
  readonly type: Type
  readonly step: Step
  /** The parts it consists of: about the work of running it once. */
  readonly parts: number
  /** Its value, where that is written out. */
  readonly literal?: Value
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** Notes a problem; the part stands for anything from then on, so that one mistake gives one problem. */
export function refuse(
  place: Place,
  span: Span,
  message: string,
  fix: string | null = null,
): Compiled {
  place.problems.push({ message, start: span.start, end: span.end, fix })
  return { type: anything, step: () => new Failure(message), parts: 1 }
}
