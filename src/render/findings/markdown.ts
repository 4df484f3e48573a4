import type { RootContent } from 'mdast'
import type { CheckRun } from '../../model/check-run.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import { renderMarkdownTree } from '../markdown-text.ts'
import { code, heading, list, paragraph, section, table } from '../nodes.ts'
import { buildPlanBlocks, listShownDocuments, type Summary } from './markdown-plans.ts'
import {
  buildFindingTable,
  buildRestBlocks,
  createPlaceNode,
  formatCell,
  maxRows,
  sayColumns,
} from './markdown-tables.ts'
import { createPlaceFinder } from './places.ts'
import {
  countRunFiles,
  describeFileReason,
  formatCheckVerdict,
  formatSeverityCounts,
  isActive,
  isFileReason,
  listRunFindings,
  sortBySeverity,
} from './words.ts'

/** GitHub-flavoured Markdown for a job's summary or a pull request: verdict, plans, what is wrong, what is set aside. */
export function renderFindingsMarkdown(run: CheckRun): string {
  const findPlace = createPlaceFinder(run)
  const found = sortBySeverity(listRunFindings(run).filter(isActive))
  const summary: Summary = { run, findPlace, found, shown: new Set(found.slice(0, maxRows)) }
  const children = [
    heading(2, sayFindings({ say: 'summary-title', verdict: formatCheckVerdict(run) })),
    ...buildReasonBlocks(run),
    ...buildPlanBlocks(summary),
    ...buildFindingBlocks(summary),
    ...buildWaivedBlocks(summary),
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

/** Of all files but the documents, which have their own tables. */
function buildFindingBlocks(summary: Summary): RootContent[] {
  const { run, findPlace, found, shown } = summary
  const documents = new Set(listShownDocuments(run).map(({ file }) => file))
  const rest = found.filter((one) => !shown.has(one))
  const known = listRunFindings(run).filter((one) => one.waived === null && one.baseline)
  const blocks = [
    ...buildFindingTable(
      found.filter((one) => shown.has(one) && !documents.has(one.file)),
      findPlace,
    ),
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

function buildWaivedBlocks({ run, findPlace }: Summary): RootContent[] {
  const waived = listRunFindings(run).filter((one) => one.waived !== null)
  const head = sayColumns('place', 'finding', 'check', 'by', 'until', 'reason')
  const shown = waived.slice(0, maxRows).map((one) => {
    const { waived: by, message, id } = one
    const words = [by?.by, by?.until, by?.reason].map((own) => formatCell(own ?? ''))
    return [
      createPlaceNode(one, findPlace(one)),
      formatCell(say(message)),
      code(formatCell(id)),
      ...words,
    ]
  })
  return section(
    3,
    sayFindings({ say: 'summary-waived' }),
    shown.length === 0
      ? []
      : [table(head, shown), ...buildRestBlocks('more-waived', waived.length - shown.length)],
  )
}
