import type { Message } from '../../words/message.ts'
import type { EvaluationStep } from './evaluation-context.ts'
import { nameKinds, type ValueKind } from './type.ts'
import { Failure, getValueKind, type ValueOrFailure } from './value.ts'

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

/** The result as true or false; a failure where it is neither. */
export function toTruthValue(result: ValueOrFailure): boolean | Failure {
  if (typeof result === 'boolean' || result instanceof Failure) return result
  return new Failure(createNotTruthValue(getValueKind(result)))
}

export function createNotTruthValue(found: ValueKind): Message {
  return { say: 'kinds-differ', expected: nameKinds('boolean'), found: nameKinds(found) }
}
