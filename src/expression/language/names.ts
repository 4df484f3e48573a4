import { suggestWord } from '../../model/did-you-mean.ts'
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
import type { Step } from './evaluation-context.ts'
import { compileElement, compileField } from './fields.ts'
import type { Tree } from './tree.ts'
import { booleanType } from './type.ts'
import { Failure } from './value.ts'

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
