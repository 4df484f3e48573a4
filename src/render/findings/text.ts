import type { CheckedFile, CheckedFinding, CheckRun } from '../../model/check-run.ts'
import { type Severity, severities } from '../../model/finding.ts'
import { makeVisible, makeVisibleLine } from '../../model/visible.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import { wrapLine } from '../wrap-line.ts'
import { chooseFindings, type FindingCap } from './choose-findings.ts'
import {
  countRunFiles,
  countSetAside,
  describeFileReason,
  describeOtherLines,
  describeRead,
  describeUnread,
  formatCheckVerdictLine,
  formatPlanFigures,
  formatSeverityCounts,
  formatShare,
  isActive,
  isFileReason,
  listRunFindings,
  listUnreadTopics,
} from './words.ts'

interface FindingsTextOptions {
  readonly paint?: FindingPaint
  /** Null for no cap. */
  readonly cap?: FindingCap | null
  /** How wide a line may get; not said where nobody sees the end of it. */
  readonly columns?: number | undefined
}

/**
 * For people: what is wrong, file by file in the order of the text, the worst if there is too much of it; how complete each plan
 * is; and the verdict as the last line. No line begins with text that came from a file.
 */
export function renderFindingsText(
  run: CheckRun,
  { paint = plainPaint, cap = defaultCap, columns = Infinity }: FindingsTextOptions = {},
): string {
  const found = listRunFindings(run).filter(isActive)
  const shown = chooseFindings(found, cap ?? { maxPerFile: Infinity, maxInAll: Infinity })
  const limited = new Set(run.verdict.reasons.filter(isFileReason).map(({ file }) => file))
  const quiet = cap === null ? [] : run.files.filter((file) => isQuiet(file, limited))
  const left = new Set(quiet.length > maxQuietPlans ? quiet : [])
  const blocks = run.files
    .filter((file) => !left.has(file))
    .map((file) => buildFileBlock(file, { run, paint, shown, columns }))
  const summary = [
    ...buildReasonLines(run),
    ...(left.size === 0 ? [] : [sayFindings({ say: 'quiet-plans', number: left.size })]),
    ...buildTotalLines(run, shown.size),
    paintVerdict(run, paint),
  ]
  return [...blocks.filter((lines) => lines.length > 0), summary]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

/** Of this many plans in which nothing is found, the scores are still read. */
const maxQuietPlans = 20

function isQuiet({ file, plan, findings }: CheckedFile, limited: ReadonlySet<string>): boolean {
  const isRead = plan !== null && plan.unread.length === 0
  return isRead && !findings.some(isActive) && !limited.has(file)
}

const defaultCap: FindingCap = { maxPerFile: 50, maxInAll: 200 }

const keepUnpainted = (words: string): string => words
const plainPaint: FindingPaint = {
  error: keepUnpainted,
  warning: keepUnpainted,
  info: keepUnpainted,
  dim: keepUnpainted,
  bold: keepUnpainted,
}

interface FileLayout {
  readonly run: CheckRun
  readonly paint: FindingPaint
  readonly shown: ReadonlySet<CheckedFinding>
  readonly columns: number
}

function buildFileBlock(
  file: CheckedFile,
  { run, paint, shown, columns }: FileLayout,
): readonly string[] {
  const active = file.findings.filter((one) => isActive(one) && one.absent !== true)
  const absent = file.findings.filter((one) => isActive(one) && one.absent === true)
  if (active.length === 0 && file.plan === null && !file.notBegun) return []
  const here = active.filter((finding) => shown.has(finding))
  const width = here.reduce(
    (widest, finding) => Math.max(widest, formatLineAndColumn(finding).length),
    0,
  )
  const rest = active.filter((finding) => !shown.has(finding))
  return [
    ...formatFileTitle(file, columns).map(paint.bold),
    ...here.flatMap((finding, index) =>
      buildFindingLines(finding, here[index - 1], { width, paint, columns }),
    ),
    ...(rest.length === 0
      ? []
      : [
          `  ${sayFindings({ say: 'more-in-file', number: rest.length, counts: formatSeverityCounts(rest) })}`,
        ]),
    ...buildDocumentLines(
      file,
      absent.filter((finding) => shown.has(finding)),
      absent,
      {
        run,
        paint,
        columns,
      },
    ),
    ...buildPlanLines(file, run, columns),
  ]
}

/** What of a document is left to people, and what it does not deal with. */
function buildDocumentLines(
  file: CheckedFile,
  shown: readonly CheckedFinding[],
  absent: readonly CheckedFinding[],
  { run, paint, columns }: Omit<FileLayout, 'shown'>,
): readonly string[] {
  const topics = listUnreadTopics(file, run)
  const group = (head: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [...wrapLine(`  ${head}:`, columns, 4).map(paint.bold), ...lines]
  return [
    ...group(
      sayFindings({ say: 'to-look-at', number: topics.length }),
      topics.flatMap(({ title, place, check }) =>
        wrapLine(`    ${title}: ${place}  [${makeVisibleLine(check)}]`, columns, indentWidth).map(
          (line) => dimId(line, makeVisibleLine(check), paint),
        ),
      ),
    ),
    ...group(
      sayFindings({ say: 'found-nowhere', number: absent.length }),
      shown.flatMap(({ severity, message, id }) => {
        const word = sayFindings({ say: `severity-${severity}` }).padEnd(severityWidth)
        const text = `    ${word}  ${makeVisibleLine(say(message))}  [${makeVisibleLine(id)}]`
        return wrapLine(text, columns, indentWidth).map((line) =>
          dimId(line, makeVisibleLine(id), paint),
        )
      }),
    ),
  ]
}

function formatFileTitle({ file, notBegun }: CheckedFile, columns: number): readonly string[] {
  const name = makeVisibleLine(file)
  return notBegun ? wrapLine(`${name}: ${sayFindings({ say: 'not-begun' })}`, columns, 2) : [name]
}

function buildPlanLines(file: CheckedFile, run: CheckRun, columns: number): readonly string[] {
  const { plan } = file
  if (plan === null) return []
  const figures = formatPlanFigures(file, plan, run)
  const unread = plan.document === null ? describeUnread(file) : describeRead(plan)
  const assumed =
    plan.document?.isAssumed === true ? sayFindings({ say: 'document-assumed' }) : null
  const shares =
    plan.score.reason === 'unread'
      ? []
      : plan.dimensions.map(({ id, score }) => `${makeVisibleLine(id)} ${formatShare(score)}`)
  return [
    ...wrapLine(
      `  ${sayFindings({ say: 'written-plan', figures, stage: plan.stage })}`,
      columns,
      4,
    ),
    ...[unread, assumed].flatMap((line) =>
      line === null ? [] : wrapLine(`  ${line}`, columns, 4),
    ),
    ...(shares.length === 0
      ? []
      : wrapLine(`    ${sayFindings({ say: 'by-dimension', shares })}`, columns, 6)),
  ]
}

function buildReasonLines(run: CheckRun): readonly string[] {
  return run.verdict.reasons
    .filter(isFileReason)
    .map((reason) => makeVisibleLine(`${reason.file}: ${describeFileReason(run, reason)}`))
}

function buildTotalLines(run: CheckRun, shown: number): readonly string[] {
  const found = listRunFindings(run)
  const active = found.filter(isActive)
  const aside = countSetAside(found)
  if (run.files.length === 0) return [sayFindings(countRunFiles(run))]
  return [
    sayFindings({
      say: 'run-total',
      files: countRunFiles(run),
      found: active.length === 0 ? { say: 'nothing-found' } : formatSeverityCounts(active),
      shown: shown < active.length ? shown : null,
    }),
    ...(aside.length === 0
      ? []
      : [sayFindings({ say: 'not-shown', counts: { say: 'list', items: aside } })]),
  ]
}

function paintVerdict(run: CheckRun, paint: FindingPaint): string {
  return (run.verdict.pass ? paint.bold : paint.error)(formatCheckVerdictLine(run))
}

/** The ways in which text stands out. All of it reads as well without. */
export type FindingPaint = Readonly<Record<Severity | 'dim' | 'bold', (text: string) => string>>

interface FindingLayout {
  /** Of the widest place beside it. */
  readonly width: number
  readonly paint: FindingPaint
  readonly columns: number
}

/** A finding for people. The excerpt is shown once for findings in a row at the same place, and only where it fits. */
function buildFindingLines(
  finding: CheckedFinding,
  before: CheckedFinding | undefined,
  { width, paint, columns }: FindingLayout,
): readonly string[] {
  const { severity, message, id, excerpt, fix } = finding
  const otherLines = describeOtherLines(finding)
  const place = formatLineAndColumn(finding).padEnd(width)
  const word = sayFindings({ say: `severity-${severity}` }).padEnd(severityWidth)
  const [first = '', ...others] = wrapLine(
    `  ${place}  ${word}  ${makeVisibleLine(say(message))}  [${makeVisibleLine(id)}]`,
    columns,
    indentWidth,
  )
  const start = `  ${place}  `.length
  const painted = first.slice(0, start) + paint[severity](word) + first.slice(start + word.length)
  return [
    ...[painted, ...others].map((line) => dimId(line, makeVisibleLine(id), paint)),
    ...listExcerptLines(excerpt, finding.line === before?.line ? before.excerpt : '', columns).map(
      (line) => `    ${paint.dim(line)}`,
    ),
    ...(otherLines === null ? [] : wrapLine(indent + otherLines, columns)),
    ...(fix === null ? [] : wrapLine(indent + sayFix(say(fix)), columns)),
  ]
}

function sayFix(fix: string): string {
  return sayFindings({ say: 'fix', fix: makeVisibleLine(fix) })
}

function formatLineAndColumn({ line, column }: CheckedFinding): string {
  return `${line}:${column}`
}

const severityWidth = Math.max(
  ...severities.map((severity) => sayFindings({ say: `severity-${severity}` }).length),
)

const indentWidth = 6
const indent = ' '.repeat(indentWidth)

function listExcerptLines(excerpt: string, before: string, columns: number): readonly string[] {
  const lines = makeVisible(excerpt).split('\n')
  const fits = lines.every(({ length }) => length + 4 <= columns)
  return excerpt === '' || excerpt === before || !fits ? [] : lines
}

/** The id stands at the end. */
function dimId(line: string, id: string, paint: FindingPaint): string {
  const end = `[${id}]`
  return line.endsWith(end) ? line.slice(0, -end.length) + paint.dim(end) : line
}
