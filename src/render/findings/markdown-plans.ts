import type { RootContent } from 'mdast'
import {
  type CheckedFile,
  type CheckedFinding,
  type CheckRun,
  isDocument,
} from '../../model/check-run.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import { formatBar } from '../bar.ts'
import { code, heading, paragraph, section, strong, table, textNode } from '../nodes.ts'
import {
  buildFindingTable,
  buildRestBlocks,
  formatCell,
  maxRows,
  sayColumns,
} from './markdown-tables.ts'
import { type createPlaceFinder, listUnreadTopics } from './places.ts'
import {
  describeReading,
  describeUnread,
  findMissedLimit,
  formatPlanFigures,
  formatShare,
} from './words.ts'

const maxPlans = 20

/** What the parts of the summary in Markdown share. */
export interface Summary {
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

/** Each plan: how complete it is, and what it leaves to people; of a document also what is wrong in it. */
export function buildPlanBlocks(summary: Summary): RootContent[] {
  const plans = listPlans(summary.run)
  const shown = plans.slice(0, maxPlans)
  return [
    ...shown.flatMap((file) => buildPlan(file, { ...summary, topics: maxRows / shown.length })),
    ...buildRestBlocks('more-plans', plans.length - shown.length),
  ]
}

/** The documents that have tables of their own. */
export function listShownDocuments(run: CheckRun): readonly CheckedFile[] {
  return listPlans(run).slice(0, maxPlans).filter(isDocument)
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
    ...section(
      4,
      sayFindings({ say: 'summary-wrong' }),
      buildFindingTable(wrong, summary.findPlace),
    ),
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
