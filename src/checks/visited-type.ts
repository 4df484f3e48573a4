import { type Type, typeAt } from '../expression/plan-type.ts'

/** What a check with this `for` visits; anything where it visits nothing that is known. */
export function visitedType(plan: Type, dotted: string | undefined): Type {
  const list = dotted === undefined ? null : typeAt(plan, dotted)
  return list !== null && 'kind' in list && list.item !== undefined ? list.item : { kind: 'any' }
}
