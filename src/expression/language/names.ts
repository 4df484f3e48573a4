import { suggestion } from '../../model/did-you-mean.ts'
import { clean } from './clean.ts'
import { compileElement, compileField } from './fields.ts'
import { compileOperation } from './operation.ts'
import { type Compiled, type Place, type QuestionRecord, refuse, type Span } from './place.ts'
import type { Node } from './tree.ts'
import { boolean } from './type.ts'
import { Failure } from './value.ts'
import type { Step } from './work.ts'

/** A name that stands alone: `plan`, `today`, or the item of an `all`. */
export function compileName(name: string, place: Place, span: Span): Compiled {
  const local = place.locals.get(name)
  if (local !== undefined) {
    const step: Step = (run) => run.slots[local.slot] ?? new Failure(`"${name}" is not known`)
    return { type: local.type, step, parts: 1 }
  }
  const record = place.scope.records.get(name)
  if (record !== undefined) {
    const message = `"${name}" can only be asked for one question`
    return refuse(place, span, message, `Write it like ${record.example}`)
  }
  const type = place.scope.variables.get(name)
  if (type === undefined) {
    const known = [...place.locals, ...place.scope.variables, ...place.scope.records]
    const hint = suggestion(
      name,
      known.map(([word]) => word),
    )
    return refuse(place, span, `Unknown name "${name}"${hint}`, meantBy(name, place))
  }
  place.refersTo.add(name)
  const step: Step = (run) => run.roots.get(name) ?? new Failure(`"${name}" is missing`, null)
  return { type, step, parts: 1 }
}

/** In a check: a section of the plan without the plan, or the item of a list that is not named. */
function meantBy(name: string, { scope }: Place): string | null {
  const plan = scope.variables.get('plan')
  if (plan === undefined) return null
  if (plan.fields?.has(name) === true) return `Write plan.${name}`
  const isOfList = name === 'item' || name === 'index'
  return isOfList ? 'Say with "for" which list of the plan the check looks at' : null
}

/** `left.name`; the span is the name's. */
export function compilePart(left: Node, name: string, place: Place, span: Span): Compiled {
  const record = recordAt(left, place)
  if (record !== null) return compileAnswer(record, name, place, span)
  return compileField(place, place.compile(left, place), name, span)
}

/** `left[index]` */
export function compileIndexed(left: Node, index: Node, place: Place, span: Span): Compiled {
  const record = recordAt(left, place)
  if (record === null) {
    const value = place.compile(left, place)
    return compileElement(place, value, place.compile(index, place), span)
  }
  const id = writtenId(index, record, place)
  return typeof id === 'string' ? compileAnswer(record, id, place, index) : id
}

/** `left in right`; `"trust.bad-news" in answers` asks whether it is answered. */
export function compileIsIn(left: Node, right: Node, place: Place): Compiled {
  const record = recordAt(right, place)
  if (record === null) return compileOperation(place, 'in', left, right)
  const id = writtenId(left, record, place)
  return typeof id === 'string' ? compileIsAnswered(record, id, place, left) : id
}

/** `has(profile.stage)`, or null where it is not about an answer. */
export function compileHasAnswer(left: Node, id: string, place: Place, span: Span) {
  const record = recordAt(left, place)
  return record === null ? null : compileIsAnswered(record, id, place, span)
}

interface Named {
  readonly name: string
  readonly record: QuestionRecord
}

function recordAt(node: Node, place: Place): Named | null {
  const record = node.op === 'id' ? place.scope.records.get(node.args) : undefined
  return node.op === 'id' && record !== undefined ? { name: node.args, record } : null
}

function writtenId(node: Node, { name, record }: Named, place: Place): string | Compiled {
  if (node.op === 'value' && typeof node.args === 'string') return node.args
  const message = `The question asked for in "${name}" must be written out`
  return refuse(place, node, message, `Write it like ${record.example}`)
}

function compileAnswer({ name, record }: Named, id: string, place: Place, span: Span): Compiled {
  const type = record.field(id)
  if ('message' in type) return refuse(place, span, type.message, type.fix)
  place.refersTo.add(id)
  const step: Step = (run) =>
    clean(run.records.get(name)?.get(id)) ?? new Failure(`"${id}" is not answered`, null)
  return { type, step, parts: 1 }
}

function compileIsAnswered(named: Named, id: string, place: Place, span: Span): Compiled {
  const answer = compileAnswer(named, id, place, span)
  return { type: boolean, step: (run) => !(answer.step(run) instanceof Failure), parts: 1 }
}
