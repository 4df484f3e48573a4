import type { Message } from '../../words/message.ts'
import {
  anyType,
  booleanType,
  canOverlap,
  mergeTypes,
  nameKinds,
  type ValueKind,
  type ValueType,
} from './type.ts'

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%'
export type ComparisonOperator = '<' | '<=' | '>' | '>='
export type Operator = ArithmeticOperator | ComparisonOperator | '==' | '!=' | 'in'

type OperatorRule = readonly [left: ValueKind, right: ValueKind, result: ValueKind]

const numberRules: readonly OperatorRule[] = [['number', 'number', 'number']]
const orderingRules: readonly OperatorRule[] = (
  ['number', 'text', 'date', 'days', 'boolean'] as const
).map((kind) => [kind, kind, 'boolean'])
const operatorRules: Readonly<
  Record<ArithmeticOperator | ComparisonOperator, readonly OperatorRule[]>
> = {
  '+': [
    ...numberRules,
    ['text', 'text', 'text'],
    ['list', 'list', 'list'],
    ['date', 'days', 'date'],
    ['days', 'date', 'date'],
    ['days', 'days', 'days'],
  ],
  '-': [
    ...numberRules,
    ['date', 'days', 'date'],
    ['date', 'date', 'days'],
    ['days', 'days', 'days'],
  ],
  '*': numberRules,
  '/': numberRules,
  '%': numberRules,
  '<': orderingRules,
  '<=': orderingRules,
  '>': orderingRules,
  '>=': orderingRules,
}

/** What the operator gives for two types, or null where it can't work between them. */
export function findOperationType(
  operator: Operator,
  left: ValueType,
  right: ValueType,
): ValueType | null {
  if (operator === '==' || operator === '!=') {
    const comparable = canOverlap(left.kind, right.kind) || [left.kind, right.kind].includes('null')
    return comparable ? booleanType : null
  }
  if (operator === 'in') return isSearchable(left, right) ? booleanType : null
  const fitting = operatorRules[operator].filter(
    ([l, r]) => canOverlap(l, left.kind) && canOverlap(r, right.kind),
  )
  const [result] = fitting
  if (result === undefined) return null
  if (fitting.some(([, , kind]) => kind !== result[2])) return anyType
  return result[2] === 'list' ? mergeTypes(left, right) : { kind: result[2] }
}

function isSearchable(left: ValueType, right: ValueType): boolean {
  if (right.kind === 'list') return canOverlap(left.kind, right.item?.kind ?? 'any')
  return right.kind === 'any' || (right.kind === 'map' && canOverlap(left.kind, 'text'))
}

/** Why the operator can't work between two kinds. */
export function createOperatorMismatch(
  operator: Operator,
  leftKind: ValueKind,
  rightKind: ValueKind,
): Message {
  const [left, right] = [nameKinds(leftKind), nameKinds(rightKind)]
  if (operator === 'in') return { say: 'cannot-look-for', left, right }
  const compares =
    operator === '==' || operator === '!=' || operatorRules[operator] === orderingRules
  return compares
    ? { say: 'cannot-compare', left, right }
    : { say: 'cannot-use', operator, left, right }
}
