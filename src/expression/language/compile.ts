import { compileFunction, compileMethod } from './calls.ts'
import { choose, decide, truth } from './logic.ts'
import { compileIndexed, compileIsIn, compileName, compilePart } from './names.ts'
import { compileOperation } from './operation.ts'
import { type Compiled, type Place, refuse, type Span } from './place.ts'
import type { Node } from './tree.ts'
import {
  anything,
  boolean,
  either,
  inWords,
  listOf,
  mayMeet,
  number,
  type Type,
  text,
} from './type.ts'
import { Failure, kindOf, type Value } from './value.ts'
import type { Step } from './work.ts'

/**
 * A tree made ready to run, its names and types checked on the way; all problems are noted in the place.
 * Where a type isn't known before there is data, the check is made when it runs.
 */
export function compile(node: Node, place: Place): Compiled {
  switch (node.op) {
    case 'value':
      return compileLiteral(node.args, place, node)
    case 'id':
      return compileName(node.args, place, node)
    case '.':
      return compilePart(node.args[0], node.args[1], place, { start: node.pos, end: node.end })
    case '[]':
      return compileIndexed(node.args[0], node.args[1], place, node)
    case 'call':
      return compileFunction(node.args[0], node.args[1], place, node)
    case 'rcall':
      return compileMethod(node.args[0], node.args[1], node.args[2], place, node)
    case 'list':
      return compileList(node.args, place)
    case 'map':
      return compileMap(node.args, place)
    case '?:':
      return compileChoice(node.args, place, node)
    case '||':
      return compileLogic(node.args, true, place)
    case '&&':
      return compileLogic(node.args, false, place)
    case '!_':
      return compileNot(node.args, place)
    case '-_':
      return compileMinus(node.args, place)
    case '.?':
    case '[?]':
      return refuse(place, node, 'Optional fields are not available', 'Use has()')
    case 'in':
      return compileIsIn(node.args[0], node.args[1], place)
    default:
      return compileOperation(place, node.op, node.args[0], node.args[1])
  }
}

function compileLiteral(literal: unknown, place: Place, span: Span): Compiled {
  switch (typeof literal) {
    case 'bigint':
      if (BigInt.asIntN(64, literal) !== literal) {
        return refuse(
          place,
          span,
          `The number ${place.source.slice(span.start, span.end)} is too large`,
        )
      }
      return constant(literal)
    case 'string':
    case 'number':
    case 'boolean':
      return constant(literal)
    default:
      return literal === null
        ? constant(literal)
        : refuse(place, span, 'Bytes and unsigned numbers are not available')
  }
}

function constant(literal: Value): Compiled {
  return { type: { kind: kindOf(literal) }, step: () => literal, parts: 1, literal }
}

function compileList(nodes: readonly Node[], place: Place): Compiled {
  const items = nodes.map((node) => place.compile(node, place))
  const [first, ...others] = items.map(({ type }) => type)
  const item = first === undefined ? anything : others.reduce(either, first)
  const step: Step = (run) => {
    const values: Value[] = []
    for (const { step } of items) {
      const value = step(run)
      if (value instanceof Failure) return value
      values.push(value)
    }
    return values
  }
  const literals = items.flatMap(({ literal }) => (literal === undefined ? [] : [literal]))
  const list = { type: listOf(item), step, parts: total(items) }
  return literals.length === items.length ? { ...list, literal: literals } : list
}

function compileMap(entries: readonly (readonly [Node, Node])[], place: Place): Compiled {
  const parts = entries.map(
    ([key, value]) => [expect(key, text, place), place.compile(value, place)] as const,
  )
  const step: Step = (run) => {
    const map: Record<string, Value> = Object.create(null)
    for (const [key, value] of parts) {
      const name = key.step(run)
      const field = value.step(run)
      if (name instanceof Failure) return name
      if (field instanceof Failure) return field
      if (typeof name !== 'string') return new Failure('The fields of a map are named by text')
      map[name] = field
    }
    return map
  }
  return { type: { kind: 'map' }, step, parts: total(parts.flat()) }
}

function compileChoice(
  [condition, then, otherwise]: readonly [Node, Node, Node],
  place: Place,
  span: Span,
): Compiled {
  const asked = expect(condition, boolean, place)
  const [yes, no] = [place.compile(then, place), place.compile(otherwise, place)]
  if (!mayMeet(yes.type.kind, no.type.kind)) {
    const kinds = `${inWords(yes.type.kind)} and ${inWords(no.type.kind)}`
    return refuse(place, span, `Both sides of ":" must be of one kind, found ${kinds}`)
  }
  const step = choose(asked.step, yes.step, no.step)
  return { type: either(yes.type, no.type), step, parts: total([asked, yes, no]) }
}

function compileLogic(sides: readonly [Node, Node], deciding: boolean, place: Place): Compiled {
  const [left, right] = [expect(sides[0], boolean, place), expect(sides[1], boolean, place)]
  const step = decide(left.step, right.step, deciding)
  return { type: boolean, step, parts: total([left, right]) }
}

function compileNot(node: Node, place: Place): Compiled {
  const part = expect(node, boolean, place)
  const step: Step = (run) => {
    const holds = truth(part.step(run))
    return holds instanceof Failure ? holds : !holds
  }
  return { type: boolean, step, parts: total([part]) }
}

function compileMinus(node: Node, place: Place): Compiled {
  const part = expect(node, number, place)
  const step: Step = (run) => {
    const value = part.step(run)
    if (typeof value === 'bigint' || typeof value === 'number') return -value
    return value instanceof Failure ? value : new Failure(found(number, { kind: kindOf(value) }))
  }
  const { literal } = part
  const minus = { type: number, step, parts: total([part]) }
  return typeof literal === 'bigint' || typeof literal === 'number'
    ? { ...minus, literal: -literal }
    : minus
}

/** Compiles a part that must be of a type, as far as can be told now. */
function expect(node: Node, type: Type, place: Place): Compiled {
  const part = place.compile(node, place)
  return mayMeet(part.type.kind, type.kind) ? part : refuse(place, node, found(type, part.type))
}

function found(wanted: Type, type: Type): string {
  return `Expected ${inWords(wanted.kind)}, found ${inWords(type.kind)}`
}

function total(parts: readonly Compiled[]): number {
  return parts.reduce((sum, part) => sum + part.parts, 1)
}
