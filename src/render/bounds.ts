import type { RootContent } from 'mdast'
import type { Report } from '../report/report.ts'
import { addChart, paragraph, table } from './nodes.ts'

/** What open answers leave possible, where there are any. */
export function buildBoundsBlocks({ dimensions }: Report): RootContent[] {
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
