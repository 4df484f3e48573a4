import type { RootContent } from 'mdast'
import type { Report } from '../report/report.ts'
import { code, list, paragraph, strong, table } from './nodes.ts'

/** Before anything else: that the figures are hypothetical. */
export function buildHypothesisBlocks({ hypothesis }: Report): RootContent[] {
  if (hypothesis === null) return []
  const { lead, assumed, rows } = hypothesis
  return [
    paragraph(strong({ say: 'hypothetical' }), ' ', lead),
    list(
      assumed.map(({ question, ask, value }) => [
        paragraph(ask, ' ', code(question), ': ', strong(value)),
      ]),
    ),
    table(
      ['', { say: 'hypothesis-answered' }, { say: 'hypothesis-assumed' }],
      rows.map(({ what, answered, assumed: then }) => [what, answered, then]),
      [],
      { say: 'hypothesis-caption' },
    ),
  ]
}
