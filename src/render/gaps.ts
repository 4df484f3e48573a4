import type { RootContent, Table } from 'mdast'
import type { Report } from '../report/report.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { sayReport } from '../words/say-report.ts'
import { addChart, code, list, paragraph, section, strong, table, withId } from './nodes.ts'

/** Where views differ, how to talk about it, how far people agree, and how all of it is counted. */
export const gapSections = {
  gaps: buildViewBlocks,
  talk: buildTalkBlocks,
  agreement: buildAgreementBlocks,
  method: buildMethodBlocks,
  provenance: buildProvenanceBlocks,
}

function buildViewBlocks(report: Report): RootContent[] {
  return [
    ...section(3, { say: 'gaps-between' }, buildGapBlocks(report)),
    ...section(3, { say: 'gaps-inside' }, buildDividedBlocks(report)),
    ...section(3, { say: 'gaps-seen' }, buildMirrorBlocks(report)),
  ]
}

function buildGapBlocks(report: Report): RootContent[] {
  const items = report.gaps.map(({ question, ask, gap, high, low, notes }) => [
    paragraph(strong(ask), ...withId(question, report), ' ', { say: 'gap-size', gap }),
    listOf([...[...high, ...low].map((side) => ({ say: 'gap-side', ...side }) as const), ...notes]),
  ])
  if (items.length === 0) return []
  // The list has the same figures: the drawing is for those who want all there is.
  return report.detail === 'full' ? addChart('gaps', [list(items)]) : [list(items)]
}

function listOf(lines: readonly ReportText[]) {
  return list(lines.map((line) => [paragraph(line)]))
}

function buildTalkBlocks(report: Report): RootContent[] {
  if (report.talk === null) return []
  const { lead, preparation, rules, topics, close } = report.talk
  const items = topics.map(({ minutes, ask, question, opening }) => [
    paragraph({ say: 'talk-minutes', minutes }, strong(ask), ...withId(question, report)),
    listOf([{ say: 'talk-opening', opening }, { say: 'talk-decided' }]),
  ])
  return [
    paragraph(lead),
    ...section(3, { say: 'talk-before' }, [listOf(preparation)]),
    ...section(3, { say: 'talk-rules' }, [listOf(rules)]),
    ...section(3, { say: 'talk-topics' }, [list(items), paragraph(close)]),
  ]
}

function buildMirrorBlocks(report: Report): RootContent[] {
  const { subjects, rows } = report.mirrors
  const items = rows.map(({ question, ask, sentence }) => [
    paragraph(strong(ask), ...withId(question, report), ' ', sentence),
  ])
  return [
    ...(subjects.length === 0 ? [] : [listOf(subjects)]),
    ...(items.length === 0 ? [] : [paragraph({ say: 'mirror-rows' }), list(items)]),
  ]
}

/** How many people of a partner gave which answer. */
function buildDividedBlocks(report: Report): RootContent[] {
  const { rows, rest } = report.divided
  if (rows.length === 0) return []
  const items = rows.map(({ question, ask, partner, counts }) => [
    paragraph(strong(ask), ...withId(question, report)),
    list([[paragraph(partner, ': ', { say: 'separated', items: counts })]]),
  ])
  return [list(items), ...(rest === 0 ? [] : [paragraph({ say: 'divided-rest', rest })])]
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
    [{ say: 'column-dimension' }, ...columns],
    rows.map(({ dimension, within, alpha }) => [
      dimension,
      ...within,
      ...(alpha === null ? [] : [alpha]),
    ]),
    columns.map((_, index) => index + 1),
  )
  return [...(columns.length === 0 ? [] : [grid]), listOf(notes)]
}

function buildMethodBlocks({ method }: Report): RootContent[] {
  return [
    paragraph(method.source),
    ...method.sentences.map((sentence) => paragraph(sentence)),
    ...(method.levels.length === 0 ? [] : [buildLevelTable(method)]),
  ]
}

function buildProvenanceBlocks({ method }: Report): RootContent[] {
  return [
    list(
      method.provenance.map(({ what, value, isCode }) => [
        paragraph(what, ': ', isCode ? code(sayReport(value)) : value),
      ]),
    ),
  ]
}

function buildLevelTable({ levels }: Report['method']): Table {
  return table(
    [{ say: 'levels-level' }, { say: 'levels-score' }, { say: 'levels-weakest' }],
    levels.map(({ title, score, weakest }) => [title, score, weakest]),
    [1, 2],
  )
}
