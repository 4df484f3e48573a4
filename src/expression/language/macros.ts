import {
  addExpressionIssue,
  type CompileContext,
  type CompiledPart,
  type ExpressionSpan,
} from './compile-context.ts'
import { type EvaluationContext, type EvaluationStep, spendWork } from './evaluation-context.ts'
import { expressionLimits } from './limits.ts'
import { toTruthValue } from './logic.ts'
import type { ExpressionNode } from './tree.ts'
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
  type ListValue,
  type ValueOrFailure,
} from './value.ts'

const macroList = ['all', 'exists', 'exists_one', 'filter', 'map'] as const
type MacroName = (typeof macroList)[number]

/** Calls that run over the items of a list, with a name for the item: `plan.risks.all(risk, has(risk.owner))`. */
export const macroNames: readonly string[] = macroList

/** Null where the name is no macro's. */
export function compileMacro(
  name: string,
  receiver: ExpressionNode,
  args: readonly ExpressionNode[],
  place: CompileContext,
  span: ExpressionSpan,
): CompiledPart | null {
  if (!isMacro(name)) return null
  const list = place.compile(receiver, place)
  const [variable, ...bodies] = args
  const most = name === 'map' ? 2 : 1
  if (variable?.op !== 'id' || bodies.length === 0 || bodies.length > most) {
    const shape = name === 'map' ? 'map(x, x.name)' : `${name}(x, has(x.owner))`
    return addExpressionIssue(
      place,
      span,
      { say: 'macro-shape', name },
      { say: 'write-like', code: shape },
    )
  }
  const { kind } = list.type
  if (kind !== 'any' && kind !== 'list' && kind !== 'map') {
    return addExpressionIssue(place, receiver, createWrongKind(name, ['list'], kind))
  }
  const slot = place.locals.size
  if (slot >= expressionLimits.macros) {
    return addExpressionIssue(place, span, { say: 'macro-depth', limit: expressionLimits.macros })
  }
  const { scope, locals } = place
  if ([locals, scope.variables, scope.records].some((taken) => taken.has(variable.args))) {
    return addExpressionIssue(place, variable, { say: 'item-name-taken', name: variable.args })
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
  list: CompiledPart,
  slot: number,
  bodies: readonly ExpressionNode[],
  inside: CompileContext,
): CompiledPart {
  const compiled = bodies.map((body) => ({ ...inside.compile(body, inside), body }))
  const last = compiled.at(-1)
  const first = compiled[0]
  if (first === undefined || last === undefined) throw new Error('A macro without a body')
  const transform = name === 'map' ? last : null
  const test = name !== 'map' || compiled.length > 1 ? first : null
  if (test !== null && test.type.kind !== 'any' && test.type.kind !== 'boolean') {
    const message = createWrongKind(name, ['boolean'], test.type.kind)
    return addExpressionIssue(inside, test.body, message)
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
function createQuantifierStep(
  list: CompiledPart,
  slot: number,
  test: CompiledPart,
  deciding: boolean,
): EvaluationStep {
  return createItemsStep(list, (items, run) => {
    let failure: Failure | null = null
    for (const item of items) {
      const result = toTruthValue(evaluateItem(item, slot, test, run))
      if (result === deciding) return deciding
      if (result instanceof Failure) failure ??= result
    }
    return failure ?? !deciding
  })
}

/** `exists_one` */
function createExistsOneStep(list: CompiledPart, slot: number, test: CompiledPart): EvaluationStep {
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
  list: CompiledPart,
  slot: number,
  test: CompiledPart | null,
  transform: CompiledPart | null,
): EvaluationStep {
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
  list: CompiledPart,
  go: (items: ListValue, run: EvaluationContext) => ValueOrFailure,
): EvaluationStep {
  return (run) => {
    const value = list.step(run)
    if (value instanceof Failure) return value
    // As in CEL, the items of a map are its keys.
    const items = isMapValue(value) ? Object.keys(value) : value
    if (isList(items)) return go(items, run)
    return new Failure({
      say: 'kinds-differ',
      expected: nameKinds('list'),
      found: nameKinds(getValueKind(value)),
    })
  }
}

function evaluateItem(
  item: ExpressionValue,
  slot: number,
  body: CompiledPart,
  run: EvaluationContext,
): ValueOrFailure {
  spendWork(run, body.parts)
  run.slots[slot] = item
  return body.step(run)
}
