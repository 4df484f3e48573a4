import { clip } from '../../model/value.ts'
import { looksLikeDay, parseDay } from './days.ts'
import { type Evaluation, spendWork } from './evaluation-context.ts'
import { isPlaceholder } from './placeholder.ts'
import {
  booleanType,
  createListType,
  numberType,
  textType,
  type ValueKind,
  type ValueType,
} from './type.ts'
import {
  Days,
  type ExpressionValue,
  Failure,
  getValueKind,
  isList,
  isMapValue,
  Unread,
  type ValueOrFailure,
} from './value.ts'

/** A function that expressions may call; as a method, what stands before the point is its first argument. */
export interface FunctionSignature {
  /** The kinds that each argument may have; none means all. */
  readonly takes: readonly (readonly ValueKind[])[]
  /** How many of them may be left out, from the end. */
  readonly optional?: number
  readonly gives: ValueType
  /** Arguments written out in the expression are tried when it is loaded. */
  readonly checkedEarly?: true
  /** Its arguments are of the kinds it takes. */
  call(args: readonly ExpressionValue[], run: Evaluation): ValueOrFailure
}

export type FunctionTable = ReadonlyMap<string, FunctionSignature>

const countableKinds: readonly ValueKind[] = ['text', 'list', 'map']
const textKinds: readonly ValueKind[] = ['text']
const numberKinds: readonly ValueKind[] = ['number']
const printableKinds: readonly ValueKind[] = ['text', 'number', 'boolean']

const sizeSignature: FunctionSignature = {
  takes: [countableKinds],
  gives: numberType,
  call: ([value = null], run) => BigInt(countElements(value, run)),
}

/** Functions of every expression. */
export const functions: FunctionTable = new Map<string, FunctionSignature>([
  ['size', sizeSignature],
  ['string', { takes: [printableKinds], gives: textType, call: ([value]) => String(value) }],
  ['int', { takes: [['text', 'number']], gives: numberType, checkedEarly: true, call: toWhole }],
  [
    'double',
    { takes: [['text', 'number']], gives: numberType, checkedEarly: true, call: toNumber },
  ],
  ['dyn', { takes: [[]], gives: { kind: 'any' }, call: ([value = null]) => value }],
  ['date', { takes: [textKinds], gives: { kind: 'date' }, checkedEarly: true, call: toDay }],
  ['days', { takes: [numberKinds], gives: { kind: 'days' }, checkedEarly: true, call: toDays }],
  [
    'placeholder',
    { takes: [[]], gives: booleanType, call: ([value = null]) => hasPlaceholder(value) },
  ],
])

/** Functions of expressions over a plan as well. */
export const planFunctions: FunctionTable = new Map<string, FunctionSignature>([
  ...functions,
  [
    'person',
    {
      takes: [textKinds],
      gives: booleanType,
      call: ([id], run) => run.people.has(`${id}`) || (run.unread?.people ?? false),
    },
  ],
  [
    'partner',
    {
      takes: [textKinds],
      gives: booleanType,
      call: ([id], run) => run.partners.has(`${id}`) || (run.unread?.partners ?? false),
    },
  ],
])

/** What is called after a point. */
export const methods: FunctionTable = new Map<string, FunctionSignature>([
  ['size', sizeSignature],
  ['contains', createTextPairSignature((a, b) => a.includes(b))],
  ['startsWith', createTextPairSignature((a, b) => a.startsWith(b))],
  ['endsWith', createTextPairSignature((a, b) => a.endsWith(b))],
  [
    'lowerAscii',
    createTextSignature((a) => a.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())),
  ],
  [
    'upperAscii',
    createTextSignature((a) => a.replace(/[a-z]+/g, (letters) => letters.toUpperCase())),
  ],
  ['trim', createTextSignature((a) => a.trim())],
  [
    'split',
    {
      takes: [textKinds, textKinds],
      gives: createListType(textType),
      call: ([a, b]) => `${a}`.split(`${b}`),
    },
  ],
  ['sum', { takes: [['list']], gives: numberType, call: sumNumbers }],
  ['join', { takes: [['list'], textKinds], optional: 1, gives: textType, call: joinTexts }],
  ['indexOf', { takes: [textKinds, textKinds], gives: numberType, call: findTextIndex }],
  [
    'substring',
    { takes: [textKinds, numberKinds, numberKinds], optional: 1, gives: textType, call: sliceText },
  ],
])

