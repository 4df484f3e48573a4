import type { Assessment } from './assessment.ts'
import { colourLevel } from './colour.ts'
import type { Io, Output } from './io.ts'

/** The summary of an assessment for this output: as wide as it is, and in colour where it shows any. */
export async function summarised(
  assessment: Assessment,
  output: Output,
  io: Io,
  color?: boolean,
): Promise<string> {
  const { buildReport } = await import('../report/report.ts')
  const { paintAt } = await import('../terminal/view/paint.ts')
  const { summary } = await import('./summary.ts')
  return summary(buildReport(assessment), {
    columns: output.columns ?? 80,
    paint: paintAt(colourLevel(color, io, output)),
  })
}
