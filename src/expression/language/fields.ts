import { suggestWord } from '../../model/did-you-mean.ts'
import type { Message } from '../../words/message.ts'
import { addIssue, type CompileContext, type Offsets, type Part } from './compile-context.ts'
import { type Evaluation, type Step, spendWork } from './evaluation-context.ts'
import { anyType, booleanType, canOverlap, nameKinds, type ValueKind } from './type.ts'
import {
  type ExpressionValue,
  Failure,
  getValueKind,
  isList,
  isMapValue,
  type ValueOrFailure,
} from './value.ts'

/** `left.name` */
export function compileField(place: CompileContext, left: Part, name: string, span: Offsets): Part {
  const problem = checkField(place, left, name, span)
  if (problem !== null) return problem
  const step: Step = (run) => {
    const map = left.step(run)
    if (map instanceof Failure) return extendFailure(map, name)
    return getFieldValue(map, name, run)
  }
  return { type: left.type.fields?.get(name) ?? anyType, step, parts: left.parts + 1 }
}

/** `has(left.name)`; false as well where something on the way is missing. */
export function compileHasField(
  place: CompileContext,
  left: Part,
  name: string,
  span: Offsets,
): Part {
  const problem = checkField(place, left, name, span)
  if (problem !== null) return problem
  const step: Step = (run) => {
    const map = left.step(run)
    if (map instanceof Failure) return map.missing === undefined ? map : false
    return isMapValue(map) && Object.hasOwn(map, name)
  }
  return { type: booleanType, step, parts: left.parts + 1 }
}

/** `left[index]` */
export function compileElement(
  place: CompileContext,
  left: Part,
  index: Part,
  span: Offsets,
): Part {
  if (typeof index.literal === 'string') return compileField(place, left, index.literal, span)
  const { kind, item } = left.type
  const wanted: ValueKind = kind === 'list' ? 'number' : kind === 'map' ? 'text' : 'any'
  if (!['any', 'list', 'map'].includes(kind) || !canOverlap(wanted, index.type.kind)) {
    return addIssue(place, span, createWrongIndex(kind, index.type.kind))
  }
  const step: Step = (run) => {
    const value = left.step(run)
    const at = index.step(run)
    if (value instanceof Failure) return isKey(at) ? extendFailure(value, toPathKey(at)) : value
    return at instanceof Failure ? at : getElementValue(value, at, run)
  }
  return { type: item ?? anyType, step, parts: left.parts + index.parts + 1 }
}

function checkField(place: CompileContext, left: Part, name: string, span: Offsets): Part | null {
  const { kind, fields } = left.type
  if (kind === 'list') {
    return addIssue(place, span, { say: 'field-of-list', name }, { say: 'ask-each-item' })
  }
  if (kind !== 'any' && kind !== 'map') {
    return addIssue(place, span, { say: 'field-of-other', found: nameKinds(kind) })
  }
  if (fields === undefined || fields.has(name)) return null
  const inside = [...fields].flatMap(([own, type]) => (type.fields?.has(name) ? [own] : []))
  const [parent] = inside
  const fix: Message | null =
    parent !== undefined && inside.length === 1 ? { say: 'field-inside', parent, name } : null
  const hint = suggestWord(name, [...fields.keys()])
  return addIssue(place, span, { say: 'field-unknown', name, hint }, fix)
}

function getFieldValue(value: ExpressionValue, name: string, run: Evaluation): ValueOrFailure {
  if (!isMapValue(value)) {
    return new Failure({ say: 'field-in-other', name, found: nameKinds(getValueKind(value)) })
  }
  const field = Object.hasOwn(value, name) ? value[name] : undefined
  return field ?? createMissingFailure(value, name, run)
}

function getElementValue(
  value: ExpressionValue,
  index: ExpressionValue,
  run: Evaluation,
): ValueOrFailure {
  if (isMapValue(value) && typeof index === 'string') return getFieldValue(value, index, run)
  if (isList(value) && getValueKind(index) === 'number') {
    return value[Number(index)] ?? createMissingFailure(value, Number(index), run)
  }
  return new Failure(createWrongIndex(getValueKind(value), getValueKind(index)))
}

function createMissingFailure(parent: object, key: string | number, run: Evaluation): Failure {
  spendWork(run, 4)
  const path = run.pathOf(parent)
  return new Failure({ say: 'name-missing', key }, path === null ? null : [...path, key])
}

/** A field of what is missing is missing itself, further down. */
function extendFailure(failure: Failure, key: string | number): Failure {
  const { missing: path } = failure
  return path === undefined || path === null
    ? failure
    : new Failure(failure.message, [...path, key])
}

function isKey(index: ValueOrFailure): index is string | number | bigint {
  return ['string', 'number', 'bigint'].includes(typeof index)
}

function toPathKey(index: string | number | bigint): string | number {
  return typeof index === 'string' ? index : Number(index)
}

function createWrongIndex(kind: ValueKind, index: ValueKind): Message {
  if (kind === 'list') return { say: 'index-of-list', found: nameKinds(index) }
  if (kind === 'map') return { say: 'index-of-map', found: nameKinds(index) }
  return { say: 'index-of-other', found: nameKinds(kind) }
}
