import { createDay } from './days.ts'
import { type EvaluationContext, spendWork } from './evaluation-context.ts'
import { type ArithmeticOperator, createOperatorMismatch } from './operators.ts'
import {
  Day,
  Days,
  type ExpressionValue,
  Failure,
  getValueKind,
  isList,
  type ValueOrFailure,
} from './value.ts'

/** Whole numbers stay whole, as in CEL: `7 / 2` is 3, and 3.5 as soon as one of the two comes from data. */
export function calculate(
  operator: ArithmeticOperator,
  left: ExpressionValue,
  right: ExpressionValue,
  run: EvaluationContext,
): ValueOrFailure {
  if (typeof left === 'bigint' && typeof right === 'bigint')
    return calculateWhole(operator, left, right)
  if (getValueKind(left) === 'number' && getValueKind(right) === 'number') {
    return calculateFraction(operator, Number(left), Number(right))
  }
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') {
    spendWork(run, left.length + right.length)
    return left + right
  }
  if (operator === '+' && isList(left) && isList(right)) {
    spendWork(run, left.length + right.length)
    return [...left, ...right]
  }
  return (
    calculateDays(operator, left, right) ??
    new Failure(createOperatorMismatch(operator, getValueKind(left), getValueKind(right)))
  )
}

function calculateWhole(operator: ArithmeticOperator, left: bigint, right: bigint): ValueOrFailure {
  if ((operator === '/' || operator === '%') && right === 0n)
    return new Failure({ say: 'division-by-zero' })
  const result = applyWholeOperator(operator, left, right)
  return BigInt.asIntN(64, result) === result ? result : new Failure({ say: 'number-too-large' })
}

function applyWholeOperator(operator: ArithmeticOperator, left: bigint, right: bigint): bigint {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    default:
      return left % right
  }
}

function calculateFraction(operator: ArithmeticOperator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    default:
      return left % right
  }
}

function calculateDays(
  operator: ArithmeticOperator,
  left: ExpressionValue,
  right: ExpressionValue,
): ValueOrFailure | null {
  if (operator !== '+' && operator !== '-') return null
  const sign = operator === '+' ? 1 : -1
  if (left instanceof Days && right instanceof Days) {
    return new Days(left.count + sign * right.count)
  }
  if (left instanceof Day && right instanceof Days) return moveDay(left, sign * right.count)
  if (left instanceof Days && right instanceof Day && sign === 1) return moveDay(right, left.count)
  if (left instanceof Day && right instanceof Day && sign === -1) {
    return new Days(left.number - right.number)
  }
  return null
}

function moveDay(day: Day, by: number): ValueOrFailure {
  return createDay(day.number + by) ?? new Failure({ say: 'date-out-of-range' })
}
