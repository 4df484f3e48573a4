import type { Assessment } from '../app/score/assessment.ts'
import { makeVisibleLine } from '../model/visible.ts'
import { formatBar } from '../render/bar.ts'
import { splitFirstSentence } from '../render/nodes.ts'
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
import type { Message, ReportText } from '../words/message.ts'
import { say } from '../words/say-message.ts'
import { sayReport } from '../words/say-report.ts'
import { chooseColourLevel, type Io, type IoOutput } from './io.ts'

interface SummaryLook {
  readonly columns: number
  readonly paint: ScreenPaint
}

/**
 * What it comes to, in about six lines: the level, a bar for each dimension, what holds the level back first, and what to do
 * next. At most as wide as the screen; reads as well without colour.
 */
export function renderSummary(report: Report, { columns, paint }: SummaryLook): string {
  const { verdict: lead } = report
  const width = getInnerWidth(columns)
  const [limit] = lead.missedLimits
  const [reason] = lead.heldBackBy
  const next = findNext(report)
  const lines = [
    ...wrapProse(sayReport(lead.headline), width).map((line) => paint.title(line)),
    ...renderDimensions(report, { columns: width, paint }),
    ...report.days.flatMap(({ title, results }) => [
      ...wrapProse(sayReport(title), width),
      ...results.flatMap(({ items }) =>
        items.flatMap((item) => wrapItem('- ', sayReport(item), width)),
      ),
    ]),
    ...(limit === undefined ? [] : wrapLabelled({ say: 'summary-limit' }, limit, width)),
    ...(reason === undefined || limit !== undefined
      ? []
      : wrapLabelled({ say: 'summary-held-back' }, reason, width)),
    ...(next === null ? [] : wrapLabelled({ say: 'summary-next' }, next, width)),
  ]
  return `\n${indent(lines.join('\n'))}\n\n`
}

/** Who is missing, else the first step, else what is to be decided. */
function findNext({ decision, nextSteps }: Report): ReportText | null {
  if (decision?.say === 'decide-who-answers') return decision
  const [step] = nextSteps.top
  return step === undefined ? decision : splitFirstSentence(step.do)[0]
}

function wrapLabelled(label: Message, text: ReportText, width: number): readonly string[] {
  return wrapItem(`${say(label)} `, sayReport(text), width)
}

/** A bar for each dimension, two beside each other where there is room; under its title where there is none for one. */
function renderDimensions(
  { dimensions }: Report,
  { columns, paint }: SummaryLook,
): readonly string[] {
  const scored = dimensions.map(({ title, score }) => ({
    title: makeVisibleLine(title).trim(),
    bar: paintBar(formatBar(score.value), paint),
    text: sayReport(score.text),
  }))
  const widest = Math.max(0, ...scored.map(({ title }) => measureText(title)))
  const figures = Math.max(0, ...scored.map(({ text }) => text.length))
  const needed = widest + barWidth + figures + 3
  if (needed > columns) {
    return scored.flatMap(({ title, bar, text }) => [
      shorten(title, columns),
      `${leftMargin}${bar} ${text}`,
    ])
  }
  const cells = scored.map(
    ({ title, bar, text }) =>
      `${title}${' '.repeat(widest - measureText(title))}  ${bar} ${text.padStart(figures)}`,
  )
  if (needed * 2 + between.length > columns) return cells
  // Down the left side first, as people read a list.
  const rows = Math.ceil(cells.length / 2)
  return cells.slice(0, rows).map((left, index) => {
    const right = cells[rows + index]
    return right === undefined ? left : `${left}${between}${right}`
  })
}

const between = '    '

const barWidth = measureText(formatBar(0))

function paintBar(blocks: string, paint: ScreenPaint): string {
  const full = blocks.lastIndexOf('█') + 1
  return `${paint.accent(blocks.slice(0, full))}${paint.quiet(blocks.slice(full))}`
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
