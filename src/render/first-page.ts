import type { RootContent, Table } from 'mdast'
import type { ShownScore } from '../report/dimensions.ts'
import type { GapRow } from '../report/gaps.ts'
import type { Report } from '../report/report.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { say } from '../words/say-message.ts'
import {
  addChart,
  barNode,
  blockQuote,
  code,
  heading,
  list,
  paragraph,
  section,
  sentenceSection,
  strong,
  table,
} from './nodes.ts'

/** What must do by itself: the verdict, what holds it down, the dimensions, the largest gap, what to do first. */
export function buildFirstPage(report: Report): RootContent[] {
  const { verdict: lead, strengths, warnings } = report
  const verdict = [paragraph(strong(lead.headline)), paragraph(lead.sentence)]
  const range = lead.range === null ? [] : [paragraph(lead.range)]
  const since = lead.since === null ? [] : [paragraph(lead.since)]
  const decided = buildDecidingBlocks(lead.decidedBy)
  return [
    blockQuote(...verdict, ...range, ...since),
    ...(lead.meaning === null ? [] : [paragraph(lead.meaning)]),
    ...(lead.withheld === null ? [] : [paragraph(lead.withheld)]),
    ...(strengths.weakestLink === null ? [] : [paragraph(strengths.weakestLink)]),
    ...sentenceSection(2, { say: 'first-limits' }, lead.missedLimits),
    ...sentenceSection(2, lead.heldBackTitle, lead.heldBackBy),
    ...section(2, { say: 'first-deciding' }, decided),
    ...sentenceSection(2, { say: 'first-warnings' }, warnings.map(say)),
    ...section(2, { say: 'first-audiences' }, buildAudienceBlocks(report)),
    ...section(2, { say: 'first-days' }, buildDayBlocks(report)),
    ...section(2, { say: 'first-dimensions' }, buildDimensionBlocks(report)),
    ...section(2, { say: 'first-gap' }, report.gaps.slice(0, 1).flatMap(buildLargestGapBlocks)),
    ...section(2, { say: 'first-steps' }, buildFirstStepBlocks(report)),
  ]
}

const maxDecidingQuestions = 5

function buildDecidingBlocks(all: Report['verdict']['decidedBy']): RootContent[] {
  const items = all
    .slice(0, maxDecidingQuestions)
    .map(({ question, ask }) => [paragraph(ask, ' ', code(question))])
  const rest = all.length - items.length
  return [
    ...(items.length === 0 ? [] : [list(items)]),
    ...(rest === 0 ? [] : [paragraph({ say: 'first-deciding-rest', rest })]),
  ]
}

function buildAudienceBlocks({ audiences }: Report): RootContent[] {
  const items = audiences.map(({ title, who, meaning }) => [
    paragraph(strong(title), ', ', who, ': ', meaning),
  ])
  return items.length === 0 ? [] : [list(items)]
}

function buildDayBlocks({ days }: Report): RootContent[] {
  return days.flatMap(({ title, ask, question, results }): RootContent[] => [
    heading(3, title),
    paragraph(ask, ' ', code(question)),
    ...results.flatMap(({ partner, items }): RootContent[] => [
      ...(results.length < 2 ? [] : [paragraph(strong(partner))]),
      list(items.map((item) => [paragraph(item)])),
    ]),
  ])
}

function buildLargestGapBlocks(row: GapRow): RootContent[] {
  const { question, ask, about, gap, outweighs, high, low } = row
  const describe = ({ partner, words, score }: GapRow['high']): ReportSentence =>
    words === null
      ? { say: 'first-gap-score', partner, about, score }
      : { say: 'first-gap-words', partner, about, words, score }
  return [
    paragraph(strong(ask), ' ', code(question)),
    paragraph({
      say: 'first-gap-apart',
      high: describe(high),
      low: describe(low),
      gap,
      outweighs,
    }),
  ]
}

function buildFirstStepBlocks({ nextSteps }: Report): RootContent[] {
  const items = nextSteps.top.map(({ do: text, who, question }) => [
    paragraph(text),
    list([[paragraph(...listWho(who), code(question))]]),
  ])
  return items.length === 0 ? [] : [list(items, true)]
}

function listWho(who: readonly ReportText[]) {
  return who.length === 0 ? [] : [{ say: 'separated', items: who } as const, ' · ']
}

const maxPartnerColumns = 3

function buildDimensionBlocks({ dimensions }: Report): RootContent[] {
  if (dimensions.length === 0) return []
  const names = dimensions[0]?.partners.map(({ name }) => name) ?? []
  const beside = names.length > 1 && names.length <= maxPartnerColumns ? names : []
  const scores = table(
    [{ say: 'column-dimension' }, { say: 'column-score' }, '', ...beside],
    dimensions.map(({ title, score, partners }) => [
      title,
      score.text,
      barNode(score.value),
      ...(beside.length === 0 ? [] : partners.map((partner) => partner.score.text)),
    ]),
    [1, ...beside.map((_, index) => index + 3)],
  )
  const lines = dimensions.flatMap(listUnscoredLines).map((line) => [paragraph(line)])
  return [
    ...addChart('dimensions', [scores]),
    ...(names.length > maxPartnerColumns ? [buildPartnerTable(dimensions, names)] : []),
    ...(lines.length === 0 ? [] : [list(lines)]),
  ]
}

function buildPartnerTable(rows: Report['dimensions'], names: readonly string[]): Table {
  return table(
    [{ say: 'column-partner' }, ...rows.map(({ title }) => title)],
    names.map((name, index) => [
      name,
      ...rows.map(({ partners }) => partners[index]?.score.text ?? ''),
    ]),
    rows.map((_, index) => index + 1),
    { say: 'first-dimensions-by-partner' },
  )
}

/** What applies to nobody, and what is not scored where no partner may be named; the rest is explained above. */
function listUnscoredLines({
  title: dimension,
  score,
  partners,
}: Report['dimensions'][number]): readonly ReportSentence[] {
  const describe = (partner: string | null, { text, reason }: ShownScore): ReportSentence[] =>
    reason === null ? [] : [{ say: 'dimension-unscored', dimension, partner, score: text, reason }]
  const isExplainedAbove = partners.length > 0 && score.applies
  return [
    ...(isExplainedAbove ? [] : describe(null, score)),
    ...(partners.length < 2
      ? []
      : partners.flatMap(({ name, score: own }) => (own.applies ? [] : describe(name, own)))),
  ]
}
