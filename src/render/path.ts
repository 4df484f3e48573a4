import type { RootContent } from 'mdast'
import type { Report } from '../report/report.ts'
import { code, list, paragraph, section, strong } from './nodes.ts'

/** The steps to the next level, or why there are none; then what the open answers can still change. */
export function buildPathBlocks({
  pathToNextLevel: way,
  decidingQuestions: decides,
}: Report): RootContent[] {
  return [...buildPathStepBlocks(way), ...buildDecidedByBlocks(decides)]
}

function buildPathStepBlocks(way: Report['pathToNextLevel']): RootContent[] {
  if (way === null) return []
  const items = way.steps.map(({ question, ask, facts, moves }) => [
    paragraph(strong(ask), ' ', code(question), ': ', facts),
    ...(moves.length === 0 ? [] : [list(moves.map((move) => [paragraph(move)]))]),
  ])
  return [
    paragraph(way.lead),
    ...(items.length === 0 ? [] : [list(items)]),
    ...(way.about === null ? [] : [paragraph(way.about)]),
  ]
}

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
