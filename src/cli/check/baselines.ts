import { isAbsolute, join } from 'node:path'
import { type BaselineEntry, baselineOf, canBeKnown, compared } from '../../checks/baseline.ts'
import { isThere } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { baselineText } from '../../render/findings/baseline-text.ts'
import { readAs, readSource, type Source } from '../source.ts'
import { candidate, type Found, judgedFiles, nameFrom } from './baseline-candidates.ts'
import { tellMissing, tellStale } from './baseline-findings.ts'
import { numbered } from './close.ts'
import { type Record, uncheckedFile } from './record.ts'
import type { CheckFlags, Settings } from './settings.ts'

export interface Known {
  readonly known: ReadonlySet<PlacedFinding>
  /** What was written, for people. */
  readonly notes: readonly string[]
}

const usualName = 'accordant.baseline.json'

/** A baseline that is named with the flag has to be there, unless it is to be written. */
export function mustBeThere({ baseline, updateBaseline = false }: CheckFlags): void {
  if (baseline === undefined || updateBaseline || isThere(baseline)) return
  throw new Fault(`There is no baseline "${baseline}"`, {
    hint: 'Write what is found now to it with --update-baseline',
  })
}

/** Holds what was found against the baseline of each file, or writes it anew. */
export function applyBaselines(book: Record, flags: CheckFlags): Known {
  const known = new Set<PlacedFinding>()
  const notes: string[] = []
  for (const [path, settings] of baselinePaths(book, flags)) {
    try {
      const own = applyOne(book, { path, settings, update: flags.updateBaseline ?? false })
      for (const finding of own.known) known.add(finding)
      notes.push(...own.notes)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      uncheckedFile(book, path, error)
    }
  }
  return { known, notes }
}

/** The baselines of this run, with the settings that they belong to. */
function baselinePaths(book: Record, flags: CheckFlags): ReadonlyMap<string, readonly Settings[]> {
  const paths = new Map<string, Settings[]>()
  for (const { settings } of book.files.values()) {
    const path = settings === null ? null : baselinePath(settings, flags)
    if (settings === null || path === null) continue
    const own = paths.get(path) ?? []
    paths.set(path, own)
    if (!own.includes(settings)) own.push(settings)
  }
  return paths
}

function baselinePath({ folder, config }: Settings, flags: CheckFlags): string | null {
  if (flags.baseline !== undefined) return flags.baseline.replaceAll('\\', '/')
  const named = config?.baseline ?? (flags.updateBaseline === true ? usualName : null)
  if (named === null || isAbsolute(named)) return named
  return join(folder, named).replaceAll('\\', '/')
}

interface One {
  readonly path: string
  readonly settings: readonly Settings[]
  readonly update: boolean
}

function applyOne(book: Record, { path, settings, update }: One): Known {
  const there = isThere(path)
  if (!there && !update) {
    tellMissing(book, settings)
    return { known: new Set(), notes: [] }
  }
  const source = there ? readSource(path) : null
  const old = source === null ? [] : readAs('baseline', source).value.findings
  const files = [...book.files].filter(
    ([, open]) => open.settings !== null && settings.includes(open.settings),
  )
  const found = files.flatMap(([file, open]) =>
    numbered(file, open)
      .filter(({ finding }) => canBeKnown(finding))
      .map((one) => candidate(one, nameFrom(path, file))),
  )
  const judged = judgedFiles(
    files.flatMap(([file]) => file),
    book,
    path,
  )
  if (update) return written(path, source, { old, found, judged })
  const { known, left } = compared(found, old)
  const stale = left.filter((index) => judged(old[index]?.file ?? ''))
  if (source !== null) tellStale(book, source, { old, stale }, settings)
  return { known: new Set([...known].map(({ finding }) => finding)), notes: [] }
}

function written(
  path: string,
  source: Source | null,
  {
    old,
    found,
    judged,
  }: {
    readonly old: readonly BaselineEntry[]
    readonly found: readonly Found[]
    readonly judged: (file: string) => boolean
  },
): Known {
  const noted = found.filter(({ waived }) => waived === null)
  const { left } = compared(found, old)
  const kept = left.flatMap((index) => old[index] ?? []).filter(({ file }) => !judged(file))
  const text = baselineText(baselineOf([...noted.map(({ entry }) => entry), ...kept]))
  if (source?.document.text !== text) writeWhole(path, text)
  const count = noted.length + kept.length
  const gone = left.length - kept.length
  const words = `${count} ${count === 1 ? 'finding is' : 'findings are'} known in "${path}"`
  return {
    known: new Set(noted.map(({ finding }) => finding)),
    notes: [
      gone === 0
        ? words
        : `${words}; ${gone} no longer found ${gone === 1 ? 'is' : 'are'} taken out`,
    ],
  }
}
