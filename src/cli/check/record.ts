import { relative, resolve } from 'node:path'
import { sha256 } from '../../files/hash.ts'
import type {
  CheckedFile,
  CheckedFinding,
  CheckReason,
  CheckRun,
  PlanStanding,
  Rule,
} from '../../model/check-run.ts'
import type { Fault } from '../../model/fault.ts'
import type { PlacedFinding, Severity } from '../../model/finding.ts'
import { findingTitles } from '../../model/finding-ids.ts'
import type { Kind } from '../../model/kind-names.ts'
import type { Source } from '../source.ts'
import type { Inspected } from './inspected.ts'
import type { FailOn, Settings } from './settings.ts'

/** What a run has found so far. */
export interface Record {
  readonly today: string
  readonly files: Map<string, OpenFile>
  readonly rules: Map<string, Rule>
  readonly reasons: CheckReason[]
  readonly faults: Fault[]
  /** Findings that fail the run, by severity. */
  readonly failing: Map<Severity, number>
  /** By file. */
  readonly failOn: Map<string, FailOn>
}

interface OpenFile {
  kind: Kind | null
  plan: PlanStanding | null
  judged: readonly string[]
  /** By what they say and where, as the same may be found twice. */
  readonly findings: Map<string, CheckedFinding>
}

export function newRecord(today: string): Record {
  return {
    today,
    files: new Map(),
    rules: new Map(),
    reasons: [],
    faults: [],
    failing: new Map(),
    failOn: new Map(),
  }
}

/** A file that could not be checked at all. What stands in its way may be wrong in other files, such as its settings. */
export function uncheckedFile(book: Record, file: string, fault: Fault): void {
  if (!book.faults.includes(fault)) book.faults.push(fault)
  for (const finding of fault.findings) addFinding(book, finding, 'error')
  book.reasons.push({ code: 'unchecked', file, message: fault.message })
}

/** Notes what a file shows; findings may stand in other files that belong to it. */
export function record(
  book: Record,
  source: Source,
  inspected: Inspected,
  settings: Settings,
): void {
  const own = fileIn(book, source.file)
  own.kind = inspected.kind
  own.plan = inspected.standing
  own.judged = inspected.judged
  for (const rule of inspected.rules) book.rules.set(rule.id, rule)
  for (const { option, ...missed } of inspected.missed) {
    if (option !== 'noWorseThan') book.reasons.push({ ...missed, option, file: source.file })
  }
  for (const finding of inspected.findings) addFinding(book, finding, settings.failOn)
}

function addFinding(book: Record, finding: PlacedFinding, failOn: FailOn): void {
  const { findings } = fileIn(book, finding.file)
  const { id, line, column, message, severity, file, path } = finding
  const key = `${line}:${column} ${id} ${message}`
  if (findings.has(key)) return
  const fingerprint = sha256([id, addressOf(file), ...path].join('\n')).slice('sha256:'.length)
  const checked = { ...finding, waived: null, baseline: false, fingerprint }
  findings.set(key, checked)
  if (!book.failOn.has(file)) book.failOn.set(file, failOn)
  if (!book.rules.has(id)) {
    book.rules.set(id, { id, title: findingTitles[id] ?? id, why: null, fix: null })
  }
  if (fails(book, checked)) book.failing.set(severity, (book.failing.get(severity) ?? 0) + 1)
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** Does a finding fail the run? Not one that was set aside. */
export function fails({ failOn }: Record, finding: CheckedFinding): boolean {
  const least = failOn.get(finding.file) ?? 'error'
  if (least === 'never' || finding.waived !== null || finding.baseline) return false
  return severities.indexOf(finding.severity) <= severities.indexOf(least)
}

function fileIn({ files }: Record, file: string): OpenFile {
  const open = files.get(file) ?? { kind: null, plan: null, judged: [], findings: new Map() }
  files.set(file, open)
  return open
}

/** The finished run. */
export function closed(book: Record): CheckRun {
  const counts = severities.flatMap((severity): readonly CheckReason[] => {
    const count = book.failing.get(severity) ?? 0
    return count === 0 ? [] : [{ code: 'findings', severity, count }]
  })
  const reasons = [...counts, ...book.reasons]
  return {
    today: book.today,
    verdict: { pass: reasons.length === 0, reasons },
    files: [...book.files].map(([file, open]) => closedFile(file, open)),
    rules: [...book.rules.values()],
  }
}

function closedFile(file: string, { findings, ...open }: OpenFile): CheckedFile {
  return {
    ...open,
    file,
    address: addressOf(file),
    findings: [...findings.values()].sort((a, b) => a.line - b.line || a.column - b.column),
  }
}

/** From the current folder, where the file lies in it. */
export function addressOf(file: string): string {
  const path = relative('', resolve(file)).replaceAll('\\', '/')
  return path.startsWith('../') || path === '' ? file : path
}
