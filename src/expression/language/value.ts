import type { Path } from '../../model/finding.ts'
import { moreKeys } from '../../model/unread.ts'
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
/** Items and fields that were not understood are in their places. */
export type ListValue = readonly (ExpressionValue | Unread)[]
export interface MapValue {
  readonly [key: string]: ExpressionValue | Unread
  /** There are more fields than these. */
  readonly [moreKeys]?: Unread
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

/** What is written at these places was not understood, so that nobody can say what comes of it: neither true, nor false, nor missing. */
export class Unread extends Failure {
  readonly paths: readonly Path[]

  constructor(paths: readonly Path[]) {
    super({ say: 'value-unread' })
    this.paths = paths
  }
}

/** Why two sides failed, where either alone would have decided: what is unread might have. */
export function joinFailures(first: Failure | null, second: Failure): Failure {
  if (!(first instanceof Unread)) return second instanceof Unread ? second : (first ?? second)
  if (!(second instanceof Unread) || first.paths.length >= maxPaths) return first
  return new Unread([...first.paths, ...second.paths])
}

/** Nobody corrects more at a time. */
const maxPaths = 20

/** An item of a list, or a field of a map, that was not understood; null where all are. */
export function findUnread(value: ExpressionValue): Unread | null {
  if (isList(value)) return value.find((item) => item instanceof Unread) ?? null
  if (!isMapValue(value)) return null
  return value[moreKeys] ?? Object.values(value).find((field) => field instanceof Unread) ?? null
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
