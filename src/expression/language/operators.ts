import { anything, boolean, either, inWords, type Kind, mayMeet, type Type } from './type.ts'

export type Arithmetic = '+' | '-' | '*' | '/' | '%'
export type Comparison = '<' | '<=' | '>' | '>='
export type Operator = Arithmetic | Comparison | '==' | '!=' | 'in'

type Row = readonly [left: Kind, right: Kind, result: Kind]

const numbers: readonly Row[] = [['number', 'number', 'number']]
const ordered: readonly Row[] = (['number', 'text', 'date', 'days', 'boolean'] as const).map(
  (kind) => [kind, kind, 'boolean'],
)
const rows: Readonly<Record<Arithmetic | Comparison, readonly Row[]>> = {
  '+': [
    ...numbers,
    ['text', 'text', 'text'],
    ['list', 'list', 'list'],
    ['date', 'days', 'date'],
    ['days', 'date', 'date'],
    ['days', 'days', 'days'],
  ],
  '-': [...numbers, ['date', 'days', 'date'], ['date', 'date', 'days'], ['days', 'days', 'days']],
  '*': numbers,
  '/': numbers,
  '%': numbers,
  '<': ordered,
  '<=': ordered,
  '>': ordered,
  '>=': ordered,
}

/** What the operator gives for two types, or null where it can't work between them. */
export function typeOfOperation(operator: Operator, left: Type, right: Type): Type | null {
  if (operator === '==' || operator === '!=') {
    const comparable = mayMeet(left.kind, right.kind) || [left.kind, right.kind].includes('null')
    return comparable ? boolean : null
  }
  if (operator === 'in') return isSearchable(left, right) ? boolean : null
  const fitting = rows[operator].filter(([l, r]) => mayMeet(l, left.kind) && mayMeet(r, right.kind))
  const [result] = fitting
  if (result === undefined) return null
  if (fitting.some(([, , kind]) => kind !== result[2])) return anything
  return result[2] === 'list' ? either(left, right) : { kind: result[2] }
}

function isSearchable(left: Type, right: Type): boolean {
  if (right.kind === 'list') return mayMeet(left.kind, right.item?.kind ?? 'any')
  return right.kind === 'any' || (right.kind === 'map' && mayMeet(left.kind, 'text'))
}

/** Why the operator can't work between two kinds. */
export function misfit(operator: Operator, left: Kind, right: Kind): string {
  if (operator === 'in') return `Cannot look for ${inWords(left)} in ${inWords(right)}`
  const compares = operator === '==' || operator === '!=' || rows[operator] === ordered
  if (compares) return `Cannot compare ${inWords(left)} with ${inWords(right)}`
  return `Cannot use "${operator}" between ${inWords(left)} and ${inWords(right)}`
}
