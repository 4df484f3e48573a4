import type { Message } from '../../words/message.ts'
import type { CompiledPart } from './compile-context.ts'
import { type EvaluationContext, type EvaluationStep, spendWork } from './evaluation-context.ts'
import { nameKinds, type ValueKind } from './type.ts'
import {
  type ExpressionValue,
  Failure,
  getValueKind,
  isList,
  isMapValue,
  type ListValue,
  type ValueOrFailure,
} from './value.ts'

/** `||` is decided by true, `&&` by false; the deciding side wins, even where the other one fails. */
export function createLogicStep(
  left: EvaluationStep,
  right: EvaluationStep,
  deciding: boolean,
): EvaluationStep {
  return (run) => {
    const first = toTruthValue(left(run))
    if (first === deciding) return deciding
    const second = toTruthValue(right(run))
    return second !== deciding && first instanceof Failure ? first : second
  }
}

/** `condition ? then : otherwise` */
export function createChoiceStep(
  condition: EvaluationStep,
  then: EvaluationStep,
  otherwise: EvaluationStep,
): EvaluationStep {
  return (run) => {
    const holds = toTruthValue(condition(run))
    if (holds instanceof Failure) return holds
    return holds ? then(run) : otherwise(run)
  }
}

/** `all` is decided by one false, `exists` by one true, even where other items fail. */
export function createQuantifierStep(
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
export function createExistsOneStep(
  list: CompiledPart,
  slot: number,
  test: CompiledPart,
): EvaluationStep {
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
export function createCollectStep(
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

/** The result as true or false; a failure where it is neither. */
export function toTruthValue(result: ValueOrFailure): boolean | Failure {
  if (typeof result === 'boolean' || result instanceof Failure) return result
  return new Failure(createNotTruthValue(getValueKind(result)))
}

export function createNotTruthValue(found: ValueKind): Message {
  return { say: 'kinds-differ', expected: nameKinds('boolean'), found: nameKinds(found) }
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
