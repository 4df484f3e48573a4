import type { Message } from '../../words/message.ts'
import type { ExpressionIssue } from '../types.ts'
import type { EvaluationStep } from './evaluation-context.ts'
import type { FunctionTable } from './functions.ts'
import type { ExpressionNode } from './tree.ts'
import { anyType, type ValueType } from './type.ts'
import { type ExpressionValue, Failure } from './value.ts'

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
  readonly compile: (node: ExpressionNode, place: CompileContext) => CompiledPart
  readonly scope: ExpressionScope
  /** Names for items inside `all`, `exists` … */
  readonly locals: ReadonlyMap<string, { readonly type: ValueType; readonly slot: number }>
  readonly problems: ExpressionIssue[]
  /** Question ids and variables that the expression refers to. */
  readonly refersTo: Set<string>
}

/** A part of an expression, ready to run. */
export interface CompiledPart {
  readonly type: ValueType
  readonly step: EvaluationStep
  /** The parts it consists of: about the work of running it once. */
  readonly parts: number
  /** Its value, where that is written out. */
  readonly literal?: ExpressionValue
}

export interface ExpressionSpan {
  readonly start: number
  readonly end: number
}

/** Notes a problem; the part stands for anything from then on, so that one mistake gives one problem. */
export function addExpressionIssue(
  place: CompileContext,
  span: ExpressionSpan,
  message: Message,
  fix: Message | null = null,
): CompiledPart {
  place.problems.push({ message, start: span.start, end: span.end, fix })
  return { type: anyType, step: () => new Failure(message), parts: 1 }
}
