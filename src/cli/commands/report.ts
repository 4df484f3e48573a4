import { dirname, join } from 'node:path'
import { type Assessment, scorePaths } from '../../app/score/assessment.ts'
import type { TrendOptions } from '../../app/score/trend.ts'
import { removeLeftOvers } from '../../files/left-overs.ts'
import { isFolder } from '../../files/search.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import type { Action } from '../../model/result.ts'
import type { Message } from '../../words/message.ts'
import { say } from '../../words/say-message.ts'
import type { Io } from '../io.ts'
import { refuseFilesApart } from '../meant-outputs.ts'
import { formatPlacedFindings, listFolderNotes, writeNotes } from '../notes.ts'
import { createProgress } from '../progress.ts'
import { parseReportOutputs, writeReports } from '../report-formats.ts'
import { formatAssessmentVerdict } from '../verdict-line.ts'

interface ReportOptions extends TrendOptions {
  /** How the columns of a table become answers. */
  readonly map?: string
  readonly format?: readonly string[]
  /** Replace a report that was edited by hand? */
  readonly overwrite?: boolean
  /** Files whose endings name their formats. */
  readonly output?: readonly string[]
  readonly summary?: boolean
  readonly full?: boolean
  readonly for?: string
  readonly color?: boolean
  /** Alone, how many, or ids. */
  readonly addActions?: string | true
}

/** Scores the responses and writes the report in every format asked for. */
export async function runReport(given: ReportOptions, io: Io): Promise<ExitCode> {
  const adding =
    given.addActions === undefined ? null : await import('../../app/plan/add-actions.ts')
  const options = adding?.resolveActionPath(given) ?? given
  refuseTwoReports(options)
  const outputs = parseReportOutputs(options.format, options.output, io)
  if (options.format !== undefined) refuseFilesApart(outputs, options.paths)
  removeLeftOvers(listReadFolders(options.paths))
  const { assessment, faults } = await loadAssessment(options, io)
  const { addActions: choice } = options
  const chosen = choice === undefined ? [] : (adding?.chooseActions(assessment, choice) ?? [])
  io.stderr.write(formatPlacedFindings(assessment.findings))
  writeNotes(io.stderr, ...listFolderNotes(assessment))
  const files = await writeReports(assessment, outputs, options, io)
  const isWord = outputs.some(({ name }) => name === 'docx')
  if (isWord || outputs.some(({ name }) => name === 'html')) {
    const { describeAccentChange, describeMissingLogo } = await import('../page-look.ts')
    writeNotes(io.stderr, ...describeAccentChange(assessment.style))
    if (isWord) writeNotes(io.stderr, ...(await describeMissingLogo(assessment.style)))
  }
  const isOnScreen = outputs.some(({ file }) => file === null)
  if (files.length > 0) await writeFileNotes(files, assessment, isOnScreen, options, io)
  io.stderr.write(`${formatAssessmentVerdict(assessment)}\n`)
  const isAdded = adding === null || (await addToPlan(assessment, chosen, io))
  if (!isAdded) return exitCodes.wrongInput
  return assessment.result.verdict.pass && faults === 0 ? exitCodes.fine : exitCodes.findings
}

/** Where the responses lie that a report is of, and what is written beside them. */
function listReadFolders(paths: readonly string[]): readonly string[] {
  const folders =
    paths.length === 0 ? ['.'] : paths.map((path) => (isFolder(path) ? path : dirname(path)))
  return [...new Set(folders)].flatMap((folder) => [folder, join(folder, 'responses')])
}

/** Of the first page, all there is, and one partner's page, one at a time. A partner's page is a page. */
function refuseTwoReports({ summary, full, for: partner }: ReportOptions): void {
  if (full !== true || (summary !== true && partner === undefined)) return
  throw new Fault(
    { say: partner === undefined ? 'summary-and-full' : 'page-partner-and-full' },
    { say: 'leave-one-out' },
  )
}

/** Writes next steps in the plan; false where a person has to paste them. */
async function addToPlan(
  { planFile, today }: Assessment,
  actions: readonly Action[],
  io: Io,
): Promise<boolean> {
  if (planFile === null) return true
  const { addActions } = await import('../../app/plan/add-actions.ts')
  const { note, toPaste } = await addActions(planFile, actions, today, say)
  writeNotes(io.stderr, note)
  if (toPaste === null) return true
  const { renderCommitmentsMarkdown } = await import('../../render/commitments-markdown.ts')
  io.stderr.write(`\n${renderCommitmentsMarkdown(toPaste)}`)
  return false
}

interface LoadedAssessment {
  readonly assessment: Assessment
  /** Rows and answers of a table that could not be used. */
  readonly faults: number
}

async function loadAssessment(options: ReportOptions, io: Io): Promise<LoadedAssessment> {
  const { assessment, faults } = await loadCurrentAssessment(options, io)
  if (options.previous === undefined && options.noWorseThan === undefined) {
    return { assessment, faults }
  }
  const { addTrend } = await import('../../app/score/trend.ts')
  return { assessment: await addTrend(assessment, options, io), faults }
}

async function loadCurrentAssessment(
  { map, ...options }: ReportOptions,
  io: Io,
): Promise<LoadedAssessment> {
  const table = options.paths.find((path) => /\.(csv|tsv)$/i.test(path))
  if (map === undefined) {
    if (table === undefined) return { assessment: await scorePaths(options, io), faults: 0 }
    throw new Fault({ say: 'table-without-map', table }, { say: 'table-without-map-hint', table })
  }
  const [file, ...others] = options.paths
  if (file === undefined || others.length > 0) {
    throw new Fault({ say: 'map-needs-one-table' }, { say: 'map-needs-one-table-hint' })
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

/** Where the files are; on a screen that shows no report, its summary as well. */
async function writeFileNotes(
  files: Awaited<ReturnType<typeof writeReports>>,
  assessment: Assessment,
  isOnScreen: boolean,
  { color }: ReportOptions,
  io: Io,
): Promise<void> {
  if (io.stderr.isTTY === true && !isOnScreen) {
    const { renderAssessmentSummary } = await import('../summary.ts')
    io.stderr.write(renderAssessmentSummary(assessment, io.stderr, io, color))
  }
  writeNotes(
    io.stderr,
    ...files.map(({ file, name }) => ({ say: 'file-written', file, format: name }) as const),
  )
}
