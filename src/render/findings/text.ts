import {
  type CheckedFile,
  type CheckedFinding,
  type CheckRun,
  isDocument,
} from '../../model/check-run.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import type { FindingsText } from '../../words/message.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { wrapLine } from '../wrap-line.ts'
import { chooseFindings, type FindingCap } from './choose-findings.ts'
import {
  buildFindingLines,
  buildLinesWithId,
  buildMarkedLines,
  type FindingPaint,
} from './finding-lines.ts'
import { createPlaceFinder, listUnreadTopics } from './places.ts'
import {
  countRunFiles,
  countSetAside,
  countToJudge,
  describeFileReason,
  describeReading,
  describeUnread,
  formatCheckVerdictLine,
  formatPlanFigures,
  formatSeverityCounts,
  formatShare,
  isActive,
  isFileReason,
  listRunFindings,
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
  const most = cap ?? { maxPerFile: Infinity, maxInAll: Infinity }
  const shown = chooseFindings(found, most)
  const layout = { run, findPlace: createPlaceFinder(run), paint, cap: most, columns }
  const limited = new Set(run.verdict.reasons.filter(isFileReason).map(({ file }) => file))
  const quiet = cap === null ? [] : run.files.filter((file) => isQuiet(file, limited))
  const left = new Set(quiet.length > maxQuietPlans ? quiet : [])
  const blocks = run.files
    .filter((file) => !left.has(file))
    .map((file) => buildFileBlock(file, { ...layout, shown }))
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
  readonly findPlace: ReturnType<typeof createPlaceFinder>
  readonly paint: FindingPaint
  readonly shown: ReadonlySet<CheckedFinding>
  readonly cap: FindingCap
  readonly columns: number
}

function buildFileBlock(
  file: CheckedFile,
  { run, findPlace, paint, shown, cap, columns }: FileLayout,
): readonly string[] {
  const active = file.findings.filter((one) => isActive(one) && one.absent !== true)
  const absent = file.findings.filter((one) => isActive(one) && one.absent === true)
  if (active.length === 0 && file.plan === null && !file.notBegun) return []
  const isShown = (finding: CheckedFinding) => shown.has(finding)
  return [
    ...formatFileTitle(file, columns).map(paint.bold),
    ...buildFindingLines(active.filter(isShown), { findPlace, paint, columns }),
    ...buildRestLines(active, shown),
    ...(isDocument(file) ? buildTopicLines(file, { run, paint, cap, columns }) : []),
    ...buildGroup(
      { say: 'found-nowhere', number: absent.length },
      [
        ...absent
          .filter(isShown)
          .flatMap((one) => buildMarkedLines({ ...one, start: '    ' }, { paint, columns })),
        ...buildRestLines(absent, shown),
      ],
      { paint, columns },
    ),
    ...buildPlanLines(file, run, columns),
  ]
}

function buildRestLines(
  findings: readonly CheckedFinding[],
  shown: ReadonlySet<CheckedFinding>,
): readonly string[] {
  const rest = findings.filter((one) => !shown.has(one))
  if (rest.length === 0) return []
  const counts = formatSeverityCounts(rest)
  return [`  ${sayFindings({ say: 'more-in-file', number: rest.length, counts })}`]
}

/** What of a document is left to people. */
function buildTopicLines(
  file: CheckedFile,
  { run, paint, cap, columns }: Pick<FileLayout, 'run' | 'paint' | 'cap' | 'columns'>,
): readonly string[] {
  const topics = listUnreadTopics(file, run)
  const rest = topics.length - cap.maxPerFile
  return buildGroup(
    { say: 'to-look-at', number: topics.length },
    [
      ...topics
        .slice(0, cap.maxPerFile)
        .flatMap(({ brief, check }) =>
          buildLinesWithId(`    - ${brief}`, check, { paint, columns }),
        ),
      ...(rest > 0 ? [`  ${sayFindings({ say: 'more-topics', number: rest })}`] : []),
    ],
    { paint, columns },
  )
}

function buildGroup(
  head: FindingsText,
  lines: readonly string[],
  { paint, columns }: Pick<FileLayout, 'paint' | 'columns'>,
): readonly string[] {
  if (lines.length === 0) return []
  return [...wrapLine(`  ${sayFindings(head)}:`, columns, 4).map(paint.bold), ...lines]
}

function formatFileTitle({ file, notBegun }: CheckedFile, columns: number): readonly string[] {
  const name = makeVisibleLine(file)
  return notBegun ? wrapLine(`${name}: ${sayFindings({ say: 'not-begun' })}`, columns, 2) : [name]
}

function buildPlanLines(file: CheckedFile, run: CheckRun, columns: number): readonly string[] {
  const { plan } = file
  if (plan === null) return []
  const figures = formatPlanFigures(file, plan, run)
  const unread = isDocument(file) ? null : describeUnread(file)
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
    ...[...(unread === null ? [] : [unread]), ...describeReading(plan)].flatMap((line) =>
      wrapLine(`  ${line}`, columns, 4),
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
  const counts =
    active.length === 0 ? sayFindings({ say: 'nothing-found' }) : formatSeverityCounts(active)
  return [
    sayFindings({
      say: 'run-total',
      files: countRunFiles(run),
      found: { say: 'list', items: [counts, ...countToJudge(run)] },
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
