import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import {
  type BaselineCandidate,
  type BaselineEntry,
  buildBaseline,
  compareWithBaseline,
} from '../../checks/baseline.ts'
import { formatIdentityPath } from '../../checks/identity.ts'
import { canBeWaived } from '../../checks/waivers/apply-waivers.ts'
import { refuseSharedFile } from '../../files/same-file.ts'
import { isNameTaken } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { Fault } from '../../model/fault.ts'
import { createFinding, createUnknownReference, type PlacedFinding } from '../../model/finding.ts'
import type { BaselineFile } from '../../model/findings-file.ts'
import type { Message } from '../../words/message.ts'
import { type OutputFile, refuseInputsAsOutputs } from '../load/safe-outputs.ts'
import { readAs, readSource, type Source } from '../load/source.ts'
import {
  createFingerprint,
  listCheckIds,
  type NumberedFinding,
  numberFindings,
} from './build-check-run.ts'
import {
  addRelatedFindings,
  addUncheckedFile,
  type CheckLog,
  type LoggedFile,
} from './check-log.ts'
import type { CheckFlags, Settings } from './settings.ts'

interface KnownFindings {
  readonly known: ReadonlySet<PlacedFinding>
  /** What was written, for people. */
  readonly notes: readonly Message[]
}

const defaultBaselineName = 'accordant.baseline.json'

/** A baseline that is named with the flag has to be there, unless it is to be written. */
export function requireBaseline({ baseline, updateBaseline = false }: CheckFlags): void {
  if (baseline === undefined || updateBaseline || isNameTaken(baseline)) return
  throw new Fault({ say: 'baseline-missing', path: baseline }, { say: 'baseline-missing-hint' })
}

/** Compares what was found with the baseline of each file, or writes a new one. */
export function applyBaselines(book: CheckLog, flags: CheckFlags & BaselineWriter): KnownFindings {
  const known = new Set<PlacedFinding>()
  const notes: Message[] = []
  const baselines = groupSettingsByBaseline(book, flags)
  if (flags.updateBaseline === true) {
    refuseSharedFile([...flags.outputs.map(({ file }) => file), ...baselines.keys()])
    refuseInputsAsOutputs(flags.outputs)
  }
  for (const [path, settings] of baselines) {
    try {
      const own = applyBaseline(book, path, settings, flags)
      for (const finding of own.known) known.add(finding)
      notes.push(...own.notes)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      addUncheckedFile(book, path, error)
    }
  }
  return { known, notes }
}

/** The baselines of this run, with the settings that they belong to. */
function groupSettingsByBaseline(
  book: CheckLog,
  flags: CheckFlags,
): ReadonlyMap<string, readonly Settings[]> {
  const paths = new Map<string, Settings[]>()
  for (const { settings } of book.files.values()) {
    const path = settings === null ? null : resolveBaselinePath(settings, flags)
    if (settings === null || path === null) continue
    const own = paths.get(path) ?? []
    paths.set(path, own)
    if (!own.includes(settings)) own.push(settings)
  }
  return paths
}

function resolveBaselinePath({ folder, config }: Settings, flags: CheckFlags): string | null {
  if (flags.baseline !== undefined) return flags.baseline.replaceAll('\\', '/')
  const named = config?.baseline ?? (flags.updateBaseline === true ? defaultBaselineName : null)
  if (named === null || isAbsolute(named)) return named
  return join(folder, named).replaceAll('\\', '/')
}

export interface BaselineWriter {
  readonly renderBaseline: (file: BaselineFile) => string
  /** What else will be written when the run is known. One that is a file of the run is a fault. */
  readonly outputs: readonly OutputFile[]
}

function applyBaseline(
  book: CheckLog,
  path: string,
  settings: readonly Settings[],
  { updateBaseline: update = false, renderBaseline }: CheckFlags & BaselineWriter,
): KnownFindings {
  const there = isNameTaken(path)
  if (!there && !update) {
    addMissingBaselineFindings(book, settings)
    return { known: new Set(), notes: [] }
  }
  const source = there ? readSource(path) : null
  const old = source === null ? [] : readAs('baseline', source).value.findings
  const files = [...book.files].filter(
    ([, open]) => open.settings !== null && settings.includes(open.settings),
  )
  const found = files.flatMap(([file, open]) => listCandidates(file, open, path))
  const judged = createJudgedFilter(
    files.map(([file]) => file),
    book,
    path,
  )
  const { known, unmatched } = compareWithBaseline(found, old)
  if (!update) {
    const stale = unmatched.filter((index) => judged(old[index]))
    if (source !== null) addStaleEntryFindings(book, source, old, stale, settings)
    return { known: new Set([...known].map(({ finding }) => finding)), notes: [] }
  }
  const noted = found.filter(({ waived }) => waived === null)
  const kept = unmatched.flatMap((index) => old[index] ?? []).filter((entry) => !judged(entry))
  const text = renderBaseline(buildBaseline([...noted.map(({ entry }) => entry), ...kept]))
  if (source?.document.text !== text) writeWhole(path, text)
  const listed = noted.length + kept.length
  const gone = unmatched.length - kept.length
  return {
    known: new Set(noted.map(({ finding }) => finding)),
    notes: [{ say: 'baseline-written', path, listed, gone }],
  }
}

