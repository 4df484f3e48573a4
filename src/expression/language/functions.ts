import { clip } from '../../model/value.ts'
import { looksLikeDay, parseDay } from './days.ts'
import { isPlaceholder } from './placeholder.ts'
import { boolean, type Kind, listOf, number, type Type, text } from './type.ts'
import { Days, Failure, isList, isMapValue, kindOf, type Result, type Value } from './value.ts'
import { type Run, spend } from './work.ts'

/** A function that expressions may call; as a method, what stands before the point is its first argument. */
export interface Signature {
  /** The kinds that each argument may have; none means all. */
  readonly takes: readonly (readonly Kind[])[]
  /** How many of them may be left out, from the end. */
  readonly optional?: number
  readonly gives: Type
  /** Arguments written out in the expression are tried when it is loaded. */
  readonly tried?: true
  /** Its arguments are of the kinds it takes. */
  call(args: readonly Value[], run: Run): Result
}

export type Functions = ReadonlyMap<string, Signature>

const countable: readonly Kind[] = ['text', 'list', 'map']
const onlyText: readonly Kind[] = ['text']
const onlyNumber: readonly Kind[] = ['number']
const printable: readonly Kind[] = ['text', 'number', 'boolean']

const size: Signature = {
  takes: [countable],
  gives: number,
  call: ([value = null], run) => BigInt(sizeOf(value, run)),
}

/** Functions of every expression. */
export const functions: Functions = new Map<string, Signature>([
  ['size', size],
  ['string', { takes: [printable], gives: text, call: ([value]) => String(value) }],
  ['int', { takes: [['text', 'number']], gives: number, tried: true, call: toWhole }],
  ['double', { takes: [['text', 'number']], gives: number, tried: true, call: toNumber }],
  ['dyn', { takes: [[]], gives: { kind: 'any' }, call: ([value = null]) => value }],
  ['date', { takes: [onlyText], gives: { kind: 'date' }, tried: true, call: toDay }],
  ['days', { takes: [onlyNumber], gives: { kind: 'days' }, tried: true, call: toDays }],
  [
    'placeholder',
    { takes: [[]], gives: boolean, call: ([value = null]) => holdsPlaceholder(value) },
  ],
])

/** Functions of expressions over a plan as well. */
export const planFunctions: Functions = new Map<string, Signature>([
  ...functions,
  ['person', { takes: [onlyText], gives: boolean, call: ([id], run) => run.people.has(`${id}`) }],
  [
    'partner',
    { takes: [onlyText], gives: boolean, call: ([id], run) => run.partners.has(`${id}`) },
  ],
])

/** What is called after a point. */
export const methods: Functions = new Map<string, Signature>([
  ['size', size],
  ['contains', ofTexts((a, b) => a.includes(b))],
  ['startsWith', ofTexts((a, b) => a.startsWith(b))],
  ['endsWith', ofTexts((a, b) => a.endsWith(b))],
  ['lowerAscii', ofText((a) => a.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()))],
  ['upperAscii', ofText((a) => a.replace(/[a-z]+/g, (letters) => letters.toUpperCase()))],
  ['trim', ofText((a) => a.trim())],
  [
    'split',
    { takes: [onlyText, onlyText], gives: listOf(text), call: ([a, b]) => `${a}`.split(`${b}`) },
  ],
  ['sum', { takes: [['list']], gives: number, call: sum }],
  ['join', { takes: [['list'], onlyText], optional: 1, gives: text, call: join }],
  ['indexOf', { takes: [onlyText, onlyText], gives: number, call: indexOf }],
  [
    'substring',
    { takes: [onlyText, onlyNumber, onlyNumber], optional: 1, gives: text, call: substring },
  ],
])

function ofText(call: (a: string) => string): Signature {
  return { takes: [onlyText], gives: text, call: ([a]) => call(`${a}`) }
}

function ofTexts(call: (a: string, b: string) => boolean): Signature {
  return { takes: [onlyText, onlyText], gives: boolean, call: ([a, b]) => call(`${a}`, `${b}`) }
}

function sizeOf(value: Value, run: Run): number {
  if (isList(value)) return value.length
  if (isMapValue(value)) return Object.keys(value).length
  const characters = `${value}`
  spend(run, characters.length)
  let count = 0
  for (const _ of characters) count++
  return count
}

function toWhole([value = null]: readonly Value[]): Result {
  if (typeof value === 'bigint') return value
  const isWhole = typeof value === 'number' || /^[-+]?\d{1,18}$/.test(`${value}`)
  const whole = isWhole ? Math.trunc(Number(value)) : Number.NaN
  if (Math.abs(whole) < 2 ** 63) return BigInt(whole)
  return new Failure(`"${clip(`${value}`)}" is not a whole number`)
}

function toNumber([value = null]: readonly Value[]): Result {
  const isNumber = typeof value !== 'string' || /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value)
  return isNumber ? Number(value) : new Failure(`"${clip(`${value}`)}" is not a number`)
}

function toDay([value]: readonly Value[]): Result {
  const day = parseDay(`${value}`)
  if (day !== null) return day
  const hint = looksLikeDay(`${value}`)
    ? 'is not in the calendar'
    : 'is not a date like "2026-01-31"'
  return new Failure(`"${clip(`${value}`)}" ${hint}`)
}

function toDays([value]: readonly Value[]): Result {
  const count = Number(value)
  return Number.isSafeInteger(count) ? new Days(count) : new Failure('days() needs a whole number')
}

function holdsPlaceholder(value: Value): boolean {
  if (isList(value)) return value.some((item) => typeof item === 'string' && isPlaceholder(item))
  return typeof value === 'string' && isPlaceholder(value)
}

function join([list = null, separator = '']: readonly Value[], run: Run): Result {
  const texts = isList(list) ? list : []
  let length = 0
  for (const item of texts) {
    if (typeof item !== 'string') return new Failure('join() needs a list of texts')
    length += item.length + `${separator}`.length
  }
  spend(run, length)
  return texts.join(`${separator}`)
}

function sum([list = null]: readonly Value[], run: Run): Result {
  const items = isList(list) ? list : []
  spend(run, items.length)
  let total = 0
  for (const item of items) {
    if (kindOf(item) !== 'number') return new Failure('sum() needs a list of numbers')
    total += Number(item)
  }
  return total
}

function indexOf([a, b]: readonly Value[]): Result {
  return BigInt(`${a}`.indexOf(`${b}`))
}

function substring([a, from, to]: readonly Value[]): Result {
  const source = `${a}`
  const start = Number(from)
  const end = to === undefined ? source.length : Number(to)
  const isInside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end
  if (!isInside || end > source.length) return new Failure('substring() reaches outside the text')
  return source.substring(start, end)
}
