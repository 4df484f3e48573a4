import type { RootContent, Table } from 'mdast'
import type { ShownScore } from '../report/dimensions.ts'
import type { GapRow } from '../report/gaps.ts'
import type { Report } from '../report/report.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { say } from '../words/say-message.ts'
import {
  addChart,
  barNode,
  code,
  heading,
  list,
  paragraph,
  quote,
  section,
  sentenceSection,
  strong,
  table,
} from './nodes.ts'

/** What must do by itself: the verdict, what holds it down, the dimensions, the largest gap, what to do first. */
export function buildFirstPage(report: Report): RootContent[] {
  const { verdict: lead, strengths: standing, warnings } = report
  const verdict = [paragraph(strong(lead.headline)), paragraph(lead.sentence)]
  const range = lead.range === null ? [] : [paragraph(lead.range)]
  const since = lead.since === null ? [] : [paragraph(lead.since)]
  const decided = buildDecidingBlocks(lead.decidedBy)
  return [
    quote(...verdict, ...range, ...since),
    ...(lead.meaning === null ? [] : [paragraph(lead.meaning)]),
    ...(lead.withheld === null ? [] : [paragraph(lead.withheld)]),
    ...(standing.weakestLink === null ? [] : [paragraph(standing.weakestLink)]),
    ...sentenceSection(2, 'Limits missed', lead.missedLimits),
    ...sentenceSection(2, lead.heldBackTitle, lead.heldBackBy),
    ...section(2, 'Open questions that decide the level', decided),
    ...sentenceSection(2, 'To bear in mind', warnings.map(say)),
    ...section(2, 'What people thought beforehand', buildAudienceBlocks(report)),
    ...section(2, 'What the days came to', buildDayBlocks(report)),
    ...section(2, 'The dimensions', buildDimensionBlocks(report)),
    ...section(2, 'The largest gap', report.gaps.slice(0, 1).flatMap(buildLargestGapBlocks)),
    ...section(2, 'Do these first', buildFirstStepBlocks(report)),
  ]
}

const maxDecidingQuestions = 5

function buildDecidingBlocks(all: Report['verdict']['decidedBy']): RootContent[] {
  const items = all
    .slice(0, maxDecidingQuestions)
    .map(({ question, ask }) => [paragraph(`${ask} `, code(question))])
  const rest = all.length - items.length
  return [
    ...(items.length === 0 ? [] : [list(items)]),
    ...(rest === 0 ? [] : [paragraph(`And ${rest} more, under “Still open”.`)]),
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
    paragraph(`${ask} `, code(question)),
    ...results.flatMap(({ partner, items }): RootContent[] => [
      ...(results.length < 2 ? [] : [paragraph(strong(partner))]),
      list(items.map((item) => [paragraph(item)])),
    ]),
  ])
}

function buildLargestGapBlocks({
  question,
  ask,
  about,
  gap,
  outweighs,
  high,
  low,
}: GapRow): RootContent[] {
  const whom = about === null ? '' : ` of ${about}`
  const says = ({ partner, words, score }: GapRow['high']) =>
    words === null
      ? `${partner} gives ${about ?? 'it'} ${score}`
      : `${partner} says${whom} “${words}” (${score})`
  return [
    paragraph(strong(ask), ' ', code(question)),
    paragraph(
      `${says(high)}. ${says(low)}. They are ${gap} points apart${outweighs ? '; others are wider, and weigh less in the score' : ''}.`,
    ),
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
    ['Dimension', 'Score', '', ...beside],
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
    ['Partner', ...rows.map(({ title }) => title)],
    names.map((name, index) => [
      name,
      ...rows.map(({ partners }) => partners[index]?.score.text ?? ''),
    ]),
    rows.map((_, index) => index + 1),
    'The dimensions by partner',
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
