import type { RootContent } from 'mdast'
import type { Report } from '../report/report.ts'
import { barNode, blockQuote, heading, list, paragraph, section, strong, table } from './nodes.ts'
import { buildStep } from './steps.ts'

/** The page that one partner takes home; nothing where it is asked for nobody. */
export function buildPartnerPageBlocks(report: Report): RootContent[] {
  const { partnerPage: page, verdict, highlights } = report
  if (page === null) return []
  const high = highlights.filter(({ say }) => say === 'highlight-strengths')
  const shared = [...page.shared, ...high].map((line) => [paragraph(line)])
  const mirrors = page.mirrors.map(({ ask, sentence }) => [paragraph(strong(ask), ' ', sentence)])
  return [
    heading(2, page.title),
    blockQuote(
      paragraph(strong(verdict.headline)),
      paragraph({ say: 'sentences', all: [verdict.sentence, ...verdict.firmness] }),
    ),
    ...section(3, { say: 'own-view' }, [
      table(
        [{ say: 'column-dimension' }, page.column, '', { say: 'own-partnership' }],
        page.dimensions.map(({ title, own, whole }) => [
          title,
          own.text,
          barNode(own.value),
          whole,
        ]),
        [1, 3],
      ),
    ]),
    ...section(3, { say: 'own-seen' }, [
      ...page.seen.map((line) => paragraph(line)),
      ...(mirrors.length === 0 ? [] : [list(mirrors)]),
    ]),
    ...section(3, { say: 'own-shared-title' }, shared.length === 0 ? [] : [list(shared)]),
    ...section(
      3,
      { say: 'own-steps' },
      page.steps.length === 0 ? [] : [list(page.steps.map((step) => buildStep(step, report)))],
    ),
  ]
}
