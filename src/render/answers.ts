import type { RootContent } from 'mdast'
import type { Report } from '../report/report.ts'
import { addChart, code, heading, list, paragraph, section, table } from './nodes.ts'

/** What people answered, and what is still open. */
export const answerSections = { open: buildOpenBlocks, answers: buildAnswerBlocks }

function buildOpenBlocks(report: Report): RootContent[] {
  const items = report.openQuestions.map(({ question, ask, who }) => [
    paragraph(ask, ' ', code(question)),
    list(who.map((line) => [paragraph(line)])),
  ])
  return [
    ...buildBoundsBlocks(report),
    ...buildDecidedByBlocks(report.decidingQuestions),
    ...(items.length === 0 ? [] : [list(items)]),
  ]
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
function buildDecidedByBlocks(decides: Report['decidingQuestions']): RootContent[] {
  if (decides === null) return []
  const items = decides.questions.map(({ question, ask, room }) => [
    paragraph(ask, ' ', code(question), ': ', { say: 'deciding-room', room }),
  ])
  return section(3, { say: 'deciding-questions' }, [
    paragraph(decides.lead),
    ...(items.length === 0 ? [] : [list(items)]),
    ...(decides.more === 0 ? [] : [paragraph({ say: 'deciding-rest', rest: decides.more })]),
  ])
}
