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
  const decided = buildDecidingBlocks(report)
  return [
    blockQuote(...verdict, ...sentences(lead.firmness), ...range, ...since),
    ...(lead.meaning === null ? [] : [paragraph(lead.meaning)]),
    ...(lead.withheld === null ? [] : [paragraph(lead.withheld)]),
    ...buildExpectationBlocks(report),
    ...sentences([strengths.lowest, lead.division, lead.plan]),
    ...sentenceSection(2, { say: 'first-limits' }, lead.missedLimits),
    ...sentenceSection(2, lead.heldBackTitle, lead.heldBackBy),
    ...section(2, { say: 'first-deciding' }, decided),
    ...sentenceSection(2, { say: 'first-warnings' }, [...lead.cautions, ...warnings.map(say)]),
    ...section(2, { say: 'first-audiences' }, buildAudienceBlocks(report)),
    ...section(2, { say: 'first-days' }, buildDayBlocks(report)),
    ...section(2, { say: 'first-dimensions' }, buildDimensionBlocks(report)),
    ...report.gaps.slice(0, 1).flatMap(buildLargestGapSection),
    ...section(2, { say: 'first-steps' }, buildFirstStepBlocks(report)),
  ]
}

/** A paragraph of them; none of none. */
function sentences(all: readonly (ReportSentence | null)[]) {
  const there = all.filter((sentence) => sentence !== null)
  return there.length === 0 ? [] : [paragraph({ say: 'sentences', all: there })]
}

function buildExpectationBlocks({ expectations, sections }: Report): RootContent[] {
  const { dependence, stake, problem } = expectations
  const said = sentences([dependence, stake])
  if (problem === null) return said
  const { lead, quotes, rest, areWhole } = problem
  const isListed = sections.includes('notes')
  return [
    ...said,
    paragraph(lead),
    list(quotes.map((quote) => [paragraph(quote)])),
    ...(rest > 0 || (isListed && !areWhole)
      ? [paragraph({ say: 'problem-rest', rest, isListed })]
      : []),
  ]
}

const maxDecidingQuestions = 5

function buildDecidingBlocks({ verdict, sections }: Report): RootContent[] {
  const all = verdict.decidedBy
  const items = all
    .slice(0, maxDecidingQuestions)
    .map(({ question, ask }) => [paragraph(ask, ' ', code(question))])
  const rest = all.length - items.length
  return [
    ...(items.length === 0 ? [] : [list(items)]),
    ...(rest === 0
      ? []
      : [paragraph({ say: 'first-deciding-rest', rest, isListed: sections.includes('open') })]),
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

function buildLargestGapSection({
  question,
  ask,
  gap,
  outweighs,
  isPartial,
  high,
  low,
}: GapRow): RootContent[] {
  return section(2, { say: 'first-gap', isPartial }, [
    paragraph(strong(ask), ' ', code(question), ': ', { say: 'gap-size', gap }),
    list([...high, ...low].map((side) => [paragraph({ say: 'gap-side', ...side })])),
    ...(outweighs ? [paragraph({ say: 'first-gap-outweighed' })] : []),
  ])
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
  const partners = dimensions[0]?.partners ?? []
  const names = partners.map(({ name }) => name)
  const heads = partners.map(
    ({ name, people }) => ({ say: 'partner-column', partner: name, people }) as const,
  )
  const [only] = heads
  const beside = heads.length > 1 && heads.length <= maxPartnerColumns ? heads : []
  const isOne = heads.length === 1 && only !== undefined
  const scores = table(
    [{ say: 'column-dimension' }, isOne ? only : { say: 'column-score' }, '', ...beside],
    dimensions.map(({ title, score, partners: own }) => [
      title,
      score.text,
      barNode(score.value),
      ...(beside.length === 0 ? [] : own.map((partner) => partner.score.text)),
    ]),
    [1, ...beside.map((_, index) => index + 3)],
  )
  const lines = dimensions.flatMap(listUnscoredLines).map((line) => [paragraph(line)])
  return [
    ...addChart('dimensions', [scores]),
    ...(names.length > maxPartnerColumns ? [buildPartnerTable(dimensions, heads)] : []),
    ...(lines.length === 0 ? [] : [list(lines)]),
  ]
}

function buildPartnerTable(rows: Report['dimensions'], heads: readonly ReportSentence[]): Table {
  return table(
    [{ say: 'column-partner' }, ...rows.map(({ title }) => title)],
    heads.map((head, index) => [
      head,
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
