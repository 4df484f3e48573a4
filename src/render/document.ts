import type { BlockContent, Root, RootContent, Table } from 'mdast'
import type { SectionName } from '../model/house-style.ts'
import type { QuestionComment, Report } from '../report/report.ts'
import type { SayAndDoRow } from '../report/say-do.ts'
import type { ReportSentence } from '../words/message.ts'
import { say } from '../words/say-message.ts'
import { sayReport } from '../words/say-report.ts'
import { buildBoundsBlocks } from './bounds.ts'
import { buildChangeBlocks } from './changes.ts'
import { buildFirstPage } from './first-page.ts'
import { buildHypothesisBlocks } from './hypothesis.ts'
import { addLinks } from './links.ts'
import {
  addChart,
  barNode,
  code,
  heading,
  list,
  paragraph,
  section,
  strong,
  table,
} from './nodes.ts'
import { buildPathBlocks } from './path.ts'
import { buildSignBlocks } from './signs.ts'
import { buildFurtherStepBlocks, buildStepBlocks } from './steps.ts'

/** The report as a document tree, from which every document format is written. */
export function buildReportDocument(report: Report): Root {
  const rest = report.sections.flatMap((name) => {
    const { title, blocks } = documentSections[name]
    return section(2, title, blocks(report))
  })
  const children = [
    heading(1, report.title),
    ...buildHypothesisBlocks(report),
    ...buildFirstPage(report),
    ...rest,
  ]
  const shown = report.sections.includes('answers') ? report.answers : []
  const answered = shown.flatMap(({ rows }) => rows.map(({ question }) => question))
  return addLinks({ type: 'root', children }, new Set(answered))
}

const documentSections: Readonly<Record<SectionName, DocumentSection>> = {
  changes: { title: 'What has changed', blocks: buildChangeBlocks },
  signs: { title: 'Signs to watch', blocks: buildSignBlocks },
  gaps: { title: 'Where the partners see it differently', blocks: buildGapBlocks },
  mirrors: { title: 'How the partners see each other', blocks: buildMirrorBlocks },
  'say-and-do': { title: 'What is said and what is written', blocks: buildSayDoBlocks },
  plan: {
    title: 'The plan in writing',
    blocks: (report) => [...buildPlanBlocks(report), ...buildRiskBlocks(report)],
  },
  path: { title: 'The way to the next level', blocks: buildPathBlocks },
  'next-steps': { title: 'Next steps', blocks: buildStepBlocks },
  strengths: { title: 'What already works', blocks: buildStrengthBlocks },
  open: { title: 'Still open', blocks: buildOpenBlocks },
  'not-applicable': {
    title: 'Set aside as not applicable',
    blocks: ({ notApplicable }) => buildRemarkBlocks(notApplicable),
  },
  notes: { title: 'Notes', blocks: ({ notes }) => buildRemarkBlocks(notes) },
  'further-steps': { title: 'Further steps', blocks: buildFurtherStepBlocks },
  answers: { title: 'Every answer', blocks: buildAnswerBlocks },
  agreement: { title: 'How far the answers agree', blocks: buildAgreementBlocks },
  method: { title: 'Method and provenance', blocks: buildMethodBlocks },
}

interface DocumentSection {
  readonly title: string
  readonly blocks: (report: Report) => RootContent[]
}

function buildStrengthBlocks({ strengths: standing }: Report): RootContent[] {
  const items = standing.strongest.map(({ question, ask, score }) => [
    paragraph(`${ask} `, strong(score), ' ', code(question)),
  ])
  return items.length === 0 ? [] : [list(items)]
}

function buildGapBlocks({ gaps, agenda }: Report): RootContent[] {
  const items = gaps.map(({ question, ask, about, gap, high, low }) => [
    paragraph(strong(ask), ' ', code(question), `: ${formatGapSize(gap, about)}`),
    list(
      [high, low].map(({ partner, score, words }) => [
        paragraph(words === null ? `${partner}: ${score}` : `${partner}: ${words} (${score})`),
      ]),
    ),
  ])
  return items.length === 0 ? [] : addChart('gaps', [list(items), ...buildAgendaBlocks(agenda)])
}

function formatGapSize(gap: string, about: Report['gaps'][number]['about']): string {
  return about === null ? `${gap} points apart` : `${gap} points apart, each of ${about}`
}

function buildAgendaBlocks(agenda: Report['agenda']): RootContent[] {
  if (agenda === null) return []
  const items = agenda.points.map(({ minutes, ask, opening }) => [
    paragraph(`Minutes ${minutes}: `, strong(ask)),
    list([[paragraph({ say: 'agenda-opening', opening })]]),
  ])
  return section(3, 'An agenda for it', [
    paragraph(agenda.lead),
    list(items),
    paragraph(agenda.close),
  ])
}

function buildMirrorBlocks({ mirrors }: Report): RootContent[] {
  const items = mirrors.map(({ question, ask, own, others, gap }) => [
    paragraph(strong(ask), ' ', code(question), ': ', gap),
    list([[paragraph(own)], [paragraph(others)]]),
  ])
  return items.length === 0 ? [] : [list(items)]
}

