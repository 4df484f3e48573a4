import type { RootContent } from 'mdast'
import {
  type CheckedFile,
  type CheckedFinding,
  type CheckRun,
  isDocument,
} from '../../model/check-run.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import { formatBar } from '../bar.ts'
import { renderMarkdownTree } from '../markdown-text.ts'
import { code, heading, list, paragraph, section, strong, table, textNode } from '../nodes.ts'
import { createPlaceFinder, type FindingPlace, listUnreadTopics } from './places.ts'
import {
  countRunFiles,
  describeFileReason,
  describeReading,
  describeUnread,
  findMissedLimit,
  formatCheckVerdict,
  formatPlanFigures,
  formatSeverityCounts,
  formatShare,
  isActive,
  isFileReason,
  listRunFindings,
  sayFinding,
  sortBySeverity,
} from './words.ts'

/** Rows of one table; with the longest cells a whole summary stays under the mebibyte that GitHub takes. */
const maxRows = 200
const maxPlans = 20
const maxCellCharacters = 300

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

interface Summary {
  readonly run: CheckRun
  readonly findPlace: ReturnType<typeof createPlaceFinder>
  /** What is not set aside, the worst first. */
  readonly found: readonly CheckedFinding[]
  /** Those that the summary has room for. */
  readonly shown: ReadonlySet<CheckedFinding>
}

interface PlanSummary extends Summary {
  /** How many topics of each plan there is room for. */
  readonly topics: number
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

function buildPlanBlocks(summary: Summary): RootContent[] {
  const plans = listPlans(summary.run)
  const shown = plans.slice(0, maxPlans)
  return [
    ...shown.flatMap((file) => buildPlan(file, { ...summary, topics: maxRows / shown.length })),
    ...buildRestBlocks('more-plans', plans.length - shown.length),
  ]
}

function listPlans({ files }: CheckRun): readonly CheckedFile[] {
  return files.filter(({ plan, notBegun }) => plan !== null || notBegun)
}

function buildPlan(file: CheckedFile, summary: PlanSummary): RootContent[] {
  const { plan } = file
  if (file.notBegun) {
    return [paragraph(code(formatCell(file.file)), `: ${sayFindings({ say: 'not-begun' })}`)]
  }
  if (plan === null) return []
  const unread = isDocument(file) ? null : describeUnread(file)
  const notes = [...(unread === null ? [] : [unread]), ...describeReading(plan)]
  return [
    heading(3, formatCell(file.file)),
    paragraph(
      strong(formatPlanFigures(file, plan, summary.run)),
      sayFindings({ say: 'summary-stage', stage: plan.stage }),
    ),
    ...notes.map((note) => paragraph(`${note}.`)),
    ...(isDocument(file) ? buildDocumentTables(file, summary) : buildTopicTable(file, summary)),
    ...(plan.score.reason === 'unread' ? [] : [buildScoreTable(file, plan, summary.run)]),
  ]
}

function buildScoreTable(
  { file }: CheckedFile,
  plan: NonNullable<CheckedFile['plan']>,
  run: CheckRun,
): RootContent {
  const row = (name: string, score: typeof plan.score, limit: number | null = null) => [
    formatCell(name),
    formatShare(score, limit),
    textNode(formatBar(score.value)),
  ]
  return table(
    [...sayColumns('dimension', 'complete'), ''],
    [
      row(sayFindings({ say: 'whole-plan' }), plan.score, findMissedLimit(run, file)),
      ...plan.dimensions.map(({ id, score }) => row(id, score)),
    ],
    [1],
  )
}

/** What was read and is wrong, what is left to people, and what is found nowhere. */
function buildDocumentTables(file: CheckedFile, summary: PlanSummary): RootContent[] {
  const own = summary.found.filter((one) => one.file === file.file && summary.shown.has(one))
  const absent = own.filter((one) => one.absent === true)
  const wrong = own.filter((one) => one.absent !== true)
  const topics = buildTopicTable(file, summary)
  const number = file.plan?.unread.length ?? 0
  return [
    ...section(4, sayFindings({ say: 'summary-wrong' }), buildFindingTable(wrong, summary)),
    ...section(
      4,
      sayFindings({ say: 'summary-to-judge' }),
      topics.length === 0
        ? []
        : [paragraph(sayFindings({ say: 'to-judge-why', number })), ...topics],
    ),
    ...section(4, sayFindings({ say: 'summary-absent' }), buildAbsentBlocks(absent)),
  ]
}

function buildTopicTable(file: CheckedFile, { run, topics: most }: PlanSummary): RootContent[] {
  const topics = listUnreadTopics(file, run)
  const rows = topics
    .slice(0, most)
    .map(({ title, place, check }) => [
      formatCell(title),
      formatCell(place),
      code(formatCell(check)),
    ])
  if (rows.length === 0) return []
  return [
    table(sayColumns('topic', 'place', 'check'), rows),
    ...buildRestBlocks('more-checks', topics.length - rows.length),
  ]
}

function buildAbsentBlocks(absent: readonly CheckedFinding[]): RootContent[] {
  if (absent.length === 0) return []
  const rows = absent.map((one) => [
    sayFindings({ say: `severity-${one.severity}` }),
    formatCell(say(one.message)),
    code(formatCell(one.id)),
  ])
  return [
    paragraph(sayFindings({ say: 'found-nowhere-why', number: absent.length })),
    table(sayColumns('severity', 'finding', 'check'), rows),
  ]
}

function buildFindingTable(
  findings: readonly CheckedFinding[],
  { findPlace }: Summary,
): RootContent[] {
  const rows = findings.map((one) => [
    sayFindings({ say: `severity-${one.severity}` }),
    createPlaceNode(one, findPlace(one)),
    formatFinding(one, findPlace(one)),
    code(formatCell(one.id)),
  ])
  return rows.length === 0 ? [] : [table(sayColumns('severity', 'place', 'finding', 'check'), rows)]
}

/** Of all files but the documents, which have their own tables. */
function buildFindingBlocks(summary: Summary): RootContent[] {
  const { run, found, shown } = summary
  const documents = new Set(
    listPlans(run)
      .slice(0, maxPlans)
      .filter(isDocument)
      .map(({ file }) => file),
  )
  const rest = found.filter((one) => !shown.has(one))
  const known = listRunFindings(run).filter((one) => one.waived === null && one.baseline)
  const blocks = [
    ...buildFindingTable(
      found.filter((one) => shown.has(one) && !documents.has(one.file)),
      summary,
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

function formatFinding(finding: CheckedFinding, { others }: FindingPlace): string {
  const text = formatCell(sayFinding(finding))
  return others === null ? text : `${text}. ${others}`
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

function buildRestBlocks(
  say: 'more-reasons' | 'more-plans' | 'more-waived' | 'more-checks',
  number: number,
): RootContent[] {
  return number > 0 ? [paragraph(sayFindings({ say, number }))] : []
}

type Column =
  | 'topic'
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

function createPlaceNode({ file }: CheckedFinding, { tail }: FindingPlace) {
  return code(`${formatCell(file)}${tail}`)
}

/** Cut to what a table can bear, and cut roughly first: words of any length cost the same. */
function formatCell(words: string): string {
  const start = words.slice(0, 10 * maxCellCharacters)
  const line = makeVisibleLine(start)
  return line.length > maxCellCharacters || start.length < words.length
    ? `${line.slice(0, maxCellCharacters - 1).replace(/\p{Cs}$/u, '')}…`
    : line
}
