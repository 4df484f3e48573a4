import { type Assessment, scorePaths } from '../../app/score/assessment.ts'
import type { TrendOptions } from '../../app/score/trend.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { findLastDay } from '../../report/last-day.ts'
import type { Message } from '../../words/message.ts'
import { formatPlacedFindings } from '../fault-text.ts'
import type { Io } from '../io.ts'
import { writeNotes } from '../notes.ts'
import { parseOutputs } from '../outputs.ts'
import { createProgress } from '../progress.ts'
import { formatAssessmentVerdict } from '../verdict-line.ts'

interface ReportOptions extends TrendOptions {
  /** How the columns of a table become answers. */
  readonly map?: string
  readonly format?: readonly string[]
  readonly color?: boolean
  /** Alone, how many, or ids. */
  readonly addActions?: string | true
}

type Renderer = (assessment: Assessment) => Promise<string>

/** Scores the responses and writes the report in every format asked for. */
export async function runReport(given: ReportOptions, io: Io): Promise<ExitCode> {
  const adding =
    given.addActions === undefined ? null : await import('../../app/plan/add-actions.ts')
  const options = adding?.resolveActionPath(given) ?? given
  const outputs = parseOutputs(options.format ?? ['markdown'], Object.keys(reportRenderers))
  const own = await loadAssessment(options, io)
  const isCompared = options.previous !== undefined || options.noWorseThan !== undefined
  const assessment = isCompared
    ? await (await import('../../app/score/trend.ts')).addTrend(own, options, io)
    : own
  const { addActions: choice } = options
  const chosen = choice === undefined ? [] : adding?.chooseActions(assessment, choice)
  io.stderr.write(formatPlacedFindings(assessment.findings))
  for (const { name, file } of outputs) {
    const text = await reportRenderers[name]?.(assessment)
    if (text === undefined) continue
    if (file === null) io.stdout.write(text)
    else writeWhole(file, text)
  }
  if (outputs.some(({ name }) => name === 'html')) await writeAccentNotice(assessment, io)
  const files = outputs.flatMap(({ file }) => file ?? [])
  if (files.length > 0) await writeFileNotice(files, assessment, options, io)
  io.stderr.write(`${formatAssessmentVerdict(assessment)}\n`)
  const { planFile, today } = assessment
  if (adding !== null && planFile !== null) {
    const { note, toPaste } = adding.addActions(planFile, chosen ?? [], today)
    writeNotes(io.stderr, note)
    if (toPaste !== null) {
      const { renderCommitmentsMarkdown } = await import('../../render/commitments-markdown.ts')
      io.stderr.write(`\n${renderCommitmentsMarkdown(toPaste)}`)
      return exitCodes.wrongInput
    }
  }
  return assessment.result.verdict.pass ? exitCodes.fine : exitCodes.findings
}

async function loadAssessment({ map, ...options }: ReportOptions, io: Io): Promise<Assessment> {
  const tables = options.paths.filter((path) => /\.(csv|tsv)$/i.test(path))
  const [table] = tables
  if (map === undefined) {
    if (table === undefined) return scorePaths(options, io)
    throw new Fault(`"${table}" is a table, and nothing says what its columns mean`, {
      hint: `"accordant import ${table}" drafts a map; then name it with --map`,
    })
  }
  const [file, ...others] = options.paths
  if (file === undefined || others.length > 0) {
    throw new Fault('"--map" is for one table', {
      hint: 'Name the table: accordant report table.csv --map map.yaml',
    })
  }
  const { scoreTable } = await import('../../app/table/score-table.ts')
  const progress = createProgress(file, io)
  const note = (message: Message): void => {
    progress.end()
    writeNotes(io.stderr, message)
  }
  try {
    return await scoreTable(file, { ...options, map }, io, { note, progress: progress.add })
  } finally {
    progress.end()
  }
}

async function writeAccentNotice({ style }: Assessment, io: Io): Promise<void> {
  const { describeAccentChange: accentNotice } = await import('../page-look.ts')
  const notice = accentNotice(style)
  if (notice !== null) io.stderr.write(`${notice}\n`)
}

/** Where the files are; on a screen that shows no report, its summary as well. */
async function writeFileNotice(
  files: readonly string[],
  assessment: Assessment,
  { format, color }: ReportOptions,
  io: Io,
): Promise<void> {
  if (io.stderr.isTTY === true && files.length === format?.length) {
    const { renderAssessmentSummary: summarised } = await import('../assessment-summary.ts')
    io.stderr.write(await summarised(assessment, io.stderr, io, color))
  }
  io.stderr.write(files.map((file) => `Written to ${makeVisibleLine(file)}\n`).join(''))
}

/** Every format of a report, by its name. */
export const reportRenderers: Readonly<Record<string, Renderer>> = {
  markdown: renderAssessmentMarkdown,
  html: renderAssessmentHtml,
  json: async ({ result }) => (await import('../../render/json.ts')).renderResultJson(result),
  csv: async ({ result, questionnaire, responses, earlier }) => {
    const { renderResultCsv: resultCsv } = await import('../../render/result-csv.ts')
    const now = { name: 'now', day: findLastDay(responses), result, questionnaire }
    return resultCsv([...earlier, now])
  },
  actions: async (assessment) =>
    (await import('../../render/actions-csv.ts')).renderActionsCsv(assessment),
}

export async function renderAssessmentMarkdown(assessment: Assessment): Promise<string> {
  const { buildReport } = await import('../../report/report.ts')
  const { renderReportMarkdown: markdown } = await import('../../render/markdown.ts')
  return markdown(buildReport(assessment))
}

async function renderAssessmentHtml(assessment: Assessment): Promise<string> {
  const { buildReport } = await import('../../report/report.ts')
  const { renderReportHtml: html } = await import('../../render/html.ts')
  const { hashSha256Base64: sha256Base64 } = await import('../../files/hash.ts')
  const { buildPageLook: pageLook } = await import('../page-look.ts')
  return html(buildReport(assessment), sha256Base64, pageLook(assessment.style))
}
