import { resolve } from 'node:path'
import { type IdentityStep, toIdentitySteps } from '../../checks/identity.ts'
import type {
  AppliedWaiver,
  CheckReason,
  MissedPlanLimit,
  PlanScore,
  Rule,
} from '../../model/check-run.ts'
import type { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import type { Kind } from '../../model/kind-names.ts'
import type { Check } from '../../model/questionnaire.ts'
import { isAtLeast } from '../../scoring/numbers.ts'
import type { Source } from '../load/source.ts'
import { type Inspection, noChecks } from './inspection.ts'
import type { Settings } from './settings.ts'

/** What a run has found so far. */
export interface CheckLog {
  readonly today: string
  readonly files: Map<string, LoggedFile>
  readonly rules: Map<string, Rule>
  readonly reasons: CheckReason[]
  readonly faults: Fault[]
  /** The checks that the last plan was judged by. */
  judged: readonly string[]
}

export interface LoggedFile {
  kind: Kind | null
  plan: PlanScore | null
  notBegun: boolean
  judged: readonly string[]
  unread: ReadonlySet<string>
  /** Those of the file; of the file it belongs to, where only that was checked; null where they are broken. */
  settings: Settings | null
  /** Was it checked itself, rather than met in checking another? */
  checked: boolean
  /** By what they say and where, as the same may be found twice. */
  findings: Map<string, LoggedFinding>
}

export interface LoggedFinding {
  readonly finding: PlacedFinding
  readonly waived: AppliedWaiver | null
  /** Its path by name. */
  readonly steps: readonly IdentityStep[]
}

export function createCheckLog(today: string): CheckLog {
  return { today, files: new Map(), rules: new Map(), reasons: [], faults: [], judged: [] }
}

/** A file that could not be checked at all. The cause may be in another file, such as its settings. */
export function addUncheckedFile(book: CheckLog, file: string, fault: Fault): void {
  if (!book.faults.includes(fault)) book.faults.push(fault)
  for (const finding of fault.findings) addFinding(book, finding, null)
  book.reasons.push({ code: 'unchecked', file, message: fault.reason })
}

/** Notes what a file shows, and what of it is set aside; findings may be in other files that belong to it. */
export function addInspection(
  book: CheckLog,
  source: Source,
  inspected: Inspection,
  settings: Settings,
  waived: ReadonlyMap<PlacedFinding, AppliedWaiver>,
): void {
  const own = getLoggedFile(book, source.file, settings)
  own.kind = inspected.kind
  own.plan = inspected.planScore
  own.notBegun = inspected.notBegun
  own.judged = shareJudged(book, inspected.judged)
  own.unread = inspected.unread
  own.settings = settings
  own.checked = true
  for (const check of inspected.checks) {
    if (!book.rules.has(check.id)) book.rules.set(check.id, toRule(check))
  }
  book.reasons.push(...listMissedLimits(source.file, inspected, settings))
  for (const finding of inspected.findings) {
    const value = finding.file === source.file ? source.document.partial : undefined
    addFinding(book, finding, settings, value, waived.get(finding) ?? null)
  }
}

/** A plan without a score misses its limit: nobody can say that it is complete enough. */
function listMissedLimits(
  file: string,
  { kind, planScore }: Inspection,
  { minComplete }: Settings,
): readonly MissedPlanLimit[] {
  if (kind !== 'plan' || minComplete === null) return []
  const value = planScore?.score.value ?? null
  if (value !== null && isAtLeast(value / 100, minComplete / 100)) return []
  return [{ code: 'limit', file, option: 'minComplete', value, needs: minComplete }]
}

function toRule({ id, title, why, fix }: Check): Rule {
  return { id, texts: { title, why: why ?? null, fix: fix ?? null } }
}

/** Most plans are judged by the same checks: of thousands of equal lists, one is kept. */
function shareJudged(book: CheckLog, judged: readonly string[]): readonly string[] {
  const { length } = judged
  const same = length === book.judged.length && judged.every((id, at) => id === book.judged[at])
  if (!same) book.judged = judged
  return book.judged
}

/** Notes findings in a file of ours that was used, and perhaps checked under another name. */
export function addRelatedFindings(
  book: CheckLog,
  { file, document }: Source,
  found: { readonly kind: Kind; readonly findings: readonly PlacedFinding[] },
  settings: Settings,
): void {
  const same = [...book.files.keys()].find((other) => resolve(other) === resolve(file)) ?? file
  if (!book.files.has(same) && found.findings.length > 0) {
    getLoggedFile(book, same, settings).kind = found.kind
  }
  for (const finding of found.findings) {
    addFinding(book, { ...finding, file: same }, settings, document.value)
  }
}

/** Notes what was found in a file; the same finding at the same place counts once. */
export function addFinding(
  book: CheckLog,
  finding: PlacedFinding,
  settings: Settings | null,
  value?: unknown,
  waived: AppliedWaiver | null = null,
): void {
  const open = getLoggedFile(book, finding.file, settings)
  if (open.findings === noFindings) open.findings = new Map()
  const { findings } = open
  const { id, line, column, message, path } = finding
  const key = `${line}:${column} ${id} ${JSON.stringify(message)}`
  if (findings.has(key)) return
  findings.set(key, { finding, waived, steps: toIdentitySteps(value, path) })
  if (!book.rules.has(id)) book.rules.set(id, { id, texts: null })
}

function getLoggedFile({ files }: CheckLog, file: string, settings: Settings | null): LoggedFile {
  const known = files.get(file)
  if (known !== undefined) return known
  const nothing = { kind: null, plan: null, notBegun: false, judged: [], checked: false }
  const open = { ...nothing, unread: noChecks, settings, findings: noFindings }
  files.set(file, open)
  return open
}

/** Of the many files in which nothing is found. */
const noFindings = new Map<string, LoggedFinding>()
