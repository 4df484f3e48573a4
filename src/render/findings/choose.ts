import { type Found, worstFirst } from './standing.ts'

/** How many findings are shown at most. */
export interface Cap {
  /** Findings of one file. */
  readonly perFile: number
  readonly inAll: number
}

/** As many of the findings as the cap lets through, the worst of them, in the order in which they came. */
export function chosen(found: readonly Found[], { perFile, inAll }: Cap): ReadonlySet<Found> {
  const counts = new Map<Found['file'], number>()
  const kept = new Set<Found>()
  for (const one of worstFirst(found)) {
    if (kept.size >= inAll) break
    const count = counts.get(one.file) ?? 0
    if (count >= perFile) continue
    counts.set(one.file, count + 1)
    kept.add(one)
  }
  return kept
}
