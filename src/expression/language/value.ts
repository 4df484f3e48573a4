import type { Path } from '../../model/finding.ts'
import type { Message } from '../../words/message.ts'
import type { ValueKind } from './type.ts'

/** What expressions compute with. As in CEL, whole numbers in an expression are `bigint`; numbers in data are `number`. */
export type ExpressionValue =
  | boolean
  | number
  | bigint
  | string
  | null
  | Day
  | Days
  | ListValue
  | MapValue
export type ListValue = readonly ExpressionValue[]
export interface MapValue {
  readonly [key: string]: ExpressionValue
}

/** What a step gives: a value, or why there is none. CEL's `||`, `&&`, `all` and `exists` may overrule a failure. */
export type ValueOrFailure = ExpressionValue | Failure

export class Failure {
  /** The place that is missing, null where it cannot be told; undefined where nothing is missing. */
  readonly missing: Path | null | undefined
  readonly message: Message

  constructor(message: Message, missing?: Path | null) {
    this.message = message
    this.missing = missing
  }
}

/** A day in the calendar, counted from 1970-01-01. */
export class Day {
  readonly number: number

  constructor(number: number) {
    this.number = number
  }
}

/** A length of time in whole days. */
export class Days {
  readonly count: number

  constructor(count: number) {
    this.count = count
  }
}

export function getValueKind(value: ExpressionValue): Exclude<ValueKind, 'any'> {
  switch (typeof value) {
    case 'boolean':
      return 'boolean'
    case 'string':
      return 'text'
    case 'number':
    case 'bigint':
      return 'number'
    default:
      if (value === null) return 'null'
      if (isList(value)) return 'list'
      if (value instanceof Day) return 'date'
      return value instanceof Days ? 'days' : 'map'
  }
}

export function isList(value: ValueOrFailure): value is ListValue {
  return Array.isArray(value)
}

export function isMapValue(value: ValueOrFailure): value is MapValue {
  return !(value instanceof Failure) && getValueKind(value) === 'map'
}
