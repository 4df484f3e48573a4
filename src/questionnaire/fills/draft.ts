import { isMap, valueAt } from '../../model/value.ts'

/** One change of a plan, to be made in this order. */
export type Edit =
  | { readonly do: 'set'; readonly path: readonly (string | number)[]; readonly value: unknown }
  | { readonly do: 'add'; readonly path: readonly (string | number)[]; readonly value: unknown }
  | { readonly do: 'remove'; readonly path: readonly (string | number)[] }

/** A plan that is being changed, with the changes so far. */
export interface Draft {
  readonly plan: Readonly<Record<string, unknown>>
  readonly edits: readonly Edit[]
}

/** Everything on the way that is not there is made. */
export function set(draft: Draft, path: readonly (string | number)[], value: unknown): Draft {
  return edited(draft, { do: 'set', path, value }, put(draft.plan, path, value))
}

/** At the end of the list there, which is made where there is none. */
export function add(draft: Draft, path: readonly (string | number)[], value: unknown): Draft {
  const list = listAt(draft, path)
  if (list.length === 0) return set(draft, path, [value])
  return edited(draft, { do: 'add', path, value }, put(draft.plan, path, [...list, value]))
}

export function remove(draft: Draft, path: readonly (string | number)[], index: number): Draft {
  const list = listAt(draft, path).toSpliced(index, 1)
  if (list.length === 0) return set(draft, path, [])
  const edit = { do: 'remove', path: [...path, index] } as const
  return edited(draft, edit, put(draft.plan, path, list))
}

export function listAt({ plan }: Draft, path: readonly (string | number)[]): readonly unknown[] {
  const value = valueAt(plan, path)
  return Array.isArray(value) ? value : []
}

function edited(draft: Draft, edit: Edit, plan: unknown): Draft {
  return { plan: isMap(plan) ? plan : draft.plan, edits: [...draft.edits, edit] }
}

function put(here: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value
  if (typeof key === 'number') {
    const list = Array.isArray(here) ? here : []
    return list.with(key, put(list[key], rest, value))
  }
  const map = isMap(here) ? here : {}
  return { ...map, [key]: put(map[key], rest, value) }
}
