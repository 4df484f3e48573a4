import type { RootContent } from 'mdast'
import type { CheckedFile, CheckRun } from '../../model/check-run.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { say } from '../../words/say-message.ts'
import { formatBar } from '../bar.ts'
import { renderMarkdownTree } from '../markdown-text.ts'
import { code, heading, list, paragraph, section, strong, table, textNode } from '../nodes.ts'
import {
  type FindingInFile,
  isActive,
  listFindingsInFiles,
  sortBySeverity,
} from './severity-order.ts'
import { formatCheckVerdict } from './verdict-line.ts'
import {
  describeFileReason,
  formatCheckScoreOrReason,
  formatNounCount,
  formatSeverityCounts,
  isFileReason,
  listScoreLimits,
} from './words.ts'

/** Rows of one table; with the longest cells a whole summary stays under the mebibyte that GitHub takes. */
const maxRows = 200
const maxPlans = 20
const maxCellCharacters = 300

/** GitHub-flavoured Markdown for a job's summary or a pull request: verdict, plans, what is wrong, what is set aside. */
export function renderFindingsMarkdown(run: CheckRun): string {
  const children = [
    heading(2, `Partnership check: ${formatCheckVerdict(run)}`),
    ...buildReasonBlocks(run),
    ...buildPlanBlocks(run),
    ...buildFindingBlocks(run),
    ...buildWaivedBlocks(run),
    paragraph(`${formatNounCount(run.files.length, 'file')} checked on ${run.today}.`),
  ]
  return renderMarkdownTree({ type: 'root', children }, { aligned: false })
}

function buildReasonBlocks({ verdict }: CheckRun): RootContent[] {
  const reasons = verdict.reasons.filter(isFileReason)
  const items = reasons
    .slice(0, maxRows)
    .map((reason) => [
      paragraph(code(formatCell(reason.file)), `: ${formatCell(describeFileReason(reason))}`),
    ])
  return items.length === 0
    ? []
    : [list(items), ...buildRestBlocks(reasons.length - items.length, 'reasons')]
}

function buildPlanBlocks(run: CheckRun): RootContent[] {
  const plans = run.files.filter(({ plan }) => plan !== null)
  return [
    ...plans.slice(0, maxPlans).flatMap((file) => buildPlanTable(file, run)),
    ...buildRestBlocks(plans.length - maxPlans, 'plans'),
  ]
}

function buildPlanTable({ file, plan }: CheckedFile, run: CheckRun): RootContent[] {
  if (plan === null) return []
  const limits = listScoreLimits(run, file)
  const row = (name: string, score: typeof plan.score) => [
    formatCell(name),
    formatCheckScoreOrReason(score, limits),
    textNode(formatBar(score.value)),
  ]
  const level = plan.level === null ? 'No level' : `Level “${formatCell(plan.level)}”`
  return [
    heading(3, formatCell(file)),
    paragraph(strong(level), ` at stage “${plan.stage}”`),
    table(
      ['Dimension', 'Score', ''],
      [row('Whole plan', plan.score), ...plan.dimensions.map(({ id, score }) => row(id, score))],
      [1],
    ),
  ]
}

function buildFindingBlocks(run: CheckRun): RootContent[] {
  const found = sortBySeverity(listFindingsInFiles(run).filter(({ finding }) => isActive(finding)))
  const shown = found.slice(0, maxRows)
  const rows = shown.map((one) => [
    one.finding.severity,
    createPlaceNode(one),
    formatCell(say(one.finding.message)),
    code(formatCell(one.finding.id)),
  ])
  const rest = formatSeverityCounts(found.slice(maxRows).map(({ finding }) => finding))
  const known = listFindingsInFiles(run).filter(
    ({ finding }) => finding.waived === null && finding.baseline,
  )
  const blocks = [
    ...(rows.length === 0 ? [] : [table(['Severity', 'Place', 'Finding', 'Check'], rows)]),
    ...buildRestBlocks(found.length - shown.length, `findings: ${rest}`),
    ...(known.length === 0
      ? []
      : [
          paragraph(
            `${formatNounCount(known.length, 'finding')} known from the baseline, not shown.`,
          ),
        ]),
  ]
  return section(3, 'Findings', blocks)
}

function buildWaivedBlocks(run: CheckRun): RootContent[] {
  const waived = listFindingsInFiles(run).filter(({ finding }) => finding.waived !== null)
  const head = ['Place', 'Finding', 'Check', 'By', 'Until', 'Reason']
  const shown = waived.slice(0, maxRows).map((one) => {
    const { waived: by, message, id } = one.finding
    const words = [by?.by, by?.until, by?.reason].map((own) => formatCell(own ?? ''))
    return [createPlaceNode(one), formatCell(say(message)), code(formatCell(id)), ...words]
  })
  return section(
    3,
    'Set aside by waivers',
    shown.length === 0
      ? []
      : [table(head, shown), ...buildRestBlocks(waived.length - shown.length, 'waived findings')],
  )
}

function buildRestBlocks(count: number, what: string): RootContent[] {
  return count > 0 ? [paragraph(`And ${count} more ${what}.`)] : []
}

function createPlaceNode({ file, finding }: FindingInFile) {
  return code(`${formatCell(file.file)}:${finding.line}:${finding.column}`)
}

/** Cut to what a table can bear, and cut roughly first: words of any length cost the same. */
function formatCell(words: string): string {
  const start = words.slice(0, 10 * maxCellCharacters)
  const line = makeVisibleLine(start)
  return line.length > maxCellCharacters || start.length < words.length
    ? `${line.slice(0, maxCellCharacters - 1).replace(/\p{Cs}$/u, '')}…`
    : line
}
