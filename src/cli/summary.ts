import { visibleLine } from '../model/visible.ts'
import { bar } from '../render/bar.ts'
import { wrapped } from '../render/wrapped.ts'
import { buildReport } from '../report/report.ts'
import type { Assessment } from './assessment.ts'

const firstSteps = 3

/** The verdict in a few lines for the screen: level, bars by dimension, what holds it down, the first next steps. */
export function summary(assessment: Assessment, columns: number): string {
  const report = buildReport(assessment)
  const { lead, dimensions, nextSteps } = report
  const width = Math.max(20, Math.min(columns, 100) - 1)
  const widest = Math.max(0, ...dimensions.map(({ title }) => title.length))
  const bars = dimensions.map(
    ({ title, score }) => `  ${title.padEnd(widest)}  ${bar(score.value)}  ${score.text}`,
  )
  const steps = nextSteps.days.flatMap((day) => day.steps).slice(0, firstSteps)
  const blocks = [
    [lead.headline],
    [...(lead.range === null ? [] : [lead.range])],
    bars,
    titled('What holds it down', lead.heldBy.slice(0, firstSteps)),
    titled(
      'Next steps',
      steps.map((step) => step.do),
    ),
  ]
  return `\n${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.flatMap((line) => wrapped(visibleLine(line), width)).join('\n'))
    .join('\n\n')}\n\n`
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  - ${line}`)]
}
