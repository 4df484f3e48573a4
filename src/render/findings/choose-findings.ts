import type { CheckedFinding } from '../../model/check-run.ts'
import { sortBySeverity } from './words.ts'

/** How many findings are shown at most. */
export interface FindingCap {
  /** Findings of one file. */
  readonly maxPerFile: number
  readonly maxInAll: number
}

/** As many of the findings as the cap lets through, the worst of them, in the order in which they came. */
export function chooseFindings(
  found: readonly CheckedFinding[],
  { maxPerFile: perFile, maxInAll: inAll }: FindingCap,
): ReadonlySet<CheckedFinding> {
  const counts = new Map<string, number>()
  const kept = new Set<CheckedFinding>()
  for (const one of sortBySeverity(found)) {
    if (kept.size >= inAll) break
    const count = counts.get(one.file) ?? 0
    if (count >= perFile) continue
    counts.set(one.file, count + 1)
    kept.add(one)
  }
  return kept
}
