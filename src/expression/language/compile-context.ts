import type { Message } from '../../words/message.ts'
import type { ExpressionIssue } from '../types.ts'
import type { Step } from './evaluation-context.ts'
import type { FunctionTable } from './functions.ts'
import type { Tree } from './tree.ts'
import { anyType, nameKinds, type ValueKind, type ValueType } from './type.ts'
import { type ExpressionValue, Failure, getValueKind, type ValueOrFailure } from './value.ts'

/** What an expression may name. */
export interface ExpressionScope {
  readonly variables: ReadonlyMap<string, ValueType>
  readonly records: ReadonlyMap<string, QuestionRecord>
  readonly functions: FunctionTable
}

/** `profile` or `answers`: what was answered, by question. It can only be asked for one question at a time. */
export interface QuestionRecord {
  /** How a question is named in it: `answers["trust.bad-news"]`. */
  readonly example: string
  /** The type of that question's answer, or why it can't be referred to. */
  field(id: string): ValueType | { readonly message: Message; readonly fix: Message | null }
}

/** Where the compiler is: what can be named here, and what it has found so far in the whole expression. */
export interface CompileContext {
  readonly source: string
  /** Compiles a part of the part: the way back to `compile.ts` for the files that it calls. */
  readonly compile: (node: Tree, place: CompileContext) => Part
  readonly scope: ExpressionScope
  /** Names for items inside `all`, `exists` … */
  readonly locals: ReadonlyMap<string, { readonly type: ValueType; readonly slot: number }>
  readonly problems: ExpressionIssue[]
  /** Question ids and variables that the expression refers to. */
  readonly refersTo: Set<string>
}

/** A part of an expression, ready to run. */
export interface Part {
  readonly type: ValueType
  readonly step: Step
  /** The parts it consists of: about the work of running it once. */
  readonly parts: number
  /** Its value, where that is written out. */
  readonly literal?: ExpressionValue
}

export interface Offsets {
  readonly start: number
  readonly end: number
}

/** Notes a problem; the part stands for anything from then on, so that one mistake gives one problem. */
export function addIssue(
  place: CompileContext,
  span: Offsets,
  message: Message,
  fix: Message | null = null,
): Part {
  place.problems.push({ message, start: span.start, end: span.end, fix })
  return { type: anyType, step: () => new Failure(message), parts: 1 }
}

/** The result as true or false; a failure where it is neither. */
export function toTruthValue(result: ValueOrFailure): boolean | Failure {
  if (typeof result === 'boolean' || result instanceof Failure) return result
  return new Failure(createNotTruthValue(getValueKind(result)))
}

export function createNotTruthValue(found: ValueKind): Message {
  return { say: 'kinds-differ', expected: nameKinds('boolean'), found: nameKinds(found) }
}
