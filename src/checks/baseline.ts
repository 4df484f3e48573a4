import type { BaselineFile } from '../model/findings-file.ts'

export type BaselineEntry = BaselineFile['findings'][number]

/** A finding as a baseline sees it. */
export interface BaselineCandidate {
  /** How it would be written, under the id that its check was first known by. */
  readonly entry: BaselineEntry
  /** Its fingerprints: the entry's, and those under every other id its check has had. */
  readonly fingerprints: readonly string[]
}

interface BaselineComparison<T extends BaselineCandidate> {
  readonly known: ReadonlySet<T>
  /** Indexes of entries that nothing was found for. */
  readonly unmatched: readonly number[]
}

/** Each entry knows one finding: of two that are equal in everything, a second one is new. */
export function compareWithBaseline<T extends BaselineCandidate>(
  found: readonly T[],
  entries: readonly BaselineEntry[],
): BaselineComparison<T> {
  const open = new Map<string, number[]>()
  for (const [index, { fingerprint }] of entries.entries()) {
    open.set(fingerprint, [...(open.get(fingerprint) ?? []), index])
  }
  const known = new Set<T>()
  const used = new Set<number>()
  for (const one of found) {
    const indexes = one.fingerprints.flatMap((fingerprint) => open.get(fingerprint) ?? [])
    const index = indexes.find((entry) => !used.has(entry))
    if (index === undefined) continue
    used.add(index)
    known.add(one)
  }
  return { known, unmatched: [...entries.keys()].filter((index) => !used.has(index)) }
}

/** The baseline of these entries: in an order that only depends on them. */
export function buildBaseline(entries: readonly BaselineEntry[]): BaselineFile {
  return { accordant: 'baseline/1', findings: entries.toSorted(compareEntries) }
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  const [first, second] = [a, b].map(({ file, path = '', id, fingerprint }) =>
    [file, path, id, fingerprint].join('\n'),
  )
  return (first ?? '') < (second ?? '') ? -1 : 1
}
