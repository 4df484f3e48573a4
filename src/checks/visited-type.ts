import type { ValueType } from '../expression/language/type.ts'
import { findTypeAt } from '../expression/plan-type.ts'

/** What a check with this `for` visits; anything where it visits nothing that is known. */
export function getVisitedType(plan: ValueType, dotted: string | undefined): ValueType {
  const list = dotted === undefined ? null : findTypeAt(plan, dotted)
  return list !== null && 'kind' in list && list.item !== undefined ? list.item : { kind: 'any' }
}
