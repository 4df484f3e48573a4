import type { Assessment } from '../app/score/assessment.ts'
import { chooseColourLevel } from './colour.ts'
import type { Io, IoOutput } from './io.ts'

/** The summary of an assessment for this output: as wide as it is, and in colour where it shows any. */
export async function renderAssessmentSummary(
  assessment: Assessment,
  output: IoOutput,
  io: Io,
  color?: boolean,
): Promise<string> {
  const { buildReport } = await import('../report/report.ts')
  const { createScreenPaint: paintAt } = await import('../terminal/view/paint.ts')
  const { renderSummary: summary } = await import('./summary.ts')
  return summary(buildReport(assessment), {
    columns: output.columns ?? 80,
    paint: paintAt(chooseColourLevel(color, io, output)),
  })
}
