import { suggestion } from '../../model/did-you-mean.ts'
import { type Compiled, type Place, refuse, type Span } from './place.ts'
import { anything, boolean, inWords, type Kind, mayMeet } from './type.ts'
import { Failure, isList, isMapValue, kindOf, type Result, type Value } from './value.ts'
import { type Run, type Step, spend } from './work.ts'

/** `left.name` */
export function compileField(place: Place, left: Compiled, name: string, span: Span): Compiled {
  const problem = checkField(place, left, name, span)
  if (problem !== null) return problem
  const step: Step = (run) => {
    const map = left.step(run)
    if (map instanceof Failure) return beneath(map, name)
    return fieldOf(map, name, run)
  }
  return { type: left.type.fields?.get(name) ?? anything, step, parts: left.parts + 1 }
}

/** `has(left.name)`; false as well where something on the way is missing. */
export function compileHasField(place: Place, left: Compiled, name: string, span: Span): Compiled {
  const problem = checkField(place, left, name, span)
  if (problem !== null) return problem
  const step: Step = (run) => {
    const map = left.step(run)
    if (map instanceof Failure) return map.missing === undefined ? map : false
    return isMapValue(map) && Object.hasOwn(map, name)
  }
  return { type: boolean, step, parts: left.parts + 1 }
}

/** `left[index]` */
export function compileElement(
  place: Place,
  left: Compiled,
  index: Compiled,
  span: Span,
): Compiled {
  if (typeof index.literal === 'string') return compileField(place, left, index.literal, span)
  const { kind, item } = left.type
  const wanted: Kind = kind === 'list' ? 'number' : kind === 'map' ? 'text' : 'any'
  if (!['any', 'list', 'map'].includes(kind) || !mayMeet(wanted, index.type.kind)) {
    return refuse(place, span, cannotIndex(kind, index.type.kind))
  }
  const step: Step = (run) => {
    const value = left.step(run)
    const at = index.step(run)
    if (value instanceof Failure) return isKey(at) ? beneath(value, keyOf(at)) : value
    return at instanceof Failure ? at : elementOf(value, at, run)
  }
  return { type: item ?? anything, step, parts: left.parts + index.parts + 1 }
}

function checkField(place: Place, left: Compiled, name: string, span: Span): Compiled | null {
  const { kind, fields } = left.type
  if (kind === 'list') {
    const fix = 'Ask each item with all(x, x.…) or exists(x, x.…), or one with [0]'
    return refuse(place, span, `A list has no field "${name}"`, fix)
  }
  if (kind !== 'any' && kind !== 'map') {
    return refuse(place, span, `Only a map has fields, this is ${inWords(kind)}`)
  }
  if (fields === undefined || fields.has(name)) return null
  const inside = [...fields].flatMap(([own, type]) => (type.fields?.has(name) ? [own] : []))
  const fix =
    inside.length === 1 ? `It stands under "${inside[0]}": write ${inside[0]}.${name}` : null
  const hint = suggestion(name, [...fields.keys()])
  return refuse(place, span, `Unknown field "${name}"${hint}`, fix)
}

function fieldOf(value: Value, name: string, run: Run): Result {
  if (!isMapValue(value)) {
    return new Failure(`Only a map has fields such as "${name}", found ${inWords(kindOf(value))}`)
  }
  const field = Object.hasOwn(value, name) ? value[name] : undefined
  return field ?? missing(value, name, run)
}

function elementOf(value: Value, index: Value, run: Run): Result {
  if (isMapValue(value) && typeof index === 'string') return fieldOf(value, index, run)
  if (isList(value) && kindOf(index) === 'number') {
    return value[Number(index)] ?? missing(value, Number(index), run)
  }
  return new Failure(cannotIndex(kindOf(value), kindOf(index)))
}

function missing(parent: object, key: string | number, run: Run): Failure {
  spend(run, 4)
  const path = run.pathOf(parent)
  return new Failure(`"${key}" is missing`, path === null ? null : [...path, key])
}

/** A field of what is missing is missing itself, further down. */
function beneath(failure: Failure, key: string | number): Failure {
  const { missing: path } = failure
  return path === undefined || path === null
    ? failure
    : new Failure(failure.message, [...path, key])
}

function isKey(index: Result): index is string | number | bigint {
  return ['string', 'number', 'bigint'].includes(typeof index)
}

function keyOf(index: string | number | bigint): string | number {
  return typeof index === 'string' ? index : Number(index)
}

function cannotIndex(kind: Kind, index: Kind): string {
  if (kind === 'list') return `The items of a list are numbered, found ${inWords(index)}`
  if (kind === 'map') return `The fields of a map are named by text, found ${inWords(index)}`
  return `Only a list or a map has parts in brackets, found ${inWords(kind)}`
}
