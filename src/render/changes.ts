import type { RootContent } from 'mdast'
import type { ChangePeriod, Changes } from '../report/changes.ts'
import type { Report } from '../report/report.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { addChart, code, list, paragraph, section, strong, table } from './nodes.ts'

/** What moved since the last time, and signs of fading. */
export const changeSections = { changes: buildChangeBlocks, signs: buildSignBlocks }

/** The scores over time side by side, then what moved from one point to the next. */
function buildChangeBlocks({ changes }: Report): RootContent[] {
  if (changes === null) return []
  return [...buildTrendBlocks(changes), ...changes.periods.flatMap(buildSpanBlocks)]
}

function buildTrendBlocks({ scores, error }: Changes): RootContent[] {
  if (scores === null) return []
  const { points, hasError, rows } = scores
  const head: readonly ReportText[] = [
    '',
    ...points,
    { say: 'changes-column' },
    ...(hasError ? [{ say: 'changes-error-column' } as const] : []),
  ]
  const cells = rows.map(({ title, scores: own, change, beyondError }) => [
    title,
    ...own,
    change,
    ...(hasError ? [beyondError] : []),
  ])
  const right = points.map((_, index) => index + 1)
  return addChart('trend', [
    table(head, cells, [...right, points.length + 1]),
    ...(error === null ? [] : [paragraph(error)]),
  ])
}

function buildSpanBlocks({ title, sentences, partners, lists }: ChangePeriod): RootContent[] {
  return section(3, title, [
    paragraph({ say: 'sentences', all: sentences }),
    ...partners.flatMap(({ partner, lead, moves, rest }): RootContent[] => [
      paragraph(strong(partner), ': ', lead),
      ...(moves.length === 0
        ? []
        : [
            list(
              moves.map(({ question, ask, move }) => [
                paragraph(ask, ' ', code(question)),
                list([[paragraph(move)]]),
              ]),
            ),
          ]),
      ...(rest === 0 ? [] : [paragraph({ say: 'moves-rest', rest })]),
    ]),
    ...lists.flatMap(({ title: what, questions }) => [
      paragraph(strong(what)),
      list(questions.map(({ question, ask }) => [paragraph(ask, ' ', code(question))])),
    ]),
  ])
}

/** Early signs of fading, each under what it is a sign of. */
function buildSignBlocks({ warningSigns: { fading, burden, overdue } }: Report): RootContent[] {
  const about = (
    title: ReportSentence,
    intro: ReportSentence,
    items: ReturnType<typeof paragraph>[][],
  ) => section(3, title, items.length === 0 ? [] : [paragraph(intro), list(items)])
  return [
    ...section(
      3,
      { say: 'signs-fading' },
      fading.length === 0
        ? []
        : [
            paragraph({ say: 'signs-fading-about' }),
            ...fading.flatMap(({ lead, shown }) => [
              paragraph(strong(lead), ':'),
              list(shown.map((sign) => [paragraph(sign)])),
            ]),
          ],
    ),
    ...about(
      { say: 'signs-burden' },
      { say: 'signs-burden-about' },
      burden.map(({ question, sentence }) => [paragraph(sentence, ' ', code(question))]),
    ),
    ...about(
      { say: 'signs-overdue' },
      { say: 'signs-overdue-about' },
      overdue.map(({ sentence, place }) => [
        paragraph(sentence, ...(place === null ? [] : [', ', code(place)])),
      ]),
    ),
  ]
}
