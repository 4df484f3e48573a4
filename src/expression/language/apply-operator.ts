import { moreKeys } from '../../model/unread.ts'
import { createDay } from './days.ts'
import { type Evaluation, spendWork } from './evaluation-context.ts'
import {
  type ArithmeticOperator,
  type ComparisonOperator,
  createOperatorMismatch,
  type Operator,
} from './operators.ts'
import {
  Day,
  Days,
  type ExpressionValue,
  Failure,
  findUnread,
  getValueKind,
  isList,
  isMapValue,
  Unread,
  type ValueOrFailure,
} from './value.ts'

/** The operator at work. As in CEL, values of different kinds are not equal, and for the rest it is a failure. */
export function applyOperator(
  operator: Operator,
  left: ExpressionValue,
  right: ExpressionValue,
  run: Evaluation,
): ValueOrFailure {
  switch (operator) {
    case '==':
      return isEqual(left, right, run)
    case '!=': {
      const same = isEqual(left, right, run)
      return same instanceof Unread ? same : !same
    }
    case 'in':
      return isIn(left, right, run)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compareValues(operator, left, right, run)
    default:
      return calculate(operator, left, right, run)
  }
}

function isEqual(
  left: ExpressionValue | Unread,
  right: ExpressionValue | Unread,
  run: Evaluation,
): boolean | Unread {
  if (left === right) return true
  if (left instanceof Unread) return left
  if (right instanceof Unread) return right
  spendWork(run, 1)
  const kind = getValueKind(left)
  if (kind !== getValueKind(right)) return false
  if (kind === 'number') return typeof left !== typeof right && Number(left) === Number(right)
  if (typeof left === 'string' && typeof right === 'string') {
    if (left.length === right.length) spendWork(run, left.length >> 4)
    return false
  }
  if (left instanceof Day) return right instanceof Day && left.number === right.number
  if (left instanceof Days) return right instanceof Days && left.count === right.count
  if (isList(left) && isList(right)) {
    if (left.length !== right.length) return findUnread(left) ?? findUnread(right) ?? false
    return areAllEqual(left, (item, index) => isEqual(item, right[index] ?? null, run))
  }
  if (!isMapValue(left) || !isMapValue(right)) return false
  const keys = Object.keys(left)
  spendWork(run, 4 * keys.length)
  const more = left[moreKeys] ?? right[moreKeys]
  if (more !== undefined) return more
  if (keys.length !== Object.keys(right).length) return false
  return areAllEqual(
    keys,
    (key) => Object.hasOwn(right, key) && isEqual(left[key] ?? null, right[key] ?? null, run),
  )
}

/** One that differs decides; one that is unread might. */
function areAllEqual<T>(
  items: readonly T[],
  test: (item: T, index: number) => boolean | Unread,
): boolean | Unread {
  let hidden: Unread | null = null
  for (const [index, item] of items.entries()) {
    const same = test(item, index)
    if (same === false) return false
    if (same instanceof Unread) hidden = same
  }
  return hidden ?? true
}

function isIn(left: ExpressionValue, right: ExpressionValue, run: Evaluation): ValueOrFailure {
  if (isList(right)) {
    spendWork(run, right.length)
    let hidden: Unread | null = null
    for (const item of right) {
      const same = isEqual(left, item, run)
      if (same === true) return true
      if (same instanceof Unread) hidden = same
    }
    return hidden ?? false
  }
  if (isMapValue(right) && typeof left === 'string') {
    return Object.hasOwn(right, left) || (right[moreKeys] ?? false)
  }
  return new Failure(createOperatorMismatch('in', getValueKind(left), getValueKind(right)))
}

function compareValues(
  operator: ComparisonOperator,
  left: ExpressionValue,
  right: ExpressionValue,
  run: Evaluation,
): ValueOrFailure {
  const kind = getValueKind(left)
  if (kind !== getValueKind(right) || getOrderKey(left) === null) {
    return new Failure(createOperatorMismatch(operator, kind, getValueKind(right)))
  }
  if (typeof left === 'string') spendWork(run, left.length >> 4)
  // Comparing a whole number with another one as they are is right, but slow.
  const isMixed = kind === 'number' && typeof left !== typeof right
  const a = isMixed ? Number(left) : (getOrderKey(left) ?? 0)
  const b = isMixed ? Number(right) : (getOrderKey(right) ?? 0)
  if (operator === '<') return a < b
  if (operator === '<=') return a <= b
  return operator === '>' ? a > b : a >= b
}

/** What values of one kind are ordered by, or null. */
function getOrderKey(value: ExpressionValue): number | bigint | string | boolean | null {
  if (value instanceof Day) return value.number
  if (value instanceof Days) return value.count
  return typeof value === 'object' ? null : value
}

/** Whole numbers stay whole, as in CEL: `7 / 2` is 3, and 3.5 as soon as one of the two comes from data. */
function calculate(
  operator: ArithmeticOperator,
  left: ExpressionValue,
  right: ExpressionValue,
  run: Evaluation,
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
