import { getValueAt, isMap } from '../../model/value.ts'

/** One change of a plan, to be made in this order. */
export type DraftEdit =
  | { readonly do: 'set'; readonly path: readonly (string | number)[]; readonly value: unknown }
  | { readonly do: 'add'; readonly path: readonly (string | number)[]; readonly value: unknown }
  | { readonly do: 'remove'; readonly path: readonly (string | number)[] }

/** A plan that is being changed, with the changes so far. */
export interface PlanDraft {
  readonly plan: Readonly<Record<string, unknown>>
  readonly edits: readonly DraftEdit[]
}

/** Everything on the way that is not there is made. */
export function setInDraft(
  draft: PlanDraft,
  path: readonly (string | number)[],
  value: unknown,
): PlanDraft {
  return addEdit(draft, { do: 'set', path, value }, setAtPath(draft.plan, path, value))
}

/** At the end of the list there, which is made where there is none. */
export function addToDraft(
  draft: PlanDraft,
  path: readonly (string | number)[],
  value: unknown,
): PlanDraft {
  const list = getDraftList(draft, path)
  if (list.length === 0) return setInDraft(draft, path, [value])
  return addEdit(draft, { do: 'add', path, value }, setAtPath(draft.plan, path, [...list, value]))
}

export function removeFromDraft(
  draft: PlanDraft,
  path: readonly (string | number)[],
  index: number,
): PlanDraft {
  const list = getDraftList(draft, path).toSpliced(index, 1)
  if (list.length === 0) return setInDraft(draft, path, [])
  const edit = { do: 'remove', path: [...path, index] } as const
  return addEdit(draft, edit, setAtPath(draft.plan, path, list))
}

export function getDraftList(
  { plan }: PlanDraft,
  path: readonly (string | number)[],
): readonly unknown[] {
  const value = getValueAt(plan, path)
  return Array.isArray(value) ? value : []
}

function addEdit(draft: PlanDraft, edit: DraftEdit, plan: unknown): PlanDraft {
  return { plan: isMap(plan) ? plan : draft.plan, edits: [...draft.edits, edit] }
}

function setAtPath(
  here: unknown,
  [key, ...rest]: readonly (string | number)[],
  value: unknown,
): unknown {
  if (key === undefined) return value
  if (typeof key === 'number') {
    const list = Array.isArray(here) ? here : []
    return list.with(key, setAtPath(list[key], rest, value))
  }
  const map = isMap(here) ? here : {}
  return { ...map, [key]: setAtPath(map[key], rest, value) }
}
