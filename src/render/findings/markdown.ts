import type { RootContent } from 'mdast'
import type { CheckedFile, CheckedFinding, CheckRun } from '../../model/check-run.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import { formatBar } from '../bar.ts'
import { renderMarkdownTree } from '../markdown-text.ts'
import { code, heading, list, paragraph, section, strong, table, textNode } from '../nodes.ts'
import {
  countRunFiles,
  describeFileReason,
  describeOtherLines,
  describeUnread,
  findMissedLimit,
  formatCheckVerdict,
  formatPlanFigures,
  formatSeverityCounts,
  formatShare,
  isActive,
  isFileReason,
  listRunFindings,
  sortBySeverity,
} from './words.ts'

/** Rows of one table; with the longest cells a whole summary stays under the mebibyte that GitHub takes. */
const maxRows = 200
const maxPlans = 20
const maxCellCharacters = 300

/** GitHub-flavoured Markdown for a job's summary or a pull request: verdict, plans, what is wrong, what is set aside. */
export function renderFindingsMarkdown(run: CheckRun): string {
  const children = [
    heading(2, sayFindings({ say: 'summary-title', verdict: formatCheckVerdict(run) })),
    ...buildReasonBlocks(run),
    ...buildPlanBlocks(run),
    ...buildFindingBlocks(run),
    ...buildWaivedBlocks(run),
    paragraph(sayFindings({ say: 'summary-end', files: countRunFiles(run) })),
  ]
  return renderMarkdownTree({ type: 'root', children }, { aligned: false })
}

function buildReasonBlocks(run: CheckRun): RootContent[] {
  const reasons = run.verdict.reasons.filter(isFileReason)
  const items = reasons
    .slice(0, maxRows)
    .map((reason) => [
      paragraph(code(formatCell(reason.file)), `: ${formatCell(describeFileReason(run, reason))}`),
    ])
  return items.length === 0
    ? []
    : [list(items), ...buildRestBlocks('more-reasons', reasons.length - items.length)]
}

function buildPlanBlocks(run: CheckRun): RootContent[] {
  const plans = run.files.filter(({ plan, notBegun }) => plan !== null || notBegun)
  return [
    ...plans.slice(0, maxPlans).flatMap((file) => buildPlanTable(file, run)),
    ...buildRestBlocks('more-plans', plans.length - maxPlans),
  ]
}

function buildPlanTable(file: CheckedFile, run: CheckRun): RootContent[] {
  const { plan } = file
  if (file.notBegun) {
    return [paragraph(code(formatCell(file.file)), `: ${sayFindings({ say: 'not-begun' })}`)]
  }
  if (plan === null) return []
  const unread = describeUnread(file)
  const row = (name: string, score: typeof plan.score, limit: number | null = null) => [
    formatCell(name),
    formatShare(score, limit),
    textNode(formatBar(score.value)),
  ]
  return [
    heading(3, formatCell(file.file)),
    paragraph(
      strong(formatPlanFigures(file, plan, run)),
      sayFindings({ say: 'summary-stage', stage: plan.stage }),
    ),
    ...(unread === null ? [] : [paragraph(`${unread}.`)]),
    table(
      [...sayColumns('dimension', 'complete'), ''],
      [
        row(sayFindings({ say: 'whole-plan' }), plan.score, findMissedLimit(run, file.file)),
        ...plan.dimensions.map(({ id, score }) => row(id, score)),
      ],
      [1],
    ),
  ]
}

function buildFindingBlocks(run: CheckRun): RootContent[] {
  const found = sortBySeverity(listRunFindings(run).filter(isActive))
  const shown = found.slice(0, maxRows)
  const rows = shown.map((one) => [
    sayFindings({ say: `severity-${one.severity}` }),
    createPlaceNode(one),
    formatFinding(one),
    code(formatCell(one.id)),
  ])
  const rest = found.slice(maxRows)
  const known = listRunFindings(run).filter((one) => one.waived === null && one.baseline)
  const blocks = [
    ...(rows.length === 0
      ? []
      : [table(sayColumns('severity', 'place', 'finding', 'check'), rows)]),
    ...(rest.length === 0
      ? []
      : [
          paragraph(
            sayFindings({
              say: 'more-findings',
              number: rest.length,
              counts: formatSeverityCounts(rest),
            }),
          ),
        ]),
    ...(known.length === 0
      ? []
      : [paragraph(sayFindings({ say: 'baseline-not-shown', number: known.length }))]),
  ]
  return section(3, sayFindings({ say: 'summary-findings' }), blocks)
}

function formatFinding(finding: CheckedFinding): string {
  const otherLines = describeOtherLines(finding)
  const text = formatCell(say(finding.message))
  return otherLines === null ? text : `${text}. ${otherLines}`
}

function buildWaivedBlocks(run: CheckRun): RootContent[] {
  const waived = listRunFindings(run).filter((one) => one.waived !== null)
  const head = sayColumns('place', 'finding', 'check', 'by', 'until', 'reason')
  const shown = waived.slice(0, maxRows).map((one) => {
    const { waived: by, message, id } = one
    const words = [by?.by, by?.until, by?.reason].map((own) => formatCell(own ?? ''))
    return [createPlaceNode(one), formatCell(say(message)), code(formatCell(id)), ...words]
  })
  return section(
    3,
    sayFindings({ say: 'summary-waived' }),
    shown.length === 0
      ? []
      : [table(head, shown), ...buildRestBlocks('more-waived', waived.length - shown.length)],
  )
}

function buildRestBlocks(
  say: 'more-reasons' | 'more-plans' | 'more-waived',
  number: number,
): RootContent[] {
  return number > 0 ? [paragraph(sayFindings({ say, number }))] : []
}

type Column =
  | 'dimension'
  | 'complete'
  | 'severity'
  | 'place'
  | 'finding'
  | 'check'
  | 'by'
  | 'until'
  | 'reason'

function sayColumns(...columns: readonly Column[]): string[] {
  return columns.map((column) => sayFindings({ say: `column-${column}` }))
}

function createPlaceNode({ file, line, column }: CheckedFinding) {
  return code(`${formatCell(file)}:${line}:${column}`)
}

/** Cut to what a table can bear, and cut roughly first: words of any length cost the same. */
function formatCell(words: string): string {
  const start = words.slice(0, 10 * maxCellCharacters)
  const line = makeVisibleLine(start)
  return line.length > maxCellCharacters || start.length < words.length
    ? `${line.slice(0, maxCellCharacters - 1).replace(/\p{Cs}$/u, '')}…`
    : line
}
