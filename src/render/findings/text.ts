import type { CheckedFile, CheckedFinding, CheckRun, PlanScore } from '../../model/check-run.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { wrapLine } from '../wrap-line.ts'
import { chooseFindings, type FindingCap } from './choose-findings.ts'
import { buildFindingLines, type FindingPaint, formatLineAndColumn } from './finding-lines.ts'
import { isActive, listFindingsInFiles } from './severity-order.ts'
import { formatCheckVerdictLine } from './verdict-line.ts'
import {
  describeFileReason,
  formatCheckScoreOrReason,
  formatNounCount,
  formatSeverityCounts,
  isFileReason,
  listScoreLimits,
} from './words.ts'

export interface FindingsTextOptions {
  readonly paint?: FindingPaint
  /** Null for no cap. */
  readonly cap?: FindingCap | null
  /** How wide a line may get; not said where nobody sees the end of it. */
  readonly columns?: number | undefined
}

/**
 * For people: what is wrong, file by file in the order of the text, the worst if there is too much of it; how ready each plan
 * is; and the verdict as the last line. No line begins with text that came from a file.
 */
export function renderFindingsText(
  run: CheckRun,
  { paint = plainPaint, cap = defaultCap, columns = Infinity }: FindingsTextOptions = {},
): string {
  const found = listFindingsInFiles(run).filter(({ finding }) => isActive(finding))
  const kept = chooseFindings(found, cap ?? { maxPerFile: Infinity, maxInAll: Infinity })
  const shown = new Set([...kept].map(({ finding }) => finding))
  const limited = new Set(run.verdict.reasons.filter(isFileReason).map(({ file }) => file))
  const quiet = cap === null ? [] : run.files.filter((file) => isQuiet(file, limited))
  const left = new Set(quiet.length > maxQuietPlans ? quiet : [])
  const blocks = run.files
    .filter((file) => !left.has(file))
    .map((file) => buildFileBlock(file, { run, paint, shown, columns }))
  const summary = [
    ...buildReasonLines(run),
    ...(left.size === 0 ? [] : [`${left.size} plans in which nothing is found; --all shows them`]),
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
  return plan !== null && !findings.some(isActive) && !limited.has(file)
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
  const active = file.findings.filter(isActive)
  if (active.length === 0 && file.plan === null) return []
  const here = active.filter((finding) => shown.has(finding))
  const width = here.reduce(
    (widest, finding) => Math.max(widest, formatLineAndColumn(finding).length),
    0,
  )
  const rest = active.filter((finding) => !shown.has(finding))
  return [
    paint.bold(makeVisibleLine(file.file)),
    ...here.flatMap((finding, index) =>
      buildFindingLines(finding, here[index - 1], { width, paint, columns }),
    ),
    ...(rest.length === 0
      ? []
      : [`  and ${rest.length} more: ${formatSeverityCounts(rest)}; --all shows them`]),
    ...(file.plan === null
      ? []
      : buildPlanLines(file.plan, listScoreLimits(run, file.file), columns)),
  ]
}

function buildPlanLines(
  plan: PlanScore,
  limits: readonly number[],
  columns: number,
): readonly string[] {
  const level = plan.level === null ? 'no level' : `level "${makeVisibleLine(plan.level)}"`
  const score = `${formatCheckScoreOrReason(plan.score, limits)}${plan.score.value === null ? '' : ' of 100'}`
  const dimensions = plan.dimensions.map(
    ({ id, score: own }) => `${makeVisibleLine(id)} ${formatCheckScoreOrReason(own, limits)}`,
  )
  return [
    ...wrapLine(
      `  Written plan: ${score}, ${level}, at stage "${makeVisibleLine(plan.stage)}"`,
      columns,
      4,
    ),
    ...(dimensions.length === 0
      ? []
      : wrapLine(`    By dimension: ${dimensions.join(' · ')}`, columns, 6)),
  ]
}

function buildReasonLines({ verdict }: CheckRun): readonly string[] {
  return verdict.reasons
    .filter(isFileReason)
    .map((reason) => makeVisibleLine(`${reason.file}: ${describeFileReason(reason)}`))
}

function buildTotalLines(run: CheckRun, shown: number): readonly string[] {
  const found = listFindingsInFiles(run).map(({ finding }) => finding)
  const active = found.filter(isActive)
  const waived = found.filter((finding) => finding.waived !== null).length
  const known = found.filter((finding) => finding.waived === null && finding.baseline).length
  const aside = [
    ...(waived === 0 ? [] : [`${waived} waived`]),
    ...(known === 0 ? [] : [`${known} known from the baseline`]),
  ]
  const what = active.length === 0 ? 'nothing found' : formatSeverityCounts(active)
  const part = shown < active.length ? `, ${shown} shown` : ''
  return [
    `${formatNounCount(run.files.length, 'file')} checked on ${run.today}: ${what}${part}`,
    ...(aside.length === 0 ? [] : [`Not shown: ${aside.join(', ')}`]),
  ]
}

function paintVerdict(run: CheckRun, paint: FindingPaint): string {
  return (run.verdict.pass ? paint.bold : paint.error)(formatCheckVerdictLine(run))
}
