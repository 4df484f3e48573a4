import { calculate } from './arithmetic.ts'
import { type Comparison, misfit, type Operator } from './operators.ts'
import { Day, Days, Failure, isList, isMapValue, kindOf, type Result, type Value } from './value.ts'
import { type Run, spend } from './work.ts'

/** The operator at work. As in CEL, values of different kinds are not equal, and for the rest it is a failure. */
export function operate(operator: Operator, left: Value, right: Value, run: Run): Result {
  switch (operator) {
    case '==':
      return isEqual(left, right, run)
    case '!=':
      return !isEqual(left, right, run)
    case 'in':
      return isIn(left, right, run)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(operator, left, right, run)
    default:
      return calculate(operator, left, right, run)
  }
}

function isEqual(left: Value, right: Value, run: Run): boolean {
  if (left === right) return true
  spend(run, 1)
  const kind = kindOf(left)
  if (kind !== kindOf(right)) return false
  if (kind === 'number') return typeof left !== typeof right && Number(left) === Number(right)
  if (typeof left === 'string' && typeof right === 'string') {
    if (left.length === right.length) spend(run, left.length >> 4)
    return false
  }
  if (left instanceof Day) return right instanceof Day && left.number === right.number
  if (left instanceof Days) return right instanceof Days && left.count === right.count
  if (isList(left) && isList(right)) {
    if (left.length !== right.length) return false
    return left.every((item, index) => isEqual(item, right[index] ?? null, run))
  }
  if (!isMapValue(left) || !isMapValue(right)) return false
  const keys = Object.keys(left)
  spend(run, 4 * keys.length)
  if (keys.length !== Object.keys(right).length) return false
  return keys.every(
    (key) => Object.hasOwn(right, key) && isEqual(left[key] ?? null, right[key] ?? null, run),
  )
}

function isIn(left: Value, right: Value, run: Run): Result {
  if (isList(right)) {
    spend(run, right.length)
    return right.some((item) => isEqual(left, item, run))
  }
  if (isMapValue(right) && typeof left === 'string') return Object.hasOwn(right, left)
  return new Failure(misfit('in', kindOf(left), kindOf(right)))
}

function compare(operator: Comparison, left: Value, right: Value, run: Run): Result {
  const kind = kindOf(left)
  if (kind !== kindOf(right) || rank(left) === null) {
    return new Failure(misfit(operator, kind, kindOf(right)))
  }
  if (typeof left === 'string') spend(run, left.length >> 4)
  // Comparing a whole number with another one as they are is right, but slow.
  const isMixed = kind === 'number' && typeof left !== typeof right
  const a = isMixed ? Number(left) : (rank(left) ?? 0)
  const b = isMixed ? Number(right) : (rank(right) ?? 0)
  if (operator === '<') return a < b
  if (operator === '<=') return a <= b
  return operator === '>' ? a > b : a >= b
}

/** What values of one kind are ordered by, or null. */
function rank(value: Value): number | bigint | string | boolean | null {
  if (value instanceof Day) return value.number
  if (value instanceof Days) return value.count
  return typeof value === 'object' ? null : value
}
