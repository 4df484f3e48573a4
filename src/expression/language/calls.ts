import { suggestWord } from '../../model/did-you-mean.ts'
import type { Message } from '../../words/message.ts'
import { addIssue, type CompileContext, type Offsets, type Part } from './compile-context.ts'
import { createEmptyContext, type Step, spendWork } from './evaluation-context.ts'
import { type FunctionSignature, methods } from './functions.ts'
import { compileMacro, macroNames } from './macros.ts'
import { compileHasAnswer, compileHasField } from './names.ts'

import type { Tree } from './tree.ts'
import { createWrongKind } from './type.ts'
import { type ExpressionValue, Failure, findUnread, getValueKind } from './value.ts'

/** `name(arguments)` */
export function compileFunction(
  name: string,
  nodes: readonly Tree[],
  place: CompileContext,
  { start }: Offsets,
): Part {
  const span = { start, end: start + name.length }
  if (name === 'has') return compileHas(nodes, place, span)
  const signature = place.scope.functions.get(name)
  if (signature === undefined) return addFunctionIssue(name, place, span)
  return compileCall(place, name, signature, nodes, 0, span)
}

/** `receiver.name(arguments)` */
export function compileMethod(
  name: string,
  receiver: Tree,
  nodes: readonly Tree[],
  place: CompileContext,
  { end }: Offsets,
): Part {
  const start = findNameStart(place.source, receiver.end)
  const span = { start, end: Math.min(start + name.length, end) }
  const macro = compileMacro(name, receiver, nodes, place, span)
  if (macro !== null) return macro
  const signature = methods.get(name)
  if (signature === undefined) return addMethodIssue(name, place, span)
  return compileCall(place, name, signature, [receiver, ...nodes], 1, span)
}

/** The tree tells where a call starts, not where its name does: after brackets, blanks and comments. */
function findNameStart(source: string, from: number): number {
  const gap = /(?:[\s)]|\/\/[^\n]*\n)*\.(?:\s|\/\/[^\n]*\n)*/y
  gap.lastIndex = from
  return gap.test(source) ? gap.lastIndex : from
}

function compileHas(nodes: readonly Tree[], place: CompileContext, span: Offsets): Part {
  const [node] = nodes
  if (nodes.length !== 1 || node?.op !== '.') {
    return addIssue(place, span, { say: 'has-needs-field' }, { say: 'write-has' })
  }
  const [left, name] = node.args
  const field = { start: node.pos, end: node.end }
  const answer = compileHasAnswer(left, name, place, field)
  return answer ?? compileHasField(place, place.compile(left, place), name, field)
}

function compileCall(
  place: CompileContext,
  name: string,
  signature: FunctionSignature,
  nodes: readonly Tree[],
  own: number,
  span: Offsets,
): Part {
  const args = nodes.map((node) => ({ ...place.compile(node, place), node }))
  const { takes, optional = 0 } = signature
  if (args.length > takes.length || args.length < takes.length - optional) {
    const most = takes.length - own
    const counts = { least: most - optional, most, found: args.length - own }
    return addIssue(place, span, { say: 'function-count', name, ...counts })
  }
  const wrong = checkArguments(place, name, signature, args)
  if (wrong !== null) return wrong
  const parts = args.reduce((sum, argument) => sum + argument.parts, 1)
  return { type: signature.gives, step: createCallStep(name, signature, args), parts }
}

type CompiledArgument = Part & { readonly node: Tree }

const fixesByName: ReadonlyMap<string, Message> = new Map<string, Message>([
  ['matches', { say: 'use-contains' }],
  ['timestamp', { say: 'use-instead', code: 'date("2026-01-31")' }],
  ['duration', { say: 'use-instead', code: 'days(30)' }],
  ['toLowerCase', { say: 'use-instead', code: 'lowerAscii()' }],
  ['lower', { say: 'use-instead', code: 'lowerAscii()' }],
  ['toUpperCase', { say: 'use-instead', code: 'upperAscii()' }],
  ['upper', { say: 'use-instead', code: 'upperAscii()' }],
  ['includes', { say: 'use-contains-or-in' }],
  ['length', { say: 'use-instead', code: 'size()' }],
  ['len', { say: 'use-instead', code: 'size()' }],
  ['some', { say: 'use-instead', code: 'exists(x, …)' }],
  ['any', { say: 'use-instead', code: 'exists(x, …)' }],
  ['every', { say: 'use-instead', code: 'all(x, …)' }],
])

function addFunctionIssue(name: string, place: CompileContext, span: Offsets): Part {
  if (methods.has(name) || macroNames.includes(name)) {
    const fix: Message = { say: 'write-instead', text: `….${name}(…)` }
    return addIssue(place, span, { say: 'function-after-point', name }, fix)
  }
  return addUnknownCallIssue(name, ['has', ...place.scope.functions.keys()], place, span)
}

function addMethodIssue(name: string, place: CompileContext, span: Offsets): Part {
  if (place.scope.functions.has(name)) {
    const fix: Message = { say: 'write-instead', text: `${name}(…)` }
    return addIssue(place, span, { say: 'function-before-brackets', name }, fix)
  }
  return addUnknownCallIssue(name, [...methods.keys(), ...macroNames], place, span)
}

function addUnknownCallIssue(
  name: string,
  known: readonly string[],
  place: CompileContext,
  span: Offsets,
) {
  const fix = fixesByName.get(name)
  if (fix !== undefined) {
    return addIssue(place, span, { say: 'function-unavailable', name }, fix)
  }
  const hint = suggestWord(name, known, 0)
  return addIssue(place, span, { say: 'function-unknown', name, hint })
}

function checkArguments(
  place: CompileContext,
  name: string,
  { takes, checkedEarly: tried, call }: FunctionSignature,
  args: readonly CompiledArgument[],
): Part | null {
  for (const [index, { node, type }] of args.entries()) {
    const kinds = takes[index] ?? []
    if (type.kind === 'any' || kinds.length === 0 || kinds.includes(type.kind)) continue
    return addIssue(place, node, createWrongKind(name, kinds, type.kind))
  }
  const [first] = args
  const literals = args.flatMap(({ literal }) => (literal === undefined ? [] : [literal]))
  if (!tried || first === undefined || literals.length < args.length) return null
  const result = call(literals, createEmptyContext())
  return result instanceof Failure ? addIssue(place, first.node, result.message) : null
}

const callCost = 5

function createCallStep(
  name: string,
  { takes, call }: FunctionSignature,
  args: readonly CompiledArgument[],
): Step {
  return (run) => {
    spendWork(run, callCost)
    const values: ExpressionValue[] = []
    for (const [index, argument] of args.entries()) {
      const value = argument.step(run)
      if (value instanceof Failure) return value
      const kinds = takes[index] ?? []
      if (kinds.length > 0 && !kinds.includes(getValueKind(value))) {
        return new Failure(createWrongKind(name, kinds, getValueKind(value)))
      }
      spendWork(run, countWorkUnits(value))
      const hidden = run.unread === null ? null : findUnread(value)
      if (hidden !== null) return hidden
      values.push(value)
    }
    const result = call(values, run)
    if (!(result instanceof Failure)) spendWork(run, countWorkUnits(result))
    return result
  }
}

/** The work of looking at a whole value's surface. */
function countWorkUnits(value: ExpressionValue): number {
  if (typeof value === 'string') return 1 + (value.length >> 3)
  return Array.isArray(value) ? 1 + value.length : 1
}
