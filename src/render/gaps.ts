import type { RootContent } from 'mdast'
import type { Report } from '../report/report.ts'
import { addChart, code, list, paragraph, section, strong } from './nodes.ts'

export function buildGapBlocks({ gaps, agenda }: Report): RootContent[] {
  const items = gaps.map(({ question, ask, about, gap, high, low }) => [
    paragraph(strong(ask), ' ', code(question), ': ', { say: 'gap-size', gap, about }),
    list([high, low].map((side) => [paragraph({ say: 'gap-side', ...side })])),
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

export function buildMirrorBlocks({ mirrors }: Report): RootContent[] {
  const items = mirrors.map(({ question, ask, own, others, gap }) => [
    paragraph(strong(ask), ' ', code(question), ': ', gap),
    list([[paragraph(own)], [paragraph(others)]]),
  ])
  return items.length === 0 ? [] : [list(items)]
}
