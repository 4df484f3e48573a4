import type { Config } from '../../model/config.ts'
import type { Path, PlacedFinding } from '../../model/finding.ts'
import { getValueAt } from '../../model/value.ts'
import { findPath } from './find-path.ts'
import { parsePath } from './parse-path.ts'
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
