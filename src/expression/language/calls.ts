import { didYouMean } from '../../model/did-you-mean.ts'
import { compileHasField } from './fields.ts'
import { methods, type Signature } from './functions.ts'
import { compileMacro, macroNames } from './macros.ts'
import { compileHasAnswer } from './names.ts'
import { type Compiled, type Place, refuse, type Span } from './place.ts'
import type { Node } from './tree.ts'
import { inWords, type Kind } from './type.ts'
import { Failure, kindOf, type Value } from './value.ts'
import { emptyRun, type Step, spend, weight } from './work.ts'

/** `name(arguments)` */
export function compileFunction(
  name: string,
  nodes: readonly Node[],
  place: Place,
  { start }: Span,
): Compiled {
  const span = { start, end: start + name.length }
  if (name === 'has') return compileHas(nodes, place, span)
  const signature = place.scope.functions.get(name)
  if (signature === undefined) return refuseFunction(name, place, span)
  return compileCall(place, name, signature, nodes, 0, span)
}

/** `receiver.name(arguments)` */
export function compileMethod(
  name: string,
  receiver: Node,
  nodes: readonly Node[],
  place: Place,
  { end }: Span,
): Compiled {
  const start = afterPoint(place.source, receiver.end)
  const span = { start, end: Math.min(start + name.length, end) }
  const macro = compileMacro(name, receiver, nodes, place, span)
  if (macro !== null) return macro
  const signature = methods.get(name)
  if (signature === undefined) return refuseMethod(name, place, span)
  return compileCall(place, name, signature, [receiver, ...nodes], 1, span)
}

/** The tree tells where a call starts, not where its name does: after brackets, blanks and comments. */
function afterPoint(source: string, from: number): number {
  const gap = /(?:[\s)]|\/\/[^\n]*\n)*\.(?:\s|\/\/[^\n]*\n)*/y
  gap.lastIndex = from
  return gap.test(source) ? gap.lastIndex : from
}

function compileHas(nodes: readonly Node[], place: Place, span: Span): Compiled {
  const [node] = nodes
  if (nodes.length !== 1 || node?.op !== '.') {
    const fix = 'Write it like has(plan.name), or "trust.bad-news" in answers'
    return refuse(place, span, 'has() asks for a field by its name', fix)
  }
  const [left, name] = node.args
  const field = { start: node.pos, end: node.end }
  const answer = compileHasAnswer(left, name, place, field)
  return answer ?? compileHasField(place, place.compile(left, place), name, field)
}

function compileCall(
  place: Place,
  name: string,
  signature: Signature,
  nodes: readonly Node[],
  own: number,
  span: Span,
): Compiled {
  const args = nodes.map((node) => ({ ...place.compile(node, place), node }))
  const { takes, optional = 0 } = signature
  if (args.length > takes.length || args.length < takes.length - optional) {
    return refuse(place, span, wrongCount(name, takes.length - own, optional, args.length - own))
  }
  const wrong = checkArguments(place, name, signature, args)
  if (wrong !== null) return wrong
  const parts = args.reduce((sum, argument) => sum + argument.parts, 1)
  return { type: signature.gives, step: calling(name, signature, args), parts }
}

type Argument = Compiled & { readonly node: Node }

const instead: ReadonlyMap<string, string> = new Map([
  ['matches', 'Use contains(), startsWith() or endsWith()'],
  ['timestamp', 'Use date("2026-01-31")'],
  ['duration', 'Use days(30)'],
  ['toLowerCase', 'Use lowerAscii()'],
  ['lower', 'Use lowerAscii()'],
  ['toUpperCase', 'Use upperAscii()'],
  ['upper', 'Use upperAscii()'],
  ['includes', 'Use contains(), or "x" in a list'],
  ['length', 'Use size()'],
  ['len', 'Use size()'],
  ['some', 'Use exists(x, …)'],
  ['any', 'Use exists(x, …)'],
  ['every', 'Use all(x, …)'],
])

function refuseFunction(name: string, place: Place, span: Span): Compiled {
  if (methods.has(name) || macroNames.includes(name)) {
    const message = `"${name}" stands after what it is asked of`
    return refuse(place, span, message, `Write ….${name}(…)`)
  }
  return refuseUnknown(name, ['has', ...place.scope.functions.keys()], place, span)
}

function refuseMethod(name: string, place: Place, span: Span): Compiled {
  if (place.scope.functions.has(name)) {
    return refuse(place, span, `"${name}" does not stand after a point`, `Write ${name}(…)`)
  }
  return refuseUnknown(name, [...methods.keys(), ...macroNames], place, span)
}

function refuseUnknown(name: string, known: readonly string[], place: Place, span: Span) {
  const fix = instead.get(name)
  if (fix !== undefined) return refuse(place, span, `"${name}" is not available`, fix)
  const near = didYouMean(name, known)
  const hint = near === null ? '' : `; did you mean "${near}"?`
  return refuse(place, span, `Unknown function "${name}"${hint}`)
}

function checkArguments(
  place: Place,
  name: string,
  { takes, tried, call }: Signature,
  args: readonly Argument[],
): Compiled | null {
  for (const [index, { node, type }] of args.entries()) {
    const kinds = takes[index] ?? []
    if (type.kind === 'any' || kinds.length === 0 || kinds.includes(type.kind)) continue
    return refuse(place, node, needs(name, kinds, type.kind))
  }
  const [first] = args
  const literals = args.flatMap(({ literal }) => (literal === undefined ? [] : [literal]))
  if (!tried || first === undefined || literals.length < args.length) return null
  const result = call(literals, emptyRun())
  return result instanceof Failure ? refuse(place, first.node, result.message) : null
}

function needs(name: string, kinds: readonly Kind[], found: Kind): string {
  return `${name}() needs ${inWords(...kinds)}, found ${inWords(found)}`
}

function wrongCount(name: string, most: number, optional: number, found: number): string {
  const expected = optional === 0 ? `${most}` : `${most - optional} or ${most}`
  return `${name}() takes ${expected} ${expected === '1' ? 'value' : 'values'}, found ${found}`
}

const callCost = 5

function calling(name: string, { takes, call }: Signature, args: readonly Argument[]): Step {
  return (run) => {
    spend(run, callCost)
    const values: Value[] = []
    for (const [index, argument] of args.entries()) {
      const value = argument.step(run)
      if (value instanceof Failure) return value
      const kinds = takes[index] ?? []
      if (kinds.length > 0 && !kinds.includes(kindOf(value))) {
        return new Failure(needs(name, kinds, kindOf(value)))
      }
      spend(run, weight(value))
      values.push(value)
    }
    const result = call(values, run)
    if (!(result instanceof Failure)) spend(run, weight(result))
    return result
  }
}
