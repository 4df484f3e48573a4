import type { Assessment } from '../app/score/assessment.ts'
import { makeVisibleLine } from '../model/visible.ts'
import { formatBar } from '../render/bar.ts'
import { buildReport, type Report } from '../report/report.ts'
import {
  createScreenPaint,
  getInnerWidth,
  leftMargin,
  type ScreenPaint,
  shorten,
  wrapItem,
  wrapProse,
} from '../terminal/view/screen-line.ts'
import { measureText } from '../terminal/view/text-width.ts'
import type { ReportText } from '../words/message.ts'
import { say } from '../words/say-message.ts'
import { sayReport } from '../words/say-report.ts'
import { chooseColourLevel, type Io, type IoOutput } from './io.ts'

interface SummaryLook {
  readonly columns: number
  readonly paint: ScreenPaint
}

const maxPartnersBeside = 3

/**
 * The first page on the screen: the level, bars by dimension, what holds it down, the largest gap, what to do first. At
 * most as wide as the screen; reads as well without colour.
 */
export function renderSummary(report: Report, { columns, paint }: SummaryLook): string {
  const { verdict: lead, days, gaps, nextSteps } = report
  const width = getInnerWidth(columns)
  const bullets = (lines: readonly ReportText[]) =>
    lines.flatMap((line) => wrapItem('- ', sayReport(line), width))
  const blocks = [
    ...(days.length === 0
      ? [wrapProse(sayReport(lead.headline), width).map((line) => paint.title(line))]
      : []),
    ...days.map(({ title, results }) =>
      addTitle(title, bullets(results.flatMap(({ items }) => items)), paint),
    ),
    lead.range === null ? [] : wrapProse(sayReport(lead.range), width),
    renderDimensions(report, { columns: width, paint }),
    addTitle(say({ say: 'summary-limits' }), bullets(lead.missedLimits), paint),
    addTitle(lead.heldBackTitle, bullets(lead.heldBackBy), paint),
    gaps
      .slice(0, 1)
      .flatMap(({ ask, gap, isPartial, high, low }) =>
        addTitle(
          say({ say: 'summary-gap', gap, isPartial }),
          [
            ...wrapProse(ask, width),
            ...bullets([...high, ...low].map((side) => ({ say: 'gap-side', ...side }) as const)),
          ],
          paint,
        ),
      ),
    addTitle(
      say({ say: 'summary-first' }),
      nextSteps.top.flatMap((step, index) => wrapItem(`${index + 1}. `, step.do, width)),
      paint,
    ),
  ]
  const lines = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'))
  return `\n${indent(lines.join('\n\n'))}\n\n`
}

/** A bar for each dimension; under each other where the screen is narrow, with the partners beside it where it is wide. */
function renderDimensions(
  { dimensions }: Report,
  { columns, paint }: SummaryLook,
): readonly string[] {
  const scored = dimensions.map(({ title, score, partners }) => ({
    title: makeVisibleLine(title).trim(),
    bar: paintBar(formatBar(score.value), paint),
    text: sayReport(score.text),
    beside: makeVisibleLine(
      partners
        .map(({ name, score: { value, text } }) =>
          value === null
            ? `${name}: ${sayReport(text)}`
            : sayReport({ say: 'chart-partner-mark', partner: name, score: text }),
        )
        .join(' · '),
    ),
    partners: partners.length,
  }))
  const widest = Math.max(0, ...scored.map(({ title }) => measureText(title)))
  const figures = Math.max(0, ...scored.map(({ text }) => text.length))
  const needed = widest + barWidth + figures + 4
  if (needed > columns) {
    return scored.flatMap(({ title, bar: blocks, text }) => [
      shorten(title, columns),
      `${leftMargin}${blocks}  ${text}`,
    ])
  }
  return scored.map(({ title, bar: blocks, text, beside, partners }) => {
    const lead = `${title}${' '.repeat(widest - measureText(title))}  ${blocks}  ${text.padStart(figures)}`
    const room = columns - needed - 3
    const fits = partners > 1 && partners <= maxPartnersBeside && measureText(beside) <= room
    return fits ? `${lead}   ${paint.quiet(shorten(beside, room))}` : lead
  })
}

const barWidth = measureText(formatBar(0))

function paintBar(blocks: string, paint: ScreenPaint): string {
  const full = blocks.lastIndexOf('█') + 1
  return `${paint.accent(blocks.slice(0, full))}${paint.quiet(blocks.slice(full))}`
}

function addTitle(
  title: ReportText,
  lines: readonly string[],
  paint: ScreenPaint,
): readonly string[] {
  return lines.length === 0 ? [] : [paint.strong(makeVisibleLine(sayReport(title))), ...lines]
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, leftMargin)
}

/** The summary of an assessment for this output: as wide as it is, and in colour where it shows any. */
export function renderAssessmentSummary(
  assessment: Assessment,
  output: IoOutput,
  io: Io,
  color?: boolean,
): string {
  return renderSummary(buildReport(assessment), {
    columns: output.columns ?? 80,
    paint: createScreenPaint(chooseColourLevel(color, io, output)),
  })
}
