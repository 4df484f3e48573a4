import { concludeInterview } from '../app/interview/conclude.ts'
import type { LoadedQuestionnaire } from '../app/load/loaded-questionnaire.ts'
import type { Partnership } from '../app/load/partnership.ts'
import type { Assessment } from '../app/score/assessment.ts'
import { writeWhole } from '../files/write-whole.ts'
import { type ExitCode, exitCodes } from '../model/fault.ts'
import { makeVisible } from '../model/visible.ts'
import { say } from '../words/say-message.ts'
import { findHandMadeFile } from './hand-made.ts'
import type { Io } from './io.ts'
import { formatPlacedFindings, listFolderNotes, writeNotes } from './notes.ts'
import { renderAssessmentMarkdown } from './report-formats.ts'
import { renderAssessmentSummary } from './summary.ts'
import { formatAssessmentVerdict } from './verdict-line.ts'

/** The end of an interview: the verdict on the screen, the report in its file, and the plan filled in from the answers. */
export async function writeInterviewVerdict(
  path: string,
  partnership: Partnership,
  loaded: LoadedQuestionnaire,
  io: Io,
  color?: boolean,
): Promise<ExitCode> {
  const { assessment, reportFile } = await concludeInterview(path, partnership, loaded, io)
  io.stdout.write(renderAssessmentSummary(assessment, io.stdout, io, color))
  await writeReportFile(reportFile, assessment, io)
  const { fillPlanFromAnswers } = await import('../app/plan/fill-plan.ts')
  const { findings, notes, toPaste } = await fillPlanFromAnswers(assessment, partnership, say)
  if (toPaste !== null) io.stdout.write(makeVisible(toPaste))
  io.stderr.write(formatPlacedFindings(findings))
  writeNotes(io.stderr, ...listFolderNotes(assessment))
  writeNotes(io.stderr, ...notes)
  io.stderr.write(`${formatAssessmentVerdict(assessment)}\n`)
  if (toPaste !== null) return exitCodes.wrongInput
  return assessment.result.verdict.pass ? exitCodes.fine : exitCodes.findings
}

/** A report that somebody edited is left as it is, and the new one is written beside it. */
async function writeReportFile(file: string, assessment: Assessment, io: Io): Promise<void> {
  const why = findHandMadeFile(file)
  const other = why === null ? file : chooseFileBeside(file)
  writeWhole(other, await renderAssessmentMarkdown(assessment))
  writeNotes(
    io.stderr,
    why === null
      ? { say: 'report-file-written', file }
      : { say: `report-file-${why}`, file, other },
  )
}

/** `report.new.md`, or `report.new-2.md` and so on: the first that nobody edited. */
function chooseFileBeside(file: string): string {
  for (let number = 1; ; number++) {
    const other = file.replace(/\.md$/, number === 1 ? '.new.md' : `.new-${number}.md`)
    if (findHandMadeFile(other) === null) return other
  }
}
