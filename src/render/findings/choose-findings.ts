import { type FindingInFile, sortBySeverity } from './words.ts'

/** How many findings are shown at most. */
export interface FindingCap {
  /** Findings of one file. */
  readonly maxPerFile: number
  readonly maxInAll: number
}

/** As many of the findings as the cap lets through, the worst of them, in the order in which they came. */
export function chooseFindings(
  found: readonly FindingInFile[],
  { maxPerFile: perFile, maxInAll: inAll }: FindingCap,
): ReadonlySet<FindingInFile> {
  const counts = new Map<FindingInFile['file'], number>()
  const kept = new Set<FindingInFile>()
  for (const one of sortBySeverity(found)) {
    if (kept.size >= inAll) break
    const count = counts.get(one.file) ?? 0
    if (count >= perFile) continue
    counts.set(one.file, count + 1)
    kept.add(one)
  }
  return kept
}
