import type { Path } from './finding.ts'
import { isMap } from './value.ts'

/**
 * Stands in a value where something is written that was not understood, so that nobody takes it for missing. It is a symbol, so
 * that what looks for texts, numbers, lists and maps passes it by.
 */
export const unread = Symbol('unread')

/** The key of a map that tells that more keys are written in it, and nobody can say which. */
export const moreKeys = Symbol('more keys')

/** The places of what is unread under these keys, through lists on the way: an `id` of `people`, or any or all of them. */
export function listUnread(
  value: unknown,
  keys: readonly string[],
  path: Path = [],
): readonly Path[] {
  if (value === unread) return [path]
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => listUnread(item, keys, [...path, index]))
  }
  const [key, ...rest] = keys
  if (key === undefined || !isMap(value)) return []
  if (Object.hasOwn(value, key)) return listUnread(value[key], rest, [...path, key])
  return moreKeys in value ? [path] : []
}

/** A copy without what is unread: keys and items that hold it, at any depth, down to those at this one. */
export function dropUnread(value: unknown, depth: number): unknown {
  if (!isMap(value)) return value
  const kept = Object.entries(value).filter(([, item]) => !holdsUnread(item, depth))
  const inside = kept.map(([key, item]) => [key, depth > 0 ? dropUnread(item, depth - 1) : item])
  return Object.assign(Object.create(null), Object.fromEntries(inside))
}

/** Is any of a value unread? Of maps down to a depth it does not matter what they hold. */
export function holdsUnread(value: unknown, depth = 0): boolean {
  if (value === unread) return true
  if (Array.isArray(value)) return value.some((item) => holdsUnread(item))
  if (!isMap(value) || depth > 0) return false
  return moreKeys in value || Object.values(value).some((item) => holdsUnread(item))
}

/** What was refused in a file: a value, a key with what stands under it, a key that is written twice, or one that nobody knows. */
export interface RefusedPlace {
  readonly path: Path
  readonly as: 'value' | 'key' | 'repeated' | 'unknown-key'
}

/** A copy in which `unread` stands in the place of what was refused, in one walk however much that is. */
export function markUnread(value: unknown, refused: readonly RefusedPlace[]): unknown {
  const root = createBranch()
  for (const place of refused) {
    let here = root
    for (const key of place.path) here = getBranch(here, String(key))
    here.refused.add(place.as)
  }
  return markBranch(value, root)
}

/** What was refused at a place and below it. */
interface Branch {
  readonly refused: Set<RefusedPlace['as']>
  readonly inner: Map<string, Branch>
}

function createBranch(): Branch {
  return { refused: new Set(), inner: new Map() }
}

function getBranch({ inner }: Branch, key: string): Branch {
  const known = inner.get(key) ?? createBranch()
  inner.set(key, known)
  return known
}

function markBranch(value: unknown, branch: Branch): unknown {
  if (branch.refused.has('value')) return unread
  const marked = markInside(value, branch.inner)
  return branch.refused.has('repeated') ? markMore(marked) : marked
}

function markInside(value: unknown, inner: ReadonlyMap<string, Branch>): unknown {
  if (inner.size === 0) return value
  if (Array.isArray(value)) {
    return value.map((item, index) => {
      const branch = inner.get(String(index))
      return branch === undefined ? item : markBranch(item, branch)
    })
  }
  if (!isMap(value)) return unread
  const copy: Record<string | symbol, unknown> = Object.assign(Object.create(null), value)
  for (const [key, branch] of inner) {
    if (branch.refused.has('unknown-key')) delete copy[key]
    else if (branch.refused.has('key')) {
      // A key that is no id may be meant for any of them.
      delete copy[key]
      copy[moreKeys] = true
    } else copy[key] = Object.hasOwn(value, key) ? markBranch(value[key], branch) : unread
  }
  return copy
}

/** What is written twice: of two lists or maps the second may hold anything. */
function markMore(value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0) return [...value, unread]
  return isMap(value) && Object.keys(value).length > 0
    ? Object.assign(Object.create(null), value, { [moreKeys]: true })
    : unread
}
