import type { RootContent } from 'mdast'
import type { CheckedFile, CheckRun } from '../../model/check-run.ts'
import { visibleLine } from '../../model/visible.ts'
import { bar } from '../bar.ts'
import { markdownText } from '../markdown-text.ts'
import { code, heading, list, paragraph, section, strong, table, text } from '../nodes.ts'
import { allFound, type Found, isActive, worstFirst } from './standing.ts'
import { verdictText } from './verdict-line.ts'
import {
  counted,
  isFileReason,
  limitsOf,
  reasonText,
  severityCounts,
  standingText,
} from './words.ts'

/** Rows of one table; with the longest cells a whole summary stays under the mebibyte that GitHub takes. */
const mostRows = 200
const mostPlans = 20
const longestCell = 300

/** GitHub-flavoured Markdown for a job's summary or a pull request: verdict, plans, what is wrong, what is set aside. */
export function markdown(run: CheckRun): string {
  const children = [
    heading(2, `Partnership check: ${verdictText(run)}`),
    ...reasonBlocks(run),
    ...planBlocks(run),
    ...findingBlocks(run),
    ...waivedBlocks(run),
    paragraph(`${counted(run.files.length, 'file')} checked on ${run.today}.`),
  ]
  return markdownText({ type: 'root', children }, { aligned: false })
}

function reasonBlocks({ verdict }: CheckRun): RootContent[] {
  const reasons = verdict.reasons.filter(isFileReason)
  const items = reasons
    .slice(0, mostRows)
    .map((reason) => [paragraph(code(cell(reason.file)), `: ${cell(reasonText(reason))}`)])
  return items.length === 0
    ? []
    : [list(items), ...restBlocks(reasons.length - items.length, 'reasons')]
}

function planBlocks(run: CheckRun): RootContent[] {
  const plans = run.files.filter(({ plan }) => plan !== null)
  return [
    ...plans.slice(0, mostPlans).flatMap((file) => planTable(file, run)),
    ...restBlocks(plans.length - mostPlans, 'plans'),
  ]
}

function planTable({ file, plan }: CheckedFile, run: CheckRun): RootContent[] {
  if (plan === null) return []
  const limits = limitsOf(run, file)
  const row = (name: string, score: typeof plan.score) => [
    cell(name),
    standingText(score, limits),
    text(bar(score.value)),
  ]
  const level = plan.level === null ? 'No level' : `Level “${cell(plan.level)}”`
  return [
    heading(3, cell(file)),
    paragraph(strong(level), ` at stage “${plan.stage}”`),
    table(
      ['Dimension', 'Score', ''],
      [row('Whole plan', plan.score), ...plan.dimensions.map(({ id, score }) => row(id, score))],
      [1],
    ),
  ]
}

function findingBlocks(run: CheckRun): RootContent[] {
  const found = worstFirst(allFound(run).filter(({ finding }) => isActive(finding)))
  const shown = found.slice(0, mostRows)
  const rows = shown.map((one) => [
    one.finding.severity,
    placeOf(one),
    cell(one.finding.message),
    code(cell(one.finding.id)),
  ])
  const rest = severityCounts(found.slice(mostRows).map(({ finding }) => finding))
  const known = allFound(run).filter(({ finding }) => finding.waived === null && finding.baseline)
  const blocks = [
    ...(rows.length === 0 ? [] : [table(['Severity', 'Place', 'Finding', 'Check'], rows)]),
    ...restBlocks(found.length - shown.length, `findings: ${rest}`),
    ...(known.length === 0
      ? []
      : [paragraph(`${counted(known.length, 'finding')} known from the baseline, not shown.`)]),
  ]
  return section(3, 'Findings', blocks)
}

function waivedBlocks(run: CheckRun): RootContent[] {
  const waived = allFound(run).filter(({ finding }) => finding.waived !== null)
  const head = ['Place', 'Finding', 'Check', 'By', 'Until', 'Reason']
  const shown = waived.slice(0, mostRows).map((one) => {
    const { waived: by, message, id } = one.finding
    const words = [by?.by, by?.until, by?.reason].map((own) => cell(own ?? ''))
    return [placeOf(one), cell(message), code(cell(id)), ...words]
  })
  return section(
    3,
    'Set aside by waivers',
    shown.length === 0
      ? []
      : [table(head, shown), ...restBlocks(waived.length - shown.length, 'waived findings')],
  )
}

function restBlocks(count: number, what: string): RootContent[] {
  return count > 0 ? [paragraph(`And ${count} more ${what}.`)] : []
}

function placeOf({ file, finding }: Found) {
  return code(`${cell(file.file)}:${finding.line}:${finding.column}`)
}

/** Cut to what a table can bear, and cut roughly first: words of any length cost the same. */
function cell(words: string): string {
  const start = words.slice(0, 10 * longestCell)
  const line = visibleLine(start)
  return line.length > longestCell || start.length < words.length
    ? `${line.slice(0, longestCell - 1).replace(/\p{Cs}$/u, '')}…`
    : line
}
