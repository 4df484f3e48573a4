import { dayAt } from './days.ts'
import { type Arithmetic, misfit } from './operators.ts'
import { Day, Days, Failure, isList, kindOf, type Result, type Value } from './value.ts'
import { type Run, spend } from './work.ts'

/** Whole numbers stay whole, as in CEL: `7 / 2` is 3, and 3.5 as soon as one of the two comes from data. */
export function calculate(operator: Arithmetic, left: Value, right: Value, run: Run): Result {
  if (typeof left === 'bigint' && typeof right === 'bigint') return whole(operator, left, right)
  if (kindOf(left) === 'number' && kindOf(right) === 'number') {
    return fractional(operator, Number(left), Number(right))
  }
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') {
    spend(run, left.length + right.length)
    return left + right
  }
  if (operator === '+' && isList(left) && isList(right)) {
    spend(run, left.length + right.length)
    return [...left, ...right]
  }
  return inDays(operator, left, right) ?? new Failure(misfit(operator, kindOf(left), kindOf(right)))
}

function whole(operator: Arithmetic, left: bigint, right: bigint): Result {
  if ((operator === '/' || operator === '%') && right === 0n) return new Failure('Division by zero')
  const result = reckon(operator, left, right)
  return BigInt.asIntN(64, result) === result ? result : new Failure('The number is too large')
}

function reckon(operator: Arithmetic, left: bigint, right: bigint): bigint {
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

function fractional(operator: Arithmetic, left: number, right: number): number {
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

function inDays(operator: Arithmetic, left: Value, right: Value): Result | null {
  if (operator !== '+' && operator !== '-') return null
  const sign = operator === '+' ? 1 : -1
  if (left instanceof Days && right instanceof Days) {
    return new Days(left.count + sign * right.count)
  }
  if (left instanceof Day && right instanceof Days) return moved(left, sign * right.count)
  if (left instanceof Days && right instanceof Day && sign === 1) return moved(right, left.count)
  if (left instanceof Day && right instanceof Day && sign === -1) {
    return new Days(left.number - right.number)
  }
  return null
}

function moved(day: Day, by: number): Result {
  return dayAt(day.number + by) ?? new Failure('The date is outside the years 1 to 9999')
}
