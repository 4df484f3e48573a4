import { suggestion } from '../../model/did-you-mean.ts'
import { operate } from './operate.ts'
import { misfit, type Operator, typeOfOperation } from './operators.ts'
import { type Compiled, type Place, refuse, type Span } from './place.ts'
import type { Node } from './tree.ts'
import type { Kind } from './type.ts'
import { Failure, type Value } from './value.ts'
import type { Step } from './work.ts'

/** `left operator right`, for the operators that need both sides. */
export function compileOperation(
  place: Place,
  operator: Operator,
  leftNode: Node,
  rightNode: Node,
): Compiled {
  const left = { ...place.compile(leftNode, place), start: leftNode.start, end: leftNode.end }
  const right = { ...place.compile(rightNode, place), start: rightNode.start, end: rightNode.end }
  const type = typeOfOperation(operator, left.type, right.type)
  if (type === null) {
    const span = { start: left.start, end: right.end }
    const other = operator === 'in' ? (right.type.item ?? right.type) : right.type
    const message = misfit(operator, left.type.kind, right.type.kind)
    return refuse(place, span, message, hint(left.type.kind, other.kind))
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
    return b instanceof Failure ? b : operate(operator, a, b, run)
  }
  return { type, step, parts: left.parts + right.parts + 1 }
}

/** A text written out that is none of the other side's choices is a slip. */
function checkChoice(place: Place, asked: Compiled, written: Compiled & Span): void {
  const { choices } = asked.type
  if (choices === undefined || written.literal === undefined) return
  const words: readonly Value[] = Array.isArray(written.literal)
    ? written.literal
    : [written.literal]
  for (const word of words) {
    if (typeof word !== 'string' || choices.includes(word)) continue
    refuse(place, written, `Unknown choice "${word}"${suggestion(word, choices)}`)
  }
}

function hint(left: Kind, right: Kind): string | null {
  const kinds = [left, right]
  if (!kinds.includes('text')) {
    return kinds.includes('days') && kinds.includes('number') ? 'Write days(30)' : null
  }
  if (kinds.includes('number')) return 'Write a number without quotes'
  if (kinds.includes('boolean')) return 'Write true or false, without quotes'
  return kinds.includes('date') ? 'Write date("2026-01-31")' : null
}
