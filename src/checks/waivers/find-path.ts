import type { Shape } from '../../model/accept.ts'
import { quotedList, suggestion } from '../../model/did-you-mean.ts'
import type { Path } from '../../model/finding.ts'
import { shapeOf } from '../../model/shapes.ts'
import { isMap } from '../../model/value.ts'
import { namedItem } from '../identity.ts'
import type { Segment } from './parse-path.ts'

/** The places that a path names, one in most cases; or why it leads nowhere. */
export type FoundPath = { readonly paths: readonly Path[] } | { readonly lost: string }

/**
 * Finds what a written path names in a plan. A key that the format has leads somewhere even where nothing is written, as what
 * is missing may be waived too. An item goes by its id, else by what names it, else by its index from 0.
 */
export function findPath(segments: readonly Segment[], plan: unknown): FoundPath {
  let here: readonly Spot[] = [{ path: [], value: plan, shape: shapeOf('plan') }]
  for (const segment of segments) {
    const next = here.map((spot) =>
      'key' in segment ? atKey(spot, segment.key) : atItem(spot, segment.item),
    )
    const found = next.flatMap((step) => ('lost' in step ? [] : step.spots))
    const lost = next.find((step) => 'lost' in step)
    if (found.length === 0 && lost !== undefined) return lost
    here = found
  }
  return { paths: here.map(({ path }) => path) }
}

interface Spot {
  readonly path: Path
  readonly value: unknown
  /** Null where anything may be written. */
  readonly shape: Shape | null
}

type Found = { readonly spots: readonly Spot[] } | { readonly lost: string }

function atKey(spot: Spot, key: string): Found {
  const { path, value, shape } = spot
  if (Array.isArray(value)) return atItem(spot, key)
  const own = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined
  const known = shape?.properties
  const next = known !== undefined && Object.hasOwn(known, key) ? known[key] : undefined
  if (own === undefined && known !== undefined && next === undefined) {
    return { lost: `there is no "${key}" in ${nameOf(path)}${suggestion(key, Object.keys(known))}` }
  }
  return { spots: [{ path: [...path, key], value: own, shape: next ?? null }] }
}

function atItem({ path, value, shape }: Spot, item: string): Found {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  const indexes = indexesOf(list, item)
  if (indexes.length === 0) {
    const names = list.flatMap((one) => namedItem(one).name ?? [])
    return { lost: `there is no "${item}" in ${nameOf(path)}${suggestion(item, names)}` }
  }
  return {
    spots: indexes.map((index) => ({
      path: [...path, index],
      value: list[index],
      shape: shape?.items ?? null,
    })),
  }
}

/** Names and indexes of lists that were looked through. */
const byName = new WeakMap<readonly unknown[], ReadonlyMap<string, readonly number[]>>()

function namesIn(list: readonly unknown[]): ReadonlyMap<string, readonly number[]> {
  const names = new Map<string, number[]>()
  for (const [index, item] of list.entries()) {
    const { name } = namedItem(item)
    if (name === null) continue
    const same = names.get(name) ?? []
    names.set(name, same)
    same.push(index)
  }
  return names
}

function indexesOf(list: readonly unknown[], item: string): readonly number[] {
  const names = byName.get(list) ?? namesIn(list)
  byName.set(list, names)
  const named = names.get(item) ?? []
  const index = /^\d+$/.test(item) ? Number(item) : list.length
  return named.length === 0 && index < list.length ? [index] : named
}

function nameOf(path: Path): string {
  return path.length === 0 ? 'a plan' : quotedList([String(last(path))])
}

function last(path: Path): string | number {
  return path.at(-1) ?? '.'
}
