import type { BlockContent, RootContent } from 'mdast'
import type { Report } from '../report/report.ts'
import type { SayAndDoRow, SayAndDoRows } from '../report/say-do.ts'
import { sayFindings } from '../words/say-findings.ts'
import { say } from '../words/say-message.ts'
import {
  addChart,
  barNode,
  code,
  list,
  paragraph,
  section,
  strong,
  table,
  withId,
} from './nodes.ts'

/** What the written plan says. */
export const planSections = { 'say-and-do': buildSayDoBlocks, plan: buildPlanBlocks }

function buildSayDoBlocks(report: Report): RootContent[] {
  const { sayAndDo, planSummary: written } = report
  if (written === null) return []
  return [
    paragraph(written.headline),
    ...(sayAndDo === null ? [] : buildDifferenceBlocks(sayAndDo, report)),
    ...(written.unread === null ? [] : [paragraph(written.unread)]),
  ]
}

function buildDifferenceBlocks(
  {
    claimedNotWritten: claimed,
    writtenNotLived: notLived,
    overconfident: confident,
  }: NonNullable<Report['sayAndDo']>,
  report: Report,
): RootContent[] {
  const rows = (
    kind: 'say-do-claimed' | 'say-do-not-lived',
    { rows: items, rest }: SayAndDoRows,
  ): RootContent[] =>
    items.length === 0
      ? []
      : section(3, { say: kind }, [
          paragraph({ say: `${kind}-about` }),
          list(items.map((item) => buildSayDoItem(kind, item, report))),
          ...(rest === 0 ? [] : [paragraph({ say: 'say-do-rest', rest })]),
        ])
  const sure = confident
    .slice(0, maxConfident)
    .map(({ dimension, sentence }) => [paragraph(strong(dimension), ': ', sentence)])
  return [
    ...rows('say-do-claimed', claimed),
    ...rows('say-do-not-lived', notLived),
    ...section(3, { say: 'say-do-overconfident' }, sure.length === 0 ? [] : [list(sure)]),
  ]
}

const maxConfident = 3
const maxNamedChecks = 2

/** The checks in short; one by one, with their places, in the full report. */
function buildSayDoItem(
  kind: 'say-do-claimed' | 'say-do-not-lived',
  { question, ask, partners, evidence }: SayAndDoRow,
  report: Report,
): readonly BlockContent[] {
  const lines =
    report.detail === 'full'
      ? evidence.map(({ title, place, check }) => [
          paragraph(title, ...(place === null ? [] : [', ', code(place)]), ' ', code(check)),
        ])
      : [
          [
            paragraph({
              say: kind === 'say-do-claimed' ? 'checks-failed' : 'checks-passed',
              titles: evidence.slice(0, maxNamedChecks).map(({ title }) => title),
              rest: Math.max(0, evidence.length - maxNamedChecks),
            }),
          ],
        ]
  return [
    paragraph(strong(ask), ...withId(question, report), ' ', { say: 'separated', items: partners }),
    ...(evidence.length === 0 ? [] : [list(lines)]),
  ]
}

function buildPlanBlocks(report: Report): RootContent[] {
  return [...buildSummaryBlocks(report), ...buildRiskBlocks(report)]
}

function buildSummaryBlocks({ planSummary: written, sections }: Report): RootContent[] {
  if (written === null) return []
  const { headline, dimensions, findings, rest, unread } = written
  const isSaidBefore = sections.includes('say-and-do')
  const items = findings.map(({ severity, message, fix, place, check, waived }) => [
    paragraph(
      strong(sayFindings({ say: `severity-${severity}` })),
      ' ',
      ...(place === null
        ? [sayFindings({ say: 'absent-finding', message: say(message) }), ' ']
        : [say(message), ', ', code(place), ' ']),
      code(check),
    ),
    ...(waived === null && fix === null ? [] : [list([[paragraph(waived ?? say(fix ?? ''))]])]),
  ])
  return [
    ...(isSaidBefore ? [] : [paragraph(headline)]),
    ...(dimensions.length === 0
      ? []
      : [
          table(
            [{ say: 'column-dimension' }, { say: 'column-complete' }, ''],
            dimensions.map(({ title, score, value }) => [title, score, barNode(value)]),
            [1],
          ),
        ]),
    ...(items.length === 0 && unread === null ? [paragraph({ say: 'plan-no-findings' })] : []),
    ...(items.length === 0 ? [] : [list(items)]),
    ...(unread === null || isSaidBefore ? [] : [paragraph(unread)]),
    ...(rest === 0 ? [] : [paragraph({ say: 'plan-more-findings', rest })]),
  ]
}

function buildRiskBlocks({ charts: { risks } }: Report): RootContent[] {
  if (risks === null) return []
  const rows = risks.rows.map(({ risk, likelihood, impact, owner }, index) => [
    String(index + 1),
    risk,
    String(likelihood),
    String(impact),
    owner ?? '',
  ])
  const left = risks.unplaced.map((risk) => [paragraph(risk)])
  const head = (['number', 'risk', 'likelihood', 'impact', 'owner'] as const).map(
    (column) => ({ say: `risks-${column}` }) as const,
  )
  return section(3, { say: 'risks-title' }, [
    ...addChart('risks', [table(head, rows, [2, 3])]),
    ...(left.length === 0 ? [] : [paragraph({ say: 'risks-unplaced' }), list(left)]),
  ])
}