function createTextSignature(call: (a: string) => string): FunctionSignature {
  return { takes: [textKinds], gives: textType, call: ([a]) => call(`${a}`) }
}

function createTextPairSignature(call: (a: string, b: string) => boolean): FunctionSignature {
  return {
    takes: [textKinds, textKinds],
    gives: booleanType,
    call: ([a, b]) => call(`${a}`, `${b}`),
  }
}

function countElements(value: ExpressionValue, run: Evaluation): number {
  if (isList(value)) return value.length
  if (isMapValue(value)) return Object.keys(value).length
  const characters = `${value}`
  spendWork(run, characters.length)
  let count = 0
  for (const _ of characters) count++
  return count
}

function toWhole([value = null]: readonly ExpressionValue[]): ValueOrFailure {
  if (typeof value === 'bigint') return value
  const isWhole = typeof value === 'number' || /^[-+]?\d{1,18}$/.test(`${value}`)
  const whole = isWhole ? Math.trunc(Number(value)) : Number.NaN
  if (Math.abs(whole) < 2 ** 63) return BigInt(whole)
  return new Failure({ say: 'not-whole-number', text: clip(`${value}`) })
}

function toNumber([value = null]: readonly ExpressionValue[]): ValueOrFailure {
  const isNumber = typeof value !== 'string' || /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value)
  return isNumber ? Number(value) : new Failure({ say: 'not-number', text: clip(`${value}`) })
}

function toDay([value]: readonly ExpressionValue[]): ValueOrFailure {
  const day = parseDay(`${value}`)
  if (day !== null) return day
  const say = looksLikeDay(`${value}`) ? 'not-in-calendar' : 'not-date'
  return new Failure({ say, text: clip(`${value}`) })
}

function toDays([value]: readonly ExpressionValue[]): ValueOrFailure {
  const count = Number(value)
  return Number.isSafeInteger(count) ? new Days(count) : new Failure({ say: 'days-need-whole' })
}

function hasPlaceholder(value: ExpressionValue): boolean {
  if (isList(value)) return value.some((item) => typeof item === 'string' && isPlaceholder(item))
  return typeof value === 'string' && isPlaceholder(value)
}

function joinTexts(
  [list = null, separator = '']: readonly ExpressionValue[],
  run: Evaluation,
): ValueOrFailure {
  const texts = isList(list) ? list : []
  let length = 0
  for (const item of texts) {
    if (typeof item !== 'string') return new Failure({ say: 'join-needs-texts' })
    length += item.length + `${separator}`.length
  }
  spendWork(run, length)
  return texts.join(`${separator}`)
}

function sumNumbers([list = null]: readonly ExpressionValue[], run: Evaluation): ValueOrFailure {
  const items = isList(list) ? list : []
  spendWork(run, items.length)
  let total = 0
  for (const item of items) {
    if (item instanceof Unread) return item
    if (getValueKind(item) !== 'number') return new Failure({ say: 'sum-needs-numbers' })
    total += Number(item)
  }
  return total
}

function findTextIndex([a, b]: readonly ExpressionValue[]): ValueOrFailure {
  return BigInt(`${a}`.indexOf(`${b}`))
}

function sliceText([a, from, to]: readonly ExpressionValue[]): ValueOrFailure {
  const source = `${a}`
  const start = Number(from)
  const end = to === undefined ? source.length : Number(to)
  const isInside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end
  if (!isInside || end > source.length) return new Failure({ say: 'substring-outside' })
  return source.substring(start, end)
}
