import { writeWhole } from '../../files/write-whole.ts'
import { type ExitCode, exitCode, Fault } from '../../model/fault.ts'
import { visibleLine } from '../../model/visible.ts'
import { lastDayOf } from '../../report/last-day.ts'
import { type Assessment, assessPaths } from '../assessment.ts'
import type { Io } from '../io.ts'
import { outputsOf } from '../outputs.ts'
import { findingsText } from '../say.ts'
import type { TrendOptions } from '../trend.ts'
import { verdictLine } from '../verdict-line.ts'

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
export async function report(given: ReportOptions, io: Io): Promise<ExitCode> {
  const adding = given.addActions === undefined ? null : await import('../add-actions.ts')
  const options = adding?.withoutPath(given) ?? given
  const outputs = outputsOf(options.format ?? ['markdown'], Object.keys(renderers))
  const own = await assessed(options, io)
  const isCompared = options.previous !== undefined || options.noWorseThan !== undefined
  const assessment = isCompared
    ? await (await import('../trend.ts')).withTrend(own, options, io)
    : own
  const { addActions: choice } = options
  const chosen = choice === undefined ? [] : adding?.chosenActions(assessment, choice)
  io.stderr.write(findingsText(assessment.findings))
  for (const { name, file } of outputs) {
    const text = await renderers[name]?.(assessment)
    if (text === undefined) continue
    if (file === null) io.stdout.write(text)
    else writeWhole(file, text)
  }
  if (outputs.some(({ name }) => name === 'html')) await tellAccent(assessment, io)
  const files = outputs.flatMap(({ file }) => file ?? [])
  if (files.length > 0) await tellWritten(files, assessment, options, io)
  io.stderr.write(`${verdictLine(assessment)}\n`)
  const { planFile, today } = assessment
  const added = planFile === null ? null : adding?.addActions(planFile, chosen ?? [], today, io)
  if (added === exitCode.wrongInput) return added
  return assessment.result.verdict.pass ? exitCode.fine : exitCode.findings
}

async function assessed({ map, ...options }: ReportOptions, io: Io): Promise<Assessment> {
  const tables = options.paths.filter((path) => /\.(csv|tsv)$/i.test(path))
  const [table] = tables
  if (map === undefined) {
    if (table === undefined) return assessPaths(options, io)
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
  const { assessTable } = await import('../table/assess-table.ts')
  return assessTable(file, { ...options, map }, io)
}

async function tellAccent({ style }: Assessment, io: Io): Promise<void> {
  const { accentNotice } = await import('../page-look.ts')
  const notice = accentNotice(style)
  if (notice !== null) io.stderr.write(`${notice}\n`)
}

/** Where the files are; on a screen that shows no report, its summary as well. */
async function tellWritten(
  files: readonly string[],
  assessment: Assessment,
  { format, color }: ReportOptions,
  io: Io,
): Promise<void> {
  if (io.stderr.isTTY === true && files.length === format?.length) {
    const { summarised } = await import('../summarised.ts')
    io.stderr.write(await summarised(assessment, io.stderr, io, color))
  }
  io.stderr.write(files.map((file) => `Written to ${visibleLine(file)}\n`).join(''))
}

/** Every format of a report, by its name. */
export const renderers: Readonly<Record<string, Renderer>> = {
  markdown: renderMarkdown,
  html: renderHtml,
  json: async ({ result }) => (await import('../../render/json.ts')).json(result),
  csv: async ({ result, questionnaire, responses, earlier }) => {
    const { resultCsv } = await import('../../render/result-csv.ts')
    const now = { name: 'now', day: lastDayOf(responses), result, questionnaire }
    return resultCsv([...earlier, now])
  },
  actions: async (assessment) =>
    (await import('../../render/actions-csv.ts')).actionsCsv(assessment),
}

export async function renderMarkdown(assessment: Assessment): Promise<string> {
  const { buildReport } = await import('../../report/report.ts')
  const { markdown } = await import('../../render/markdown.ts')
  return markdown(buildReport(assessment))
}

async function renderHtml(assessment: Assessment): Promise<string> {
  const { buildReport } = await import('../../report/report.ts')
  const { html } = await import('../../render/html.ts')
  const { sha256Base64 } = await import('../../files/hash.ts')
  const { pageLook } = await import('../page-look.ts')
  return html(buildReport(assessment), sha256Base64, pageLook(assessment.style))
}
