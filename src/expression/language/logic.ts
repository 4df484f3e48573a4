import type { Compiled } from './place.ts'
import { inWords } from './type.ts'
import { Failure, isList, isMapValue, kindOf, type List, type Result, type Value } from './value.ts'
import { type Run, type Step, spend } from './work.ts'

/** `||` is decided by true, `&&` by false; the deciding side wins, even where the other one fails. */
export function decide(left: Step, right: Step, deciding: boolean): Step {
  return (run) => {
    const first = truth(left(run))
    if (first === deciding) return deciding
    const second = truth(right(run))
    return second !== deciding && first instanceof Failure ? first : second
  }
}

/** `condition ? then : otherwise` */
export function choose(condition: Step, then: Step, otherwise: Step): Step {
  return (run) => {
    const holds = truth(condition(run))
    if (holds instanceof Failure) return holds
    return holds ? then(run) : otherwise(run)
  }
}

/** `all` is decided by one false, `exists` by one true, even where other items fail. */
export function quantify(list: Compiled, slot: number, test: Compiled, deciding: boolean): Step {
  return overItems(list, (items, run) => {
    let failure: Failure | null = null
    for (const item of items) {
      const result = truth(at(item, slot, test, run))
      if (result === deciding) return deciding
      if (result instanceof Failure) failure ??= result
    }
    return failure ?? !deciding
  })
}

/** `exists_one` */
export function single(list: Compiled, slot: number, test: Compiled): Step {
  return overItems(list, (items, run) => {
    let count = 0
    for (const item of items) {
      const result = truth(at(item, slot, test, run))
      if (result instanceof Failure) return result
      if (result) count++
    }
    return count === 1
  })
}

/** `filter`, and `map` with or without a test. */
export function collect(
  list: Compiled,
  slot: number,
  test: Compiled | null,
  transform: Compiled | null,
): Step {
  return overItems(list, (items, run) => {
    const kept: Value[] = []
    for (const item of items) {
      const passes = test === null ? true : truth(at(item, slot, test, run))
      if (passes instanceof Failure) return passes
      if (!passes) continue
      const value = transform === null ? item : at(item, slot, transform, run)
      if (value instanceof Failure) return value
      kept.push(value)
    }
    return kept
  })
}

/** The result as true or false; a failure where it is neither. */
export function truth(result: Result): boolean | Failure {
  if (typeof result === 'boolean' || result instanceof Failure) return result
  return new Failure(`Expected true or false, found ${inWords(kindOf(result))}`)
}

function overItems(list: Compiled, go: (items: List, run: Run) => Result): Step {
  return (run) => {
    const value = list.step(run)
    if (value instanceof Failure) return value
    // As in CEL, the items of a map are its keys.
    const items = isMapValue(value) ? Object.keys(value) : value
    if (isList(items)) return go(items, run)
    return new Failure(`Expected a list, found ${inWords(kindOf(value))}`)
  }
}

function at(item: Value, slot: number, body: Compiled, run: Run): Result {
  spend(run, body.parts)
  run.slots[slot] = item
  return body.step(run)
}
