import { relative, resolve } from 'node:path'
import { foldFindings, isFoldable } from '../../checks/fold-findings.ts'
import { formatIdentity, getOriginalId, listOrdinals } from '../../checks/identity.ts'
import { hashSha256 } from '../../files/hash.ts'
import type { CheckedFile, CheckedFinding, CheckReason, CheckRun } from '../../model/check-run.ts'
import { type PlacedFinding, severities } from '../../model/finding.ts'
import { isWord } from '../load/source.ts'
import type { CheckLog, LoggedFile, LoggedFinding } from './check-log.ts'
import type { Settings } from './settings.ts'

/** A finding in its file, with what tells it from its equals. */
export interface NumberedFinding extends LoggedFinding {
  readonly open: LoggedFile
  /** As it was given. */
  readonly file: string
  /** Among the findings of its file that are equal in check and place, from 0. */
  readonly ordinal: number
}

/** The findings of a file in the order of the text, numbered among their equals. */
export function numberFindings(file: string, open: LoggedFile): readonly NumberedFinding[] {
  const inOrder = [...open.findings.values()].sort(
    ({ finding: a }, { finding: b }) => a.line - b.line || a.column - b.column,
  )
  const named = inOrder.map((kept) => ({ id: getFirstId(kept, open), steps: kept.steps }))
  const ordinals = listOrdinals(named)
  return inOrder.map((kept, index) => ({ ...kept, open, file, ordinal: ordinals[index] ?? 0 }))
}

/** The ids that a finding's check has had, the first one first. */
export function listCheckIds({ finding, open }: NumberedFinding): readonly [string, ...string[]] {
  const { id, formerly = [] } = open.settings?.known().get(finding.id) ?? { id: finding.id }
  const first = getOriginalId(id, formerly)
  return [first, ...[...formerly, id].filter((other) => other !== first)]
}

function getFirstId({ finding }: LoggedFinding, { settings }: LoggedFile): string {
  return getOriginalId(finding.id, settings?.known().get(finding.id)?.formerly)
}

/** The hash of a finding's identity: `file` is the name of its file, from wherever it has to be the same. */
export function createFingerprint(found: NumberedFinding, id: string, file: string): string {
  const { steps, ordinal } = found
  return hashIdentity(formatIdentity({ id, file, steps, ordinal }))
}

/** Does a finding fail the run? Not one that was set aside. */
export function isFailing({ files }: CheckLog, finding: CheckedFinding): boolean {
  const least = files.get(finding.file)?.settings?.failOn ?? 'error'
  if (least === 'never' || finding.waived !== null || finding.baseline) return false
  return severities.indexOf(finding.severity) <= severities.indexOf(least)
}

/** The finished run. `known` are findings that a baseline has. */
export function buildCheckRun(book: CheckLog, known: ReadonlySet<PlacedFinding>): CheckRun {
  const files = [...book.files].map(([file, open]) => buildCheckedFile(file, open, known))
  const failing = files
    .flatMap(({ findings }) => findings)
    .flatMap((finding) => (isFailing(book, finding) ? [finding.severity] : []))
  const counts = severities.flatMap((severity): readonly CheckReason[] => {
    const count = failing.filter((own) => own === severity).length
    return count === 0 ? [] : [{ code: 'findings', severity, count }]
  })
  const reasons = [...counts, ...listUnjudged(book), ...book.reasons]
  return {
    today: book.today,
    verdict: { pass: reasons.length === 0, reasons },
    isLimited: [...book.files.values()].some(
      ({ settings }) => settings !== null && isLimiting(settings),
    ),
    files,
    rules: [...book.rules.values()],
  }
}

/** Nobody takes a run that could judge nothing for one that found nothing. */
function listUnjudged({ files }: CheckLog): readonly CheckReason[] {
  const all = [...files]
  if (all.some(([, { judged }]) => judged.length > 0)) return []
  return all.flatMap(([file, { plan, settings }]): readonly CheckReason[] => {
    const isUnjudged = plan !== null && plan.unread.length > 0 && settings?.failOn !== 'never'
    return isUnjudged ? [{ code: 'nothing-judged', file }] : []
  })
}

function isLimiting({ failOn, minComplete }: Settings): boolean {
  return failOn !== 'never' || minComplete !== null
}

function buildCheckedFile(
  file: string,
  open: LoggedFile,
  known: ReadonlySet<PlacedFinding>,
): CheckedFile {
  const { kind, notBegun, judged } = open
  const address = toRelativeAddress(file)
  const unit = isWord(file) ? 'paragraph' : 'line'
  const plan = markUnread(open, address)
  const findings = numberFindings(file, open).map((found): CheckedFinding => {
    const { finding, waived } = found
    const marked = { ...finding, waived, baseline: known.has(finding) }
    const identity = isFoldable(marked) ? { ...found, steps: [], ordinal: 0 } : found
    const fingerprint = createFingerprint(identity, listCheckIds(found)[0], address)
    return { ...marked, fingerprint }
  })
  return { file, address, kind, unit, plan, notBegun, judged, findings: foldFindings(findings) }
}

/** Tells what is unread in one run from what is unread in another, and from a finding of the same check. */
function markUnread({ plan, settings }: LoggedFile, address: string): CheckedFile['plan'] {
  if (plan === null) return null
  const known = settings?.known()
  const unread = plan.unread.map((own) => {
    const id = getOriginalId(own.check, known?.get(own.check)?.formerly)
    const identity = formatIdentity({ id, file: address, steps: ['unread'], ordinal: 0 })
    return { ...own, fingerprint: hashIdentity(identity) }
  })
  return { ...plan, unread }
}

function hashIdentity(identity: string): string {
  return hashSha256(identity).slice('sha256:'.length)
}

/** From the current folder, where the file lies in it. */
function toRelativeAddress(file: string): string {
  const path = relative('', resolve(file)).replaceAll('\\', '/')
  return path.startsWith('../') || path === '' ? file : path
}
