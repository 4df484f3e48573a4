import type { Assessment } from '../app/score/assessment.ts'
import { writeWhole } from '../files/write-whole.ts'
import type { Io } from './io.ts'
import type { FormatOutput } from './outputs.ts'

/** Every format of a report, by its name. What writes it is loaded when it is asked for. */
export const reportFormats = {
  markdown: renderAssessmentMarkdown,
  html: renderAssessmentHtml,
  json: async ({ result }: Assessment) =>
    (await import('../render/json.ts')).renderResultJson(result),
  csv: renderAssessmentCsv,
  actions: async (assessment: Assessment) =>
    (await import('../render/actions-csv.ts')).renderActionsCsv(assessment),
} as const

type ReportFormat = keyof typeof reportFormats

/** Writes a report in every format asked for, and returns the files. */
export async function writeReports(
  assessment: Assessment,
  outputs: readonly FormatOutput<ReportFormat>[],
  io: Io,
): Promise<readonly string[]> {
  for (const { name, file } of outputs) {
    const text = await reportFormats[name](assessment)
    if (file === null) io.stdout.write(text)
    else writeWhole(file, text)
  }
  return outputs.flatMap(({ file }) => file ?? [])
}

export async function renderAssessmentMarkdown(assessment: Assessment): Promise<string> {
  const { buildReport } = await import('../report/report.ts')
  const { renderReportMarkdown } = await import('../render/markdown.ts')
  return renderReportMarkdown(buildReport(assessment))
}

async function renderAssessmentHtml(assessment: Assessment): Promise<string> {
  const { buildReport } = await import('../report/report.ts')
  const { renderReportHtml } = await import('../render/html.ts')
  const { hashSha256Base64 } = await import('../files/hash.ts')
  const { buildPageLook } = await import('./page-look.ts')
  return renderReportHtml(
    buildReport(assessment),
    hashSha256Base64,
    buildPageLook(assessment.style),
  )
}

async function renderAssessmentCsv(assessment: Assessment): Promise<string> {
  const { result, questionnaire, responses, earlier } = assessment
  const { findLastDay } = await import('../report/time-points.ts')
  const { renderResultCsv } = await import('../render/result-csv.ts')
  const now = { name: 'now', day: findLastDay(responses), result, questionnaire }
  return renderResultCsv([...earlier, now])
}
