import { limits } from './limits.ts'
import { collect, quantify, single } from './logic.ts'
import { type Compiled, type Place, refuse, type Span } from './place.ts'
import type { Node } from './tree.ts'
import { anything, boolean, inWords, listOf, type Type, text } from './type.ts'

const names = ['all', 'exists', 'exists_one', 'filter', 'map'] as const
type Name = (typeof names)[number]

/** Calls that run over the items of a list, with a name for the item: `plan.risks.all(risk, has(risk.owner))`. */
export const macroNames: readonly string[] = names

/** Null where the name is no macro's. */
export function compileMacro(
  name: string,
  receiver: Node,
  args: readonly Node[],
  place: Place,
  span: Span,
): Compiled | null {
  if (!isMacro(name)) return null
  const list = place.compile(receiver, place)
  const [variable, ...bodies] = args
  const most = name === 'map' ? 2 : 1
  if (variable?.op !== 'id' || bodies.length === 0 || bodies.length > most) {
    const shape = name === 'map' ? 'map(x, x.name)' : `${name}(x, has(x.owner))`
    return refuse(
      place,
      span,
      `${name}() needs a name for the item, then what to ask of it`,
      `Write it like ${shape}`,
    )
  }
  const { kind } = list.type
  if (kind !== 'any' && kind !== 'list' && kind !== 'map') {
    return refuse(place, receiver, `${name}() needs a list, found ${inWords(kind)}`)
  }
  const slot = place.locals.size
  if (slot >= limits.macros) {
    const message = `all(), exists(), filter() and map() stand at most ${limits.macros} deep in one another`
    return refuse(place, span, message)
  }
  const { scope, locals } = place
  if ([locals, scope.variables, scope.records].some((taken) => taken.has(variable.args))) {
    return refuse(place, variable, `"${variable.args}" has a meaning already; use another name`)
  }
  const type = itemOf(list.type)
  const inside = { ...place, locals: new Map([...locals, [variable.args, { type, slot }]]) }
  return run(name, list, slot, bodies, inside)
}

function isMacro(name: string): name is Name {
  return macroNames.includes(name)
}

function itemOf(type: Type): Type {
  if (type.kind === 'map') return text
  return type.item ?? anything
}

function run(
  name: Name,
  list: Compiled,
  slot: number,
  bodies: readonly Node[],
  inside: Place,
): Compiled {
  const compiled = bodies.map((body) => ({ ...inside.compile(body, inside), body }))
  const last = compiled.at(-1)
  const first = compiled[0]
  if (first === undefined || last === undefined) throw new Error('A macro without a body')
  const transform = name === 'map' ? last : null
  const test = name !== 'map' || compiled.length > 1 ? first : null
  if (test !== null && test.type.kind !== 'any' && test.type.kind !== 'boolean') {
    const message = `${name}() needs true or false, found ${inWords(test.type.kind)}`
    return refuse(inside, test.body, message)
  }
  const parts = compiled.reduce((sum, body) => sum + body.parts, list.parts + 1)
  switch (name) {
    case 'all':
    case 'exists':
      return { type: boolean, step: quantify(list, slot, first, name === 'exists'), parts }
    case 'exists_one':
      return { type: boolean, step: single(list, slot, first), parts }
    default: {
      const type = listOf(transform?.type ?? itemOf(list.type))
      return { type, step: collect(list, slot, test, transform), parts }
    }
  }
}
