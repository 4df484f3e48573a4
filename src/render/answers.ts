import type { RootContent, TableCell } from 'mdast'
import type { Report } from '../report/report.ts'
import {
  addChart,
  code,
  heading,
  list,
  paragraph,
  section,
  strong,
  table,
  textNode,
  withId,
} from './nodes.ts'

/** What people answered, and what is still open. */
export const answerSections = {
  'heat-map': buildHeatBlocks,
  answers: buildAnswerBlocks,
  strengths: buildStrengthBlocks,
  open: buildOpenBlocks,
}

function buildHeatBlocks({ heatMap }: Report): RootContent[] {
  if (heatMap === null) return []
  return [
    paragraph({ say: 'heat-lead' }),
    ...heatMap.dimensions.map(({ title, rows }) => {
      const grid = table(
        [title, ...heatMap.partners],
        rows.map(({ ask, cells }) => [ask, ...cells.map(({ text }) => text)]),
        heatMap.partners.map((_, index) => index + 1),
      )
      const [head, ...body] = grid.children
      return {
        ...grid,
        children: [
          ...(head === undefined ? [] : [head]),
          ...body.map((row, at) => ({
            ...row,
            children: row.children.map((cell, column): TableCell => {
              const own = rows[at]?.cells[column - 1]
              if (own === undefined) return cell
              return { ...cell, data: { heat: { value: own.value, counts: own.counts } } }
            }),
          })),
        ],
      }
    }),
  ]
}

function buildStrengthBlocks(report: Report): RootContent[] {
  const items = report.strengths.map(({ question, ask, score }) => [
    paragraph(ask, ' ', strong(score), ...withId(question, report)),
  ])
  return items.length === 0 ? [] : [list(items)]
}

function buildOpenBlocks(report: Report): RootContent[] {
  const items = report.openQuestions.map(({ question, ask, who }) => [
    paragraph(ask, ...withId(question, report)),
    list(who.map((line) => [paragraph(line)])),
  ])
  return [
    ...buildBoundsBlocks(report),
    ...buildDecidedByBlocks(report),
    ...(items.length === 0 ? [] : [list(items)]),
  ]
}

/** A heading for each question: its id in the full report, where everything said of it links to it; else its words. */
function buildAnswerBlocks({ answers, detail }: Report): RootContent[] {
  const isFull = detail === 'full'
  return answers.flatMap(({ title, partners, rows }): RootContent[] => [
    heading(3, title),
    ...rows.flatMap(({ question, ask, cells, remarks }): RootContent[] => [
      ...(isFull ? [heading(4, code(question)), paragraph(ask)] : [heading(4, textNode(ask))]),
      list([
        ...cells.map((cell, index) => {
          const partner = partners.length < 2 ? [] : [partners[index] ?? '', ': ']
          return [paragraph(...partner, cell)]
        }),
        ...remarks.map((remark) => [paragraph(remark)]),
      ]),
    ]),
  ])
}

/** What open answers leave possible, where there are any. */
function buildBoundsBlocks({ dimensions }: Report): RootContent[] {
  const open = dimensions.filter(({ score }) => score.bounds !== null)
  if (open.length === 0) return []
  return [
    paragraph({ say: 'bounds-lead' }),
    ...addChart('room', [
      table(
        [{ say: 'column-dimension' }, { say: 'bounds-answered' }, { say: 'bounds-range' }],
        open.map(({ title, score }) => [title, score.coverage, score.bounds ?? '']),
        [1, 2],
        { say: 'bounds-caption' },
      ),
    ]),
  ]
}

/** Which of them can move the score most. */
function buildDecidedByBlocks(report: Report): RootContent[] {
  const decides = report.decidingQuestions
  if (decides === null) return []
  const items = decides.questions.map(({ question, ask, room }) => [
    paragraph(ask, ...withId(question, report), ': ', { say: 'deciding-room', room }),
  ])
  return section(3, { say: 'deciding-questions' }, [
    paragraph(decides.lead),
    ...(items.length === 0 ? [] : [list(items)]),
    ...(decides.more === 0 ? [] : [paragraph({ say: 'deciding-rest', rest: decides.more })]),
  ])
}
