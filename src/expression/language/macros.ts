import { moreKeys } from '../../model/unread.ts'
import {
  addIssue,
  type CompileContext,
  type Offsets,
  type Part,
  toTruthValue,
} from './compile-context.ts'
import { type Evaluation, type Step, spendWork } from './evaluation-context.ts'
import { expressionLimits } from './limits.ts'
import type { Tree } from './tree.ts'
import {
  anyType,
  booleanType,
  createListType,
  createWrongKind,
  nameKinds,
  textType,
  type ValueType,
} from './type.ts'
import {
  type ExpressionValue,
  Failure,
  getValueKind,
  isList,
  isMapValue,
  joinFailures,
  type ListValue,
  type MapValue,
  type ValueOrFailure,
} from './value.ts'

const macroList = ['all', 'exists', 'exists_one', 'filter', 'map'] as const
type MacroName = (typeof macroList)[number]

/** Calls that run over the items of a list, with a name for the item: `plan.risks.all(risk, has(risk.owner))`. */
export const macroNames: readonly string[] = macroList

/** Null where the name is no macro's. */
export function compileMacro(
  name: string,
  receiver: Tree,
  args: readonly Tree[],
  place: CompileContext,
  span: Offsets,
): Part | null {
  if (!isMacro(name)) return null
  const list = place.compile(receiver, place)
  const [variable, ...bodies] = args
  const most = name === 'map' ? 2 : 1
  if (variable?.op !== 'id' || bodies.length === 0 || bodies.length > most) {
    const shape = name === 'map' ? 'map(x, x.name)' : `${name}(x, has(x.owner))`
    return addIssue(place, span, { say: 'macro-shape', name }, { say: 'write-like', code: shape })
  }
  const { kind } = list.type
  if (kind !== 'any' && kind !== 'list' && kind !== 'map') {
    return addIssue(place, receiver, createWrongKind(name, ['list'], kind))
  }
  const slot = place.locals.size
  if (slot >= expressionLimits.macros) {
    return addIssue(place, span, { say: 'macro-depth', limit: expressionLimits.macros })
  }
  const { scope, locals } = place
  if ([locals, scope.variables, scope.records].some((taken) => taken.has(variable.args))) {
    return addIssue(place, variable, { say: 'item-name-taken', name: variable.args })
  }
  const type = getItemType(list.type)
  const inside = { ...place, locals: new Map([...locals, [variable.args, { type, slot }]]) }
  return compileMacroBodies(name, list, slot, bodies, inside)
}

function isMacro(name: string): name is MacroName {
  return macroNames.includes(name)
}

function getItemType(type: ValueType): ValueType {
  if (type.kind === 'map') return textType
  return type.item ?? anyType
}

function compileMacroBodies(
  name: MacroName,
  list: Part,
  slot: number,
  bodies: readonly Tree[],
  inside: CompileContext,
): Part {
  const compiled = bodies.map((body) => ({ ...inside.compile(body, inside), body }))
  const last = compiled.at(-1)
  const first = compiled[0]
  if (first === undefined || last === undefined) throw new Error('A macro without a body')
  const transform = name === 'map' ? last : null
  const test = name !== 'map' || compiled.length > 1 ? first : null
  if (test !== null && test.type.kind !== 'any' && test.type.kind !== 'boolean') {
    const message = createWrongKind(name, ['boolean'], test.type.kind)
    return addIssue(inside, test.body, message)
  }
  const parts = compiled.reduce((sum, body) => sum + body.parts, list.parts + 1)
  switch (name) {
    case 'all':
    case 'exists':
      return {
        type: booleanType,
        step: createQuantifierStep(list, slot, first, name === 'exists'),
        parts,
      }
    case 'exists_one':
      return { type: booleanType, step: createExistsOneStep(list, slot, first), parts }
    default: {
      const type = createListType(transform?.type ?? getItemType(list.type))
      return { type, step: createCollectStep(list, slot, test, transform), parts }
    }
  }
}

/** `all` is decided by one false, `exists` by one true, even where other items fail. */
function createQuantifierStep(list: Part, slot: number, test: Part, deciding: boolean): Step {
  return createItemsStep(list, (items, run) => {
    let failure: Failure | null = null
    for (const item of items) {
      const result = toTruthValue(evaluateItem(item, slot, test, run))
      if (result === deciding) return deciding
      if (result instanceof Failure) failure = joinFailures(failure, result)
    }
    return failure ?? !deciding
  })
}

/** `exists_one` */
function createExistsOneStep(list: Part, slot: number, test: Part): Step {
  return createItemsStep(list, (items, run) => {
    let count = 0
    for (const item of items) {
      const result = toTruthValue(evaluateItem(item, slot, test, run))
      if (result instanceof Failure) return result
      if (result) count++
    }
    return count === 1
  })
}

/** `filter`, and `map` with or without a test. */
function createCollectStep(
  list: Part,
  slot: number,
  test: Part | null,
  transform: Part | null,
): Step {
  return createItemsStep(list, (items, run) => {
    const kept: ExpressionValue[] = []
    for (const item of items) {
      const passes = test === null ? true : toTruthValue(evaluateItem(item, slot, test, run))
      if (passes instanceof Failure) return passes
      if (!passes) continue
      const value = transform === null ? item : evaluateItem(item, slot, transform, run)
      if (value instanceof Failure) return value
      kept.push(value)
    }
    return kept
  })
}

function createItemsStep(
  list: Part,
  go: (items: ListValue, run: Evaluation) => ValueOrFailure,
): Step {
  return (run) => {
    const value = list.step(run)
    if (value instanceof Failure) return value
    // As in CEL, the items of a map are its keys.
    const items = isMapValue(value) ? listKeys(value) : value
    if (isList(items)) return go(items, run)
    return new Failure({
      say: 'kinds-differ',
      expected: nameKinds('list'),
      found: nameKinds(getValueKind(value)),
    })
  }
}

function listKeys(map: MapValue): ListValue {
  const keys = Object.keys(map)
  const more = map[moreKeys]
  return more === undefined ? keys : [...keys, more]
}

function evaluateItem(
  item: ListValue[number],
  slot: number,
  body: Part,
  run: Evaluation,
): ValueOrFailure {
  spendWork(run, body.parts)
  run.slots[slot] = item
  return body.step(run)
}
