import type { Message } from '../../words/message.ts'
import { compileFunction, compileMethod } from './calls.ts'
import {
  addIssue,
  type CompileContext,
  type Offsets,
  type Part,
  toTruthValue,
} from './compile-context.ts'
import { compileOperation } from './compile-operation.ts'
import type { Step } from './evaluation-context.ts'
import { compileDotAccess, compileIndexAccess, compileIsIn, compileName } from './names.ts'
import type { Tree } from './tree.ts'
import {
  anyType,
  booleanType,
  canOverlap,
  createListType,
  mergeTypes,
  nameKinds,
  numberType,
  textType,
  type ValueType,
} from './type.ts'
import { type ExpressionValue, Failure, getValueKind, joinFailures } from './value.ts'

/** A tree made ready to run; problems are noted in the place. What has no type before there is data is checked when it runs. */
export function compile(node: Tree, place: CompileContext): Part {
  switch (node.op) {
    case 'value':
      return compileLiteral(node.args, place, node)
    case 'id':
      return compileName(node.args, place, node)
    case '.':
      return compileDotAccess(node.args[0], node.args[1], place, { start: node.pos, end: node.end })
    case '[]':
      return compileIndexAccess(node.args[0], node.args[1], place, node)
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
      return addIssue(
        place,
        node,
        { say: 'optional-unavailable' },
        { say: 'use-instead', code: 'has()' },
      )
    case 'in':
      return compileIsIn(node.args[0], node.args[1], place)
    default:
      return compileOperation(place, node.op, node.args[0], node.args[1])
  }
}

function compileLiteral(literal: unknown, place: CompileContext, span: Offsets): Part {
  switch (typeof literal) {
    case 'bigint':
      if (BigInt.asIntN(64, literal) !== literal) {
        const text = place.source.slice(span.start, span.end)
        return addIssue(place, span, { say: 'literal-too-large', text })
      }
      return createConstant(literal)
    case 'string':
    case 'number':
    case 'boolean':
      return createConstant(literal)
    default:
      return literal === null
        ? createConstant(literal)
        : addIssue(place, span, { say: 'literal-unavailable' })
  }
}

function createConstant(literal: ExpressionValue): Part {
  return { type: { kind: getValueKind(literal) }, step: () => literal, parts: 1, literal }
}

function compileList(nodes: readonly Tree[], place: CompileContext): Part {
  const items = nodes.map((node) => place.compile(node, place))
  const [first, ...others] = items.map(({ type }) => type)
  const item = first === undefined ? anyType : others.reduce(mergeTypes, first)
  const step: Step = (run) => {
    const values: ExpressionValue[] = []
    for (const { step } of items) {
      const value = step(run)
      if (value instanceof Failure) return value
      values.push(value)
    }
    return values
  }
  const literals = items.flatMap(({ literal }) => (literal === undefined ? [] : [literal]))
  const list = { type: createListType(item), step, parts: countParts(items) }
  return literals.length === items.length ? { ...list, literal: literals } : list
}

function compileMap(entries: readonly (readonly [Tree, Tree])[], place: CompileContext): Part {
  const parts = entries.map(
    ([key, value]) => [compileTyped(key, textType, place), place.compile(value, place)] as const,
  )
  const step: Step = (run) => {
    const map: Record<string, ExpressionValue> = Object.create(null)
    for (const [key, value] of parts) {
      const name = key.step(run)
      const field = value.step(run)
      if (name instanceof Failure) return name
      if (field instanceof Failure) return field
      if (typeof name !== 'string') return new Failure({ say: 'field-names-text' })
      map[name] = field
    }
    return map
  }
  return { type: { kind: 'map' }, step, parts: countParts(parts.flat()) }
}

function compileChoice(
  [condition, then, otherwise]: readonly [Tree, Tree, Tree],
  place: CompileContext,
  span: Offsets,
): Part {
  const asked = compileTyped(condition, booleanType, place)
  const [yes, no] = [place.compile(then, place), place.compile(otherwise, place)]
  if (!canOverlap(yes.type.kind, no.type.kind)) {
    const [left, right] = [nameKinds(yes.type.kind), nameKinds(no.type.kind)]
    return addIssue(place, span, { say: 'sides-differ', left, right })
  }
  const step: Step = (run) => {
    const holds = toTruthValue(asked.step(run))
    if (holds instanceof Failure) return holds
    return holds ? yes.step(run) : no.step(run)
  }
  return { type: mergeTypes(yes.type, no.type), step, parts: countParts([asked, yes, no]) }
}

/** `||` is decided by true, `&&` by false; the deciding side wins, even where the other one fails. */
function compileLogic(
  sides: readonly [Tree, Tree],
  deciding: boolean,
  place: CompileContext,
): Part {
  const [left, right] = [
    compileTyped(sides[0], booleanType, place),
    compileTyped(sides[1], booleanType, place),
  ]
  const step: Step = (run) => {
    const first = toTruthValue(left.step(run))
    if (first === deciding) return deciding
    const second = toTruthValue(right.step(run))
    if (second === deciding || !(first instanceof Failure)) return second
    return second instanceof Failure ? joinFailures(first, second) : first
  }
  return { type: booleanType, step, parts: countParts([left, right]) }
}

function compileNot(node: Tree, place: CompileContext): Part {
  const part = compileTyped(node, booleanType, place)
  const step: Step = (run) => {
    const holds = toTruthValue(part.step(run))
    return holds instanceof Failure ? holds : !holds
  }
  return { type: booleanType, step, parts: countParts([part]) }
}

function compileMinus(node: Tree, place: CompileContext): Part {
  const part = compileTyped(node, numberType, place)
  const step: Step = (run) => {
    const value = part.step(run)
    if (typeof value === 'bigint' || typeof value === 'number') return -value
    return value instanceof Failure
      ? value
      : new Failure(createTypeMismatch(numberType, { kind: getValueKind(value) }))
  }
  const { literal } = part
  const minus = { type: numberType, step, parts: countParts([part]) }
  return typeof literal === 'bigint' || typeof literal === 'number'
    ? { ...minus, literal: -literal }
    : minus
}

/** Compiles a part that must be of a type, as far as can be told now. */
function compileTyped(node: Tree, type: ValueType, place: CompileContext): Part {
  const part = place.compile(node, place)
  return canOverlap(part.type.kind, type.kind)
    ? part
    : addIssue(place, node, createTypeMismatch(type, part.type))
}

function createTypeMismatch(wanted: ValueType, type: ValueType): Message {
  return { say: 'kinds-differ', expected: nameKinds(wanted.kind), found: nameKinds(type.kind) }
}

function countParts(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.parts, 1)
}
