import { suggestWord } from '../../model/did-you-mean.ts'
import type { Message } from '../../words/message.ts'
import { applyOperator } from './apply-operator.ts'
import { addIssue, type CompileContext, type Offsets, type Part } from './compile-context.ts'
import type { Step } from './evaluation-context.ts'
import { createOperatorMismatch, findOperationType, type Operator } from './operators.ts'
import type { Tree } from './tree.ts'
import type { ValueKind } from './type.ts'
import { type ExpressionValue, Failure } from './value.ts'

/** `left operator right`, for the operators that need both sides. */
export function compileOperation(
  place: CompileContext,
  operator: Operator,
  leftNode: Tree,
  rightNode: Tree,
): Part {
  const left = { ...place.compile(leftNode, place), start: leftNode.start, end: leftNode.end }
  const right = { ...place.compile(rightNode, place), start: rightNode.start, end: rightNode.end }
  const type = findOperationType(operator, left.type, right.type)
  if (type === null) {
    const span = { start: left.start, end: right.end }
    const other = operator === 'in' ? (right.type.item ?? right.type) : right.type
    const message = createOperatorMismatch(operator, left.type.kind, right.type.kind)
    return addIssue(place, span, message, findOperandFix(left.type.kind, other.kind))
  }
  if (operator === '==' || operator === '!=') {
    checkChoice(place, left, right)
    checkChoice(place, right, left)
  }
  if (operator === 'in') {
    checkChoice(place, left, right)
    checkChoice(place, { ...left, type: right.type.item ?? right.type }, left)
  }
  const step: Step = (run) => {
    const a = left.step(run)
    if (a instanceof Failure) return a
    const b = right.step(run)
    return b instanceof Failure ? b : applyOperator(operator, a, b, run)
  }
  return { type, step, parts: left.parts + right.parts + 1 }
}

/** A text written out that is none of the other side's choices is a slip. */
function checkChoice(place: CompileContext, asked: Part, written: Part & Offsets): void {
  const { choices } = asked.type
  if (choices === undefined || written.literal === undefined) return
  const words: readonly ExpressionValue[] = Array.isArray(written.literal)
    ? written.literal
    : [written.literal]
  for (const word of words) {
    if (typeof word !== 'string' || choices.includes(word)) continue
    const hint = suggestWord(word, choices)
    addIssue(place, written, { say: 'choice-unknown', word, hint })
  }
}

function findOperandFix(left: ValueKind, right: ValueKind): Message | null {
  const kinds = [left, right]
  if (!kinds.includes('text')) {
    return kinds.includes('days') && kinds.includes('number')
      ? { say: 'write-instead', text: 'days(30)' }
      : null
  }
  if (kinds.includes('number')) return { say: 'number-without-quotes' }
  if (kinds.includes('boolean')) return { say: 'boolean-without-quotes' }
  return kinds.includes('date') ? { say: 'write-instead', text: 'date("2026-01-31")' } : null
}
