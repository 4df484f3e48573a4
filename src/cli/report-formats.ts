import type { Assessment } from '../app/score/assessment.ts'
import { writeWhole } from '../files/write-whole.ts'
import { Fault } from '../model/fault.ts'
import type { Io } from './io.ts'
import { mergeOutputFiles } from './meant-outputs.ts'
import { type FormatOutput, listFormats, listOutputFiles, parseOutputs } from './outputs.ts'

/** Every format of a report, by its name. What writes it is loaded when it is asked for. */
export const reportFormats = {
  markdown: renderAssessmentMarkdown,
  html: renderAssessmentHtml,
  docx: renderAssessmentWord,
  json: async ({ result }: Assessment) =>
    (await import('../render/json.ts')).renderResultJson(result),
  csv: renderAssessmentCsv,
  actions: async (assessment: Assessment) =>
    (await import('../render/actions-csv.ts')).renderActionsCsv(assessment),
} as const

type ReportFormat = keyof typeof reportFormats
type ReportOutput = FormatOutput<ReportFormat>

/** Those that people edit; they are marked, so that an edited one is not replaced unasked. */
const editedFormats: readonly ReportFormat[] = ['markdown', 'html', 'docx']
/** Those that are no use on a terminal. */
const filedFormats: readonly ReportFormat[] = ['html', 'docx']

/** The outputs that a report is asked for. A page or a Word file on a terminal would be no use to anybody. */
export function parseReportOutputs(
  formats: readonly string[] | undefined,
  files: readonly string[] | undefined,
  io: Io,
): readonly ReportOutput[] {
  const known = listFormats(reportFormats)
  const outputs = parseOutputs(mergeOutputFiles(formats, files, known) ?? ['markdown'], known)
  const page = outputs.find(({ name, file }) => filedFormats.includes(name) && file === null)
  if (page !== undefined && io.stdout.isTTY === true) {
    const { name: format } = page
    throw new Fault({ say: 'page-on-terminal', format }, { say: 'page-on-terminal-hint', format })
  }
  return outputs
}

interface ReportWriting {
  /** Replace what people edited or wrote themselves? */
  readonly overwrite?: boolean
}

/**
 * Writes a report in every format asked for, and returns the files. Nothing is written where an output would replace an input
 * or, unless that is asked for, what was made by hand.
 */
export async function writeReports(
  assessment: Assessment,
  outputs: readonly ReportOutput[],
  { overwrite = false }: ReportWriting,
  io: Io,
): Promise<ReturnType<typeof listOutputFiles<ReportFormat>>> {
  const texts: (string | Uint8Array)[] = []
  for (const { name } of outputs) texts.push(await reportFormats[name](assessment))
  const files = listOutputFiles(outputs)
  if (files.length > 0) await refuseLosses(files, overwrite)
  for (const [index, { file }] of outputs.entries()) {
    const text = texts[index] ?? ''
    if (file === null) io.stdout.write(text)
    else writeWhole(file, text)
  }
  return files
}

async function refuseLosses(
  files: ReturnType<typeof listOutputFiles<ReportFormat>>,
  overwrite: boolean,
): Promise<void> {
  const { refuseInputsAsOutputs } = await import('../app/load/safe-outputs.ts')
  refuseInputsAsOutputs(files)
  const { refuseHandMade } = await import('./hand-made.ts')
  if (!overwrite) refuseHandMade(files, (name) => editedFormats.includes(name))
}

export async function renderAssessmentMarkdown(assessment: Assessment): Promise<string> {
  const { buildReport } = await import('../report/report.ts')
  const { renderReportMarkdown } = await import('../render/markdown.ts')
  const { markReport } = await import('./hand-made.ts')
  return markReport(renderReportMarkdown(buildReport(assessment)))
}

async function renderAssessmentHtml(assessment: Assessment): Promise<string> {
  const { buildReport } = await import('../report/report.ts')
  const { renderReportHtml } = await import('../render/html.ts')
  const { hashSha256Base64 } = await import('../files/hash.ts')
  const { markReport } = await import('./hand-made.ts')
  const { buildPageLook } = await import('./page-look.ts')
  const look = buildPageLook(assessment.style)
  return markReport(renderReportHtml(buildReport(assessment), hashSha256Base64, look))
}

async function renderAssessmentWord(assessment: Assessment): Promise<Uint8Array> {
  const { buildReport } = await import('../report/report.ts')
  const { renderReportWord } = await import('../render/word.ts')
  const { hashSha256 } = await import('../files/hash.ts')
  const { buildPageLook } = await import('./page-look.ts')
  return renderReportWord(buildReport(assessment), hashSha256, buildPageLook(assessment.style))
}

async function renderAssessmentCsv(assessment: Assessment): Promise<string> {
  const { result, questionnaire, responses, earlier } = assessment
  const { findLastDay } = await import('../report/time-points.ts')
  const { renderResultCsv } = await import('../render/result-csv.ts')
  const now = { name: 'now', day: findLastDay(responses), result, questionnaire }
  return renderResultCsv([...earlier, now])
}
