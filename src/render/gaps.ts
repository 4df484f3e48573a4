import type { RootContent, Table } from 'mdast'
import type { Report } from '../report/report.ts'
import type { ReportSentence } from '../words/message.ts'
import { sayReport } from '../words/say-report.ts'
import { addChart, code, list, paragraph, section, strong, table } from './nodes.ts'

/** Where views differ, how far people agree, and how all of it is counted. */
export const gapSections = {
  gaps: buildGapBlocks,
  divided: buildDividedBlocks,
  mirrors: buildMirrorBlocks,
  agreement: buildAgreementBlocks,
  method: buildMethodBlocks,
}

function buildGapBlocks({ gaps, agenda }: Report): RootContent[] {
  const items = gaps.map(({ question, ask, gap, high, low }) => [
    paragraph(strong(ask), ' ', code(question), ': ', { say: 'gap-size', gap }),
    list([...high, ...low].map((side) => [paragraph({ say: 'gap-side', ...side })])),
  ])
  return items.length === 0 ? [] : addChart('gaps', [list(items), ...buildAgendaBlocks(agenda)])
}

function buildAgendaBlocks(agenda: Report['agenda']): RootContent[] {
  if (agenda === null) return []
  const items = agenda.points.map(({ minutes, ask, opening }) => [
    paragraph({ say: 'agenda-minutes', minutes }, strong(ask)),
    list([[paragraph({ say: 'agenda-opening', opening })]]),
  ])
  return section(3, { say: 'agenda-title' }, [
    paragraph(agenda.lead),
    list(items),
    paragraph(agenda.close),
  ])
}

function buildMirrorBlocks({ mirrors: { subjects, rows } }: Report): RootContent[] {
  const items = rows.map(({ question, ask, sentence }) => [
    paragraph(strong(ask), ' ', code(question), ': ', sentence),
  ])
  return [
    ...(subjects.length === 0 ? [] : [list(subjects.map((subject) => [paragraph(subject)]))]),
    ...(items.length === 0 ? [] : [paragraph({ say: 'mirror-rows' }), list(items)]),
  ]
}

/** How many people of a partner gave which answer. */
function buildDividedBlocks({ divided: { rows, rest } }: Report): RootContent[] {
  if (rows.length === 0) return []
  const items = rows.map(({ question, ask, partner, counts }) => [
    paragraph(strong(ask), ' ', code(question)),
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
  return [...(columns.length === 0 ? [] : [grid]), list(notes.map((note) => [paragraph(note)]))]
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

function buildLevelTable({ levels }: Report['method']): Table {
  return table(
    [{ say: 'levels-level' }, { say: 'levels-score' }, { say: 'levels-weakest' }],
    levels.map(({ title, score, weakest }) => [title, score, weakest]),
    [1, 2],
  )
}
