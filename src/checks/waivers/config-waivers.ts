import type { JsonSchema } from '../../model/compile-json-schema.ts'
import type { Config } from '../../model/config.ts'
import { suggestWord } from '../../model/did-you-mean.ts'
import { findFastPathSchema } from '../../model/fast-path-schemas.ts'
import type { Path, PlacedFinding } from '../../model/finding.ts'
import { getValueAt, isMap } from '../../model/value.ts'
import type { Message } from '../../words/message.ts'
import { getItemIdentity } from '../identity.ts'
import { createWaiverIssue, type Waiver, type WaiverIssue } from './waiver.ts'

/** A waiver of the settings, applied to one plan. */
export interface ConfigWaiver extends Waiver {
  /** Its place in the settings' list. */
  readonly index: number
  /** Why its path leads nowhere in this plan; null where it does. */
  readonly pathIssue: WaiverIssue | null
}

/** The waivers of the settings as they reach into a plan. */
export function resolveConfigWaivers(
  waivers: NonNullable<Config['waivers']>,
  plan: unknown,
): readonly ConfigWaiver[] {
  return waivers.map(({ path, ...waiver }, index) => {
    const segments = parsePath(path)
    const found = segments === null ? invalidPath : findPath(segments, plan)
    const paths = 'lost' in found ? [] : found.paths
    const covered = (own: readonly PlacedFinding[]) =>
      own.filter((finding) => paths.some((reached) => isReached(reached, finding.path, plan)))
    const lost =
      'lost' in found
        ? createWaiverIssue(
            'waiver.unknown',
            'path',
            { say: 'waiver-path-lost', path, why: found.lost },
            null,
            false,
          )
        : null
    return { ...waiver, from: 'config', index, covered, pathIssue: lost }
  })
}

const invalidPath = { lost: { say: 'path-unreadable' } } as const

/** Where nothing is written at the path, it reaches what is found instead, on the parent. */
function isReached(path: Path, finding: Path, plan: unknown): boolean {
  if (isInside(path, finding)) return true
  return finding.length > 0 && isInside(finding, path) && isBlank(getValueAt(plan, path))
}

function isInside(outer: Path, inner: Path): boolean {
  return outer.every((key, depth) => inner[depth] === key)
}

/** As expressions see it: taken out before they look. */
function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** The places that a path names, one in most cases; or why it leads nowhere. */
type PathMatch = { readonly paths: readonly Path[] } | { readonly lost: Message }

/** Finds what a path names in a plan. A key of the format leads somewhere even where nothing is written: that may be waived too. */
export function findPath(segments: readonly PathSegment[], plan: unknown): PathMatch {
  let here: readonly PlanPosition[] = [{ path: [], value: plan, shape: findFastPathSchema('plan') }]
  for (const segment of segments) {
    const next = here.map((spot) =>
      'key' in segment ? findAtKey(spot, segment.key) : findAtItem(spot, segment.item),
    )
    const found = next.flatMap((step) => ('lost' in step ? [] : step.spots))
    const lost = next.find((step) => 'lost' in step)
    if (found.length === 0 && lost !== undefined) return lost
    here = found
  }
  return { paths: here.map(({ path }) => path) }
}

interface PlanPosition {
  readonly path: Path
  readonly value: unknown
  /** Null where anything may be written. */
  readonly shape: JsonSchema | null
}

type PositionMatch = { readonly spots: readonly PlanPosition[] } | { readonly lost: Message }

function findAtKey(spot: PlanPosition, key: string): PositionMatch {
  const { path, value, shape } = spot
  if (Array.isArray(value)) return findAtItem(spot, key)
  const own = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined
  const known = shape?.properties
  const next = known !== undefined && Object.hasOwn(known, key) ? known[key] : undefined
  if (own === undefined && known !== undefined && next === undefined) {
    return { lost: createLostMessage(path, key, Object.keys(known)) }
  }
  return { spots: [{ path: [...path, key], value: own, shape: next ?? null }] }
}

function findAtItem({ path, value, shape }: PlanPosition, item: string): PositionMatch {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  const indexes = listIndexes(list, item)
  if (indexes.length === 0) {
    const names = list.flatMap((one) => getItemIdentity(one).name ?? [])
    return { lost: createLostMessage(path, item, names) }
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
const indexesByList = new WeakMap<readonly unknown[], ReadonlyMap<string, readonly number[]>>()

function groupIndexesByName(list: readonly unknown[]): ReadonlyMap<string, readonly number[]> {
  const names = new Map<string, number[]>()
  for (const [index, item] of list.entries()) {
    const { name } = getItemIdentity(item)
    if (name === null) continue
    const same = names.get(name) ?? []
    names.set(name, same)
    same.push(index)
  }
  return names
}

function listIndexes(list: readonly unknown[], item: string): readonly number[] {
  const names = indexesByList.get(list) ?? groupIndexesByName(list)
  indexesByList.set(list, names)
  const named = names.get(item) ?? []
  const index = /^\d+$/.test(item) ? Number(item) : list.length
  return named.length === 0 && index < list.length ? [index] : named
}

function createLostMessage(parentPath: Path, key: string, known: readonly string[]): Message {
  const parent = parentPath.at(-1)
  const hint = suggestWord(key, known)
  return parent === undefined
    ? { say: 'path-lost-in-plan', key, hint }
    : { say: 'path-lost', parent: String(parent), key, hint }
}

/** A key (or an item, where a list stands), or what names an item of a list. */
type PathSegment = { readonly key: string } | { readonly item: string }

/** Reads `risks[r1].owner` (or `risks.r1.owner`); `.` is the whole file. Null where it is no path. */
export function parsePath(text: string): readonly PathSegment[] | null {
  const path = text.trim()
  if (path === '.') return []
  const segments: PathSegment[] = []
  let rest = `.${path}`
  while (rest !== '') {
    const [whole, key, item] =
      /^\.([^.[\]]+)|^\[(.+?)\](?=$|[.[])/.exec(rest) ?? ([] as (string | undefined)[])
    if (whole === undefined) return null
    segments.push(key === undefined ? { item: (item ?? '').trim() } : { key: key.trim() })
    rest = rest.slice(whole.length)
  }
  return segments
}