/** Settings that name a baseline say where they do so. */
function addMissingBaselineFindings(book: CheckLog, settings: readonly Settings[]): void {
  for (const own of settings) {
    const { source, config } = own
    if (source === null) continue
    const finding = createUnknownReference(
      ['baseline'],
      { say: 'baseline-missing', path: config?.baseline ?? '' },
      { say: 'baseline-setting-hint' },
    )
    const findings = [source.document.place(finding)]
    addRelatedFindings(book, source, { kind: 'config', findings }, own)
  }
}

/** Entries that nothing was found for, each at its line. */
function addStaleEntryFindings(
  book: CheckLog,
  source: Source,
  old: readonly BaselineEntry[],
  stale: readonly number[],
  [settings]: readonly Settings[],
): void {
  if (settings === undefined) return
  const findings = stale.map((index) => {
    const { id = '', file = '', path } = old[index] ?? {}
    const message: Message =
      path === undefined || path === '.'
        ? { say: 'baseline-entry-gone', id, file }
        : { say: 'baseline-place-gone', id, path, file }
    return source.document.place(
      createFinding('baseline.stale', ['findings', index], message, {
        severity: 'warning',
        fix: { say: 'remove-baseline-entry' },
      }),
    )
  })
  addRelatedFindings(book, source, { kind: 'baseline', findings }, settings)
}

/** A finding that a baseline may hold. */
type CandidateFinding = BaselineCandidate & NumberedFinding

function listCandidates(file: string, open: LoggedFile, path: string) {
  const name = toBaselineFileName(path, file)
  const known = numberFindings(file, open).filter(({ finding }) => canBeWaived(finding))
  return known.map((one) => toCandidateFinding(one, name))
}

/** `file` is its file's name from the baseline's folder. */
function toCandidateFinding(found: NumberedFinding, file: string): CandidateFinding {
  const [id, ...others] = listCheckIds(found)
  const fingerprint = createFingerprint(found, id, file)
  return {
    ...found,
    entry: { file, id: found.finding.id, path: formatIdentityPath(found.steps), fingerprint },
    fingerprints: [fingerprint, ...others.map((other) => createFingerprint(found, other, file))],
  }
}

/** Of which entries can be said that their finding is gone? Of those that were checked to the end, and those of files that are gone. */
function createJudgedFilter(files: readonly string[], book: CheckLog, path: string) {
  const judged = new Map<string, LoggedFile>()
  for (const file of files) {
    const open = book.files.get(file)
    if (open?.checked === true && !open.notBegun) judged.set(toBaselineFileName(path, file), open)
  }
  return (entry: BaselineEntry | undefined) => {
    const { file = '', id = '' } = entry ?? {}
    const open = judged.get(file)
    return open === undefined ? !isNameTaken(join(dirname(path), file)) : isJudged(open, id)
  }
}

/**
 * Where some of a plan was not understood, its checks that needed none of that were judged all the same. What a finding is known by
 * may be unread too, so one that is still found may be the entry's.
 */
function isJudged(open: LoggedFile, id: string): boolean {
  const found = [...open.findings.values()].map(({ finding }) => finding)
  const stopped = found.some(
    (finding) => /^(?:yaml|schema)\./.test(finding.id) && finding.severity === 'error',
  )
  if (!stopped) return true
  const check = open.settings?.known().get(id)?.id
  if (open.plan === null || check === undefined || open.unread.has(check)) return false
  return !found.some((finding) => finding.id === check)
}

/** The name of a file from the baseline's folder. */
function toBaselineFileName(path: string, file: string): string {
  return relative(dirname(resolve(path)), resolve(file)).replaceAll('\\', '/')
}
