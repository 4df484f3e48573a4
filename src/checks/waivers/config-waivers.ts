import type { Config } from '../../model/config.ts'
import type { Path, PlacedFinding } from '../../model/finding.ts'
import { valueAt } from '../../model/value.ts'
import { findPath } from './find-path.ts'
import { parsePath } from './parse-path.ts'
import type { Waiver, WaiverProblem } from './waiver.ts'

/** A waiver of the settings, held against one plan. */
export interface ConfigWaiver extends Waiver {
  /** Its place in the settings' list. */
  readonly index: number
  /** Why its path leads nowhere in this plan; null where it does. */
  readonly lost: WaiverProblem | null
}

/** The waivers of the settings as they reach into a plan. */
export function configWaivers(
  waivers: NonNullable<Config['waivers']>,
  plan: unknown,
): readonly ConfigWaiver[] {
  return waivers.map(({ path, ...waiver }, index) => {
    const segments = parsePath(path)
    const found = segments === null ? notAPath : findPath(segments, plan)
    const paths = 'lost' in found ? [] : found.paths
    const covered = (own: readonly PlacedFinding[]) =>
      own.filter((finding) => paths.some((reached) => reaches(reached, finding.path, plan)))
    const lost = 'lost' in found ? pathProblem(path, found.lost) : null
    return { ...waiver, from: 'config', index, covered, lost }
  })
}

const notAPath = { lost: 'expected one like "risks[r1].owner"' }

function pathProblem(path: string, why: string): WaiverProblem {
  return {
    id: 'waiver.unknown',
    severity: 'error',
    message: `The path "${path}" leads nowhere: ${why}`,
    fix: null,
    part: 'path',
    certain: false,
  }
}

/** Where nothing is written at the path, it reaches what is found in its stead, on what it would stand in. */
function reaches(path: Path, finding: Path, plan: unknown): boolean {
  if (liesIn(path, finding)) return true
  return finding.length > 0 && liesIn(finding, path) && isBlank(valueAt(plan, path))
}

function liesIn(outer: Path, inner: Path): boolean {
  return outer.every((key, depth) => inner[depth] === key)
}

/** As expressions see it: taken out before they look. */
function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return typeof value === 'object' && Object.keys(value).length === 0
}
