import type { CheckedFile, CheckedFinding, CheckRun, PlanStanding } from '../../model/check-run.ts'
import { visibleLine } from '../../model/visible.ts'
import { wrapped } from '../wrapped.ts'
import { type Cap, chosen } from './choose.ts'
import { findingLines, type Paint, placeOf } from './finding-lines.ts'
import { allFound, isActive } from './standing.ts'
import { verdictLine } from './verdict-line.ts'
import {
  counted,
  isFileReason,
  limitsOf,
  reasonText,
  severityCounts,
  standingText,
} from './words.ts'

export interface TextOptions {
  readonly paint?: Paint
  /** Null for no cap. */
  readonly cap?: Cap | null
  /** How wide a line may get; not said where nobody sees the end of it. */
  readonly columns?: number | undefined
}

/**
 * For people: what is wrong, file by file in the order of the text, the worst if there is too much of it; how ready each plan
 * is; and the verdict as the last line. No line begins with text that came from a file.
 */
export function text(
  run: CheckRun,
  { paint = plain, cap = usual, columns = Infinity }: TextOptions = {},
): string {
  const found = allFound(run).filter(({ finding }) => isActive(finding))
  const kept = chosen(found, cap ?? { perFile: Infinity, inAll: Infinity })
  const shown = new Set([...kept].map(({ finding }) => finding))
  const limited = new Set(run.verdict.reasons.filter(isFileReason).map(({ file }) => file))
  const quiet = cap === null ? [] : run.files.filter((file) => isQuiet(file, limited))
  const left = new Set(quiet.length > mostQuiet ? quiet : [])
  const blocks = run.files
    .filter((file) => !left.has(file))
    .map((file) => fileBlock(file, { run, paint, shown, columns }))
  const summary = [
    ...reasonLines(run),
    ...(left.size === 0 ? [] : [`${left.size} plans in which nothing is found; --all shows them`]),
    ...totals(run, shown.size),
    paintedVerdict(run, paint),
  ]
  return [...blocks.filter((lines) => lines.length > 0), summary]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

/** Of this many plans in which nothing is found, the scores are still read. */
const mostQuiet = 20

function isQuiet({ file, plan, findings }: CheckedFile, limited: ReadonlySet<string>): boolean {
  return plan !== null && !findings.some(isActive) && !limited.has(file)
}

const usual: Cap = { perFile: 50, inAll: 200 }

const same = (words: string): string => words
const plain: Paint = { error: same, warning: same, info: same, dim: same, bold: same }

interface Drawing {
  readonly run: CheckRun
  readonly paint: Paint
  readonly shown: ReadonlySet<CheckedFinding>
  readonly columns: number
}

function fileBlock(file: CheckedFile, { run, paint, shown, columns }: Drawing): readonly string[] {
  const active = file.findings.filter(isActive)
  if (active.length === 0 && file.plan === null) return []
  const here = active.filter((finding) => shown.has(finding))
  const width = here.reduce((widest, finding) => Math.max(widest, placeOf(finding).length), 0)
  const rest = active.filter((finding) => !shown.has(finding))
  return [
    paint.bold(visibleLine(file.file)),
    ...here.flatMap((finding, index) =>
      findingLines(finding, here[index - 1], { width, paint, columns }),
    ),
    ...(rest.length === 0
      ? []
      : [`  and ${rest.length} more: ${severityCounts(rest)}; --all shows them`]),
    ...(file.plan === null ? [] : planLines(file.plan, limitsOf(run, file.file), columns)),
  ]
}

function planLines(
  plan: PlanStanding,
  limits: readonly number[],
  columns: number,
): readonly string[] {
  const level = plan.level === null ? 'no level' : `level "${visibleLine(plan.level)}"`
  const score = `${standingText(plan.score, limits)}${plan.score.value === null ? '' : ' of 100'}`
  const dimensions = plan.dimensions.map(
    ({ id, score: own }) => `${visibleLine(id)} ${standingText(own, limits)}`,
  )
  return [
    ...wrapped(
      `  Written plan: ${score}, ${level}, at stage "${visibleLine(plan.stage)}"`,
      columns,
      4,
    ),
    ...(dimensions.length === 0
      ? []
      : wrapped(`    By dimension: ${dimensions.join(' · ')}`, columns, 6)),
  ]
}

function reasonLines({ verdict }: CheckRun): readonly string[] {
  return verdict.reasons
    .filter(isFileReason)
    .map((reason) => visibleLine(`${reason.file}: ${reasonText(reason)}`))
}

function totals(run: CheckRun, shown: number): readonly string[] {
  const found = allFound(run).map(({ finding }) => finding)
  const active = found.filter(isActive)
  const waived = found.filter((finding) => finding.waived !== null).length
  const known = found.filter((finding) => finding.waived === null && finding.baseline).length
  const aside = [
    ...(waived === 0 ? [] : [`${waived} waived`]),
    ...(known === 0 ? [] : [`${known} known from the baseline`]),
  ]
  const what = active.length === 0 ? 'nothing found' : severityCounts(active)
  const part = shown < active.length ? `, ${shown} shown` : ''
  return [
    `${counted(run.files.length, 'file')} checked on ${run.today}: ${what}${part}`,
    ...(aside.length === 0 ? [] : [`Not shown: ${aside.join(', ')}`]),
  ]
}

function paintedVerdict(run: CheckRun, paint: Paint): string {
  return (run.verdict.pass ? paint.bold : paint.error)(verdictLine(run))
}
