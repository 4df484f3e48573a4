import type { BlockContent, RootContent } from 'mdast'
import type { ChangePeriod, Changes } from '../report/changes.ts'
import type { Report } from '../report/report.ts'
import type { ReportText } from '../words/message.ts'
import { addChart, list, paragraph, section, strong, table, withId } from './nodes.ts'

/** What moved since the last time, and signs of fading. */
export const changeSections = { changes: buildChangeBlocks, signs: buildSignBlocks }

/** The scores over time side by side, then what moved from one point to the next. */
function buildChangeBlocks(report: Report): RootContent[] {
  const { changes, detail } = report
  if (changes === null) return []
  // What moved before the last time is history, and the table has its scores.
  const periods = detail === 'full' ? changes.periods : changes.periods.slice(0, 1)
  return [
    ...buildTrendBlocks(changes),
    ...periods.flatMap((period) => buildSpanBlocks(period, report)),
    ...section(3, { say: 'signs-fading' }, buildFadingBlocks(report)),
  ]
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

function buildSpanBlocks(
  { title, sentences, partners, lists }: ChangePeriod,
  report: Report,
): RootContent[] {
  // The first page says it of the last period.
  const isSaid = report.detail === 'standard' && report.verdict.since !== null
  return section(3, title, [
    ...(isSaid ? [] : [paragraph({ say: 'sentences', all: sentences })]),
    ...partners.flatMap(({ partner, lead, moves, rest }): RootContent[] => [
      paragraph(strong(partner), ': ', lead),
      ...(moves.length === 0
        ? []
        : [
            list(
              moves.map(({ question, ask, move }) => [
                paragraph(ask, ...withId(question, report), ' ', move),
              ]),
            ),
          ]),
      ...(rest === 0 ? [] : [paragraph({ say: 'moves-rest', rest })]),
    ]),
    ...lists.flatMap(({ title: what, questions }) => [
      paragraph(strong(what)),
      list(buildQuestionItems(questions, report)),
    ]),
  ])
}

const maxQuestions = 3

/** All of them in the full report. */
function buildQuestionItems(
  questions: ChangePeriod['lists'][number]['questions'],
  report: Report,
): readonly BlockContent[][] {
  const shown = report.detail === 'full' ? questions : questions.slice(0, maxQuestions)
  const rest = questions.length - shown.length
  return [
    ...shown.map(({ question, ask }) => [paragraph(ask, ...withId(question, report))]),
    ...(rest === 0 ? [] : [[paragraph({ say: 'and-more', rest } as const)]]),
  ]
}

function buildFadingBlocks({ warningSigns: { fading } }: Report): RootContent[] {
  if (fading.length === 0) return []
  return [
    paragraph({ say: 'signs-fading-about' }),
    ...fading.flatMap(({ lead, shown }) => [
      paragraph(strong(lead), ':'),
      list(shown.map((sign) => [paragraph(sign)])),
    ]),
  ]
}

/** What a partner says of itself beside what it says of the other. */
function buildSignBlocks(report: Report): RootContent[] {
  const items = report.warningSigns.burden.map(({ question, sentence }) => [
    paragraph(sentence, ...withId(question, report)),
  ])
  return items.length === 0 ? [] : [paragraph({ say: 'signs-burden-about' }), list(items)]
}
