import type { RootContent, Table } from 'mdast'
import type { ShownScore } from '../report/dimensions.ts'
import type { Report } from '../report/report.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { say } from '../words/say-message.ts'
import { buildCommentBlocks } from './commentary.ts'
import {
  addChart,
  barNode,
  blockQuote,
  heading,
  list,
  paragraph,
  section,
  sentenceSection,
  splitFirstSentence,
  strong,
  table,
  withId,
} from './nodes.ts'

/** What must do by itself: the verdict and how firm it is, what people see, what holds it down, what to do and to decide. */
export function buildFirstPage(report: Report): RootContent[] {
  const { verdict: lead, warnings, decision } = report
  return [
    blockQuote(
      paragraph(strong(lead.headline)),
      paragraph(lead.sentence),
      ...sentences([...lead.firmness, lead.range]),
      ...sentences([lead.since]),
    ),
    ...buildCommentBlocks(report, 'first-page'),
    ...(lead.meaning === null ? [] : [paragraph(lead.meaning)]),
    ...sentences([lead.withheld]),
    ...buildFindingBlocks(report),
    ...sentenceSection(2, { say: 'first-limits' }, lead.missedLimits),
    ...sentenceSection(2, { say: 'first-warnings' }, [...lead.cautions, ...warnings.map(say)]),
    ...section(2, { say: 'first-audiences' }, buildAudienceBlocks(report)),
    ...section(2, { say: 'first-days' }, buildDayBlocks(report)),
    ...section(2, { say: 'first-dimensions' }, buildDimensionBlocks(report)),
    ...sentenceSection(2, lead.heldBackTitle, cutReasons(lead.heldBackBy)),
    ...section(2, { say: 'first-steps' }, buildFirstStepBlocks(report)),
    ...section(2, { say: 'first-decision' }, decision === null ? [] : [paragraph(decision)]),
  ]
}

/** A paragraph of them; none of none. */
function sentences(all: readonly (ReportSentence | string | null)[]) {
  const there = all.filter((sentence) => sentence !== null)
  return there.length === 0 ? [] : [paragraph({ say: 'sentences', all: there })]
}

/** What people said beforehand, what their answers show, and whether the plan agrees. */
function buildFindingBlocks({ expectations, highlights, verdict }: Report): RootContent[] {
  const { dependence, stake, problem } = expectations
  const said = dependence === null ? [] : [dependence, ...(stake === null ? [] : [stake])]
  const lines = [
    said.length === 0 ? null : ({ say: 'sentences', all: said } as const),
    problem,
    ...highlights,
    verdict.plan,
  ].filter((line) => line !== null)
  return lines.length === 0 ? [] : [list(lines.map((line) => [paragraph(line)]))]
}

const maxReasons = 4

/** At most four lines: the last says how many more there are. */
function cutReasons(reasons: readonly ReportSentence[]): readonly ReportSentence[] {
  if (reasons.length <= maxReasons) return reasons
  const shown = reasons.slice(0, maxReasons - 1)
  return [...shown, { say: 'first-held-rest', rest: reasons.length - shown.length }]
}

function buildAudienceBlocks({ audiences }: Report): RootContent[] {
  const items = audiences.map(({ title, who, meaning }) => [
    paragraph(strong(title), ', ', who, ': ', meaning),
  ])
  return items.length === 0 ? [] : [list(items)]
}

function buildDayBlocks(report: Report): RootContent[] {
  return report.days.flatMap(({ title, ask, question, results }): RootContent[] => [
    heading(3, title),
    paragraph(ask, ...withId(question, report)),
    ...results.flatMap(({ partner, items }): RootContent[] => [
      ...(results.length < 2 ? [] : [paragraph(strong(partner))]),
      list(items.map((item) => [paragraph(item)])),
    ]),
  ])
}

/** Each in its first sentence; the section of steps has the rest. */
function buildFirstStepBlocks(report: Report): RootContent[] {
  const hasMore = report.sections.includes('next-steps')
  const items = report.nextSteps.top.map(({ do: text, who, question }) => {
    const [first, rest] = splitFirstSentence(text)
    return [
      paragraph(
        strong(first),
        ...(hasMore || rest === '' ? [] : [rest]),
        ...(who.length === 0 ? [] : [' ', { say: 'step-who', who: who.map(dropPerson) } as const]),
        ...withId(question, report),
      ),
    ]
  })
  return items.length === 0 ? [] : [list(items, true)]
}

/** Whose step it is, without the person who could lead it. */
function dropPerson(who: ReportText): ReportText {
  if (typeof who === 'string') return who
  return who.say === 'step-for-all' ? { say: 'step-for-all', person: null } : who
}

const maxPartnerColumns = 3

function buildDimensionBlocks({ dimensions, charts }: Report): RootContent[] {
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
  const isDrawn = charts.dimensions !== null
  const lines = dimensions.flatMap(listUnscoredLines).map((line) => [paragraph(line)])
  const tables =
    names.length > maxPartnerColumns ? [scores, buildPartnerTable(dimensions, heads)] : [scores]
  return [
    ...addChart('dimensions', isDrawn ? tables.map(fold) : tables),
    ...(lines.length === 0 ? [] : [list(lines)]),
  ]
}

function fold(table: Table): Table {
  return { ...table, data: { ...table.data, folded: true } }
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
