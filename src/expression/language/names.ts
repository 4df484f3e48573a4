import { suggestWord } from '../../model/did-you-mean.ts'
import { moreKeys } from '../../model/unread.ts'
import type { Message } from '../../words/message.ts'
import { cleanValue } from './clean-value.ts'
import {
  addIssue,
  type CompileContext,
  type Offsets,
  type Part,
  type QuestionRecord,
} from './compile-context.ts'
import { compileOperation } from './compile-operation.ts'
import { type Evaluation, type Step, spendWork } from './evaluation-context.ts'
import type { Tree } from './tree.ts'
import { anyType, booleanType, canOverlap, nameKinds, type ValueKind } from './type.ts'
import {
  type ExpressionValue,
  Failure,
  findUnread,
  getValueKind,
  isList,
  isMapValue,
  Unread,
  type ValueOrFailure,
} from './value.ts'

/** A name that stands alone: `plan`, `today`, or the item of an `all`. */
export function compileName(name: string, place: CompileContext, span: Offsets): Part {
  const local = place.locals.get(name)
  if (local !== undefined) {
    const step: Step = (run) =>
      run.slots[local.slot] ?? new Failure({ say: 'name-without-value', name })
    return { type: local.type, step, parts: 1 }
  }
  const record = place.scope.records.get(name)
  if (record !== undefined) {
    return addIssue(
      place,
      span,
      { say: 'question-not-named', name },
      { say: 'write-like', code: record.example },
    )
  }
  const type = place.scope.variables.get(name)
  if (type === undefined) {
    const known = [...place.locals, ...place.scope.variables, ...place.scope.records]
    const hint = suggestWord(
      name,
      known.map(([word]) => word),
    )
    return addIssue(place, span, { say: 'name-unknown', name, hint }, findNameFix(name, place))
  }
  place.refersTo.add(name)
  const step: Step = (run) =>
    run.roots.get(name) ?? new Failure({ say: 'name-missing', key: name }, null)
  return { type, step, parts: 1 }
}

/** In a check: a section of the plan without the plan, or the item of a list that is not named. */
function findNameFix(name: string, { scope }: CompileContext): Message | null {
  const plan = scope.variables.get('plan')
  if (plan === undefined) return null
  if (plan.fields?.has(name) === true) return { say: 'write-instead', text: `plan.${name}` }
  const isOfList = name === 'item' || name === 'index'
  return isOfList ? { say: 'list-not-named' } : null
}

/** `left.name`; the span is the name's. */
export function compileDotAccess(
  left: Tree,
  name: string,
  place: CompileContext,
  span: Offsets,
): Part {
  const record = findRecord(left, place)
  if (record !== null) return compileAnswer(record, name, place, span)
  return compileField(place, place.compile(left, place), name, span)
}

/** `left[index]` */
export function compileIndexAccess(
  left: Tree,
  index: Tree,
  place: CompileContext,
  span: Offsets,
): Part {
  const record = findRecord(left, place)
  if (record === null) {
    const value = place.compile(left, place)
    return compileElement(place, value, place.compile(index, place), span)
  }
  const id = readQuestionId(index, record, place)
  return typeof id === 'string' ? compileAnswer(record, id, place, index) : id
}

/** `left in right`; `"trust.bad-news" in answers` asks whether it is answered. */
export function compileIsIn(left: Tree, right: Tree, place: CompileContext): Part {
  const record = findRecord(right, place)
  if (record === null) return compileOperation(place, 'in', left, right)
  const id = readQuestionId(left, record, place)
  return typeof id === 'string' ? compileIsAnswered(record, id, place, left) : id
}

/** `has(profile.stage)`, or null where it is not about an answer. */
export function compileHasAnswer(left: Tree, id: string, place: CompileContext, span: Offsets) {
  const record = findRecord(left, place)
  return record === null ? null : compileIsAnswered(record, id, place, span)
}

interface NamedRecord {
  readonly name: string
  readonly record: QuestionRecord
}

function findRecord(node: Tree, place: CompileContext): NamedRecord | null {
  const record = node.op === 'id' ? place.scope.records.get(node.args) : undefined
  return node.op === 'id' && record !== undefined ? { name: node.args, record } : null
}

function readQuestionId(
  node: Tree,
  { name, record }: NamedRecord,
  place: CompileContext,
): string | Part {
  if (node.op === 'value' && typeof node.args === 'string') return node.args
  return addIssue(
    place,
    node,
    { say: 'question-not-written', name },
    { say: 'write-like', code: record.example },
  )
}

function compileAnswer(
  { name, record }: NamedRecord,
  id: string,
  place: CompileContext,
  span: Offsets,
): Part {
  const type = record.field(id)
  if ('message' in type) return addIssue(place, span, type.message, type.fix)
  place.refersTo.add(id)
  const step: Step = (run) =>
    cleanValue(run.records.get(name)?.get(id)) ??
    new Failure({ say: 'question-unanswered', id }, null)
  return { type, step, parts: 1 }
}

function compileIsAnswered(
  named: NamedRecord,
  id: string,
  place: CompileContext,
  span: Offsets,
): Part {
  const answer = compileAnswer(named, id, place, span)
  return { type: booleanType, step: (run) => !(answer.step(run) instanceof Failure), parts: 1 }
}

/** `left.name` */
function compileField(place: CompileContext, left: Part, name: string, span: Offsets): Part {
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
    if (!isMapValue(map)) return false
    if (run.unread === null) return Object.hasOwn(map, name)
    const field = Object.hasOwn(map, name) ? map[name] : map[moreKeys]
    return field instanceof Unread ? field : field !== undefined
  }
  return { type: booleanType, step, parts: left.parts + 1 }
}

/** `left[index]` */
function compileElement(place: CompileContext, left: Part, index: Part, span: Offsets): Part {
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
  const hidden = run.unread === null ? undefined : value[moreKeys]
  return field ?? hidden ?? createMissingFailure(value, name, run)
}

function getElementValue(
  value: ExpressionValue,
  index: ExpressionValue,
  run: Evaluation,
): ValueOrFailure {
  if (isMapValue(value) && typeof index === 'string') return getFieldValue(value, index, run)
  if (isList(value) && getValueKind(index) === 'number') {
    const item = value[Number(index)] ?? findUnread(value)
    return item ?? createMissingFailure(value, Number(index), run)
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