function buildSayDoBlocks({ sayAndDo }: Report): RootContent[] {
  if (sayAndDo === null) return []
  const {
    claimedNotWritten: claimed,
    writtenNotLived: notLived,
    overconfident: confident,
  } = sayAndDo
  const rows = (title: string, about: string, items: readonly SayAndDoRow[]) =>
    section(3, title, items.length === 0 ? [] : [paragraph(about), list(items.map(buildSayDoItem))])
  const sure = confident.map(({ dimension, sentence }) => [
    paragraph(strong(dimension), ': ', sentence),
  ])
  return [
    ...rows(
      'Claimed, not written',
      'People say it is in place; the plan does not hold it.',
      claimed,
    ),
    ...rows(
      'Written, not lived',
      'The plan holds it; people do not see it, or do not know of it.',
      notLived,
    ),
    ...section(3, 'Surer than the evidence', sure.length === 0 ? [] : [list(sure)]),
  ]
}

function buildSayDoItem({
  question,
  ask,
  partners,
  evidence,
}: SayAndDoRow): readonly BlockContent[] {
  const lines = evidence.map(({ title, place, check }) => [
    paragraph(`${title}`, ...(place === null ? [] : [', ', code(place)]), ' ', code(check)),
  ])
  return [
    paragraph(strong(ask), ' ', code(question), ': ', { say: 'separated', items: partners }),
    list(lines),
  ]
}

function buildPlanBlocks({ planSummary: written }: Report): RootContent[] {
  if (written === null) return []
  const { headline, dimensions, findings, rest } = written
  const items = findings.map(({ severity, message, fix, place, check, waived }) => [
    paragraph(strong(severity), ` ${say(message)}, `, code(place), ' ', code(check)),
    ...(waived === null && fix === null ? [] : [list([[paragraph(waived ?? say(fix ?? ''))]])]),
  ])
  return [
    paragraph(headline),
    table(
      ['Dimension', 'Score', ''],
      dimensions.map(({ title, score, value }) => [title, score, barNode(value)]),
      [1],
    ),
    ...(items.length === 0 ? [paragraph('The checks find nothing wrong in it.')] : [list(items)]),
    ...(rest === 0 ? [] : [paragraph(`And ${rest} more; “accordant check” lists them all.`)]),
  ]
}

function buildRiskBlocks({ charts: { risks } }: Report): RootContent[] {
  if (risks === null) return []
  const rows = risks.rows.map(({ risk, likelihood, impact, owner }, index) => [
    String(index + 1),
    risk,
    String(likelihood),
    String(impact),
    owner ?? '',
  ])
  const left = risks.unplaced.map((risk) => [paragraph(risk)])
  return section(3, 'The risks it names', [
    ...addChart('risks', [table(['No.', 'Risk', 'Likelihood', 'Impact', 'Owner'], rows, [2, 3])]),
    ...(left.length === 0
      ? []
      : [paragraph('Without likelihood or impact, and so without a place:'), list(left)]),
  ])
}

function buildOpenBlocks(report: Report): RootContent[] {
  const items = report.openQuestions.map(({ question, ask, who }) => [
    paragraph(`${ask} `, code(question)),
    list(who.map((line) => [paragraph(line)])),
  ])
  return [...buildBoundsBlocks(report), ...(items.length === 0 ? [] : [list(items)])]
}

/** What was written on a question stands together. */
function buildRemarkBlocks(remarks: readonly QuestionComment[]): RootContent[] {
  const asked = new Map(remarks.map(({ question, ask }) => [question, ask]))
  const said = new Map<string, ReturnType<typeof paragraph>[][]>()
  for (const { question, partner, text: words } of remarks) {
    const own = said.get(question) ?? []
    own.push([paragraph(`${partner}: “${words.trim()}”`)])
    said.set(question, own)
  }
  const items = [...asked].map(([question, ask]) => [
    paragraph(`${ask} `, code(question)),
    list(said.get(question) ?? []),
  ])
  return items.length === 0 ? [] : [list(items)]
}

/** A heading for each question, which everything said of it links to. */
function buildAnswerBlocks({ answers }: Report): RootContent[] {
  return answers.flatMap(({ dimension, partners, rows }): RootContent[] => [
    heading(3, dimension),
    ...rows.flatMap(({ question, ask, cells }): RootContent[] => {
      return [
        heading(4, code(question)),
        paragraph(ask),
        list(
          cells.map((cell, index) => {
            const partner = partners.length < 2 ? [] : [partners[index] ?? '', ': ']
            return [paragraph(...partner, cell)]
          }),
        ),
      ]
    }),
  ])
}

function buildAgreementBlocks({ agreement }: Report): RootContent[] {
  if (agreement === null) return []
  const { partners, rows, notes } = agreement
  const hasAlpha = rows.some(({ alpha }) => alpha !== null)
  const columns: readonly ReportSentence[] = [
    ...partners.map((partner) => ({ say: 'agreement-column', partner }) as const),
    ...(hasAlpha ? [{ say: 'cronbach-column' } as const] : []),
  ]
  const grid = table(
    ['Dimension', ...columns],
    rows.map(({ dimension, within, alpha }) => [
      dimension,
      ...within,
      ...(alpha === null ? [] : [alpha]),
    ]),
    columns.map((_, index) => index + 1),
  )
  return [...(columns.length === 0 ? [] : [grid]), list(notes.map((note) => [paragraph(note)]))]
}

function buildLevelTable({ levels }: Report['method']): Table {
  return table(
    ['Level', 'Score from', 'Every dimension from'],
    levels.map(({ title, score, weakest }) => [title, score, weakest]),
    [1, 2],
  )
}

function buildMethodBlocks({ method }: Report): RootContent[] {
  return [
    ...method.sentences.map((sentence) => paragraph(sentence)),
    ...(method.levels.length === 0 ? [] : [buildLevelTable(method)]),
    list(
      method.provenance.map(({ what, value, isCode }) => [
        paragraph(what, ': ', isCode ? code(sayReport(value)) : value),
      ]),
    ),
  ]
}
