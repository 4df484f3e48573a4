import { concludeInterview } from '../app/interview/conclude.ts'
import type { LoadedQuestionnaire } from '../app/load/loaded-questionnaire.ts'
import type { Partnership } from '../app/load/partnership.ts'
import type { Assessment } from '../app/score/assessment.ts'
import { readInput } from '../files/read-input.ts'
import { exists } from '../files/search.ts'
import { writeWhole } from '../files/write-whole.ts'
import { type ExitCode, exitCodes } from '../model/fault.ts'
import { makeVisible } from '../model/visible.ts'
import { generatedMark } from '../render/generated-mark.ts'
import { say } from '../words/say-message.ts'
import type { Io } from './io.ts'
import { formatPlacedFindings, listLeftOutNotes, writeNotes } from './notes.ts'
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
  const { findings, notes, toPaste } = fillPlanFromAnswers(assessment, partnership, say)
  if (toPaste !== null) io.stdout.write(makeVisible(toPaste))
  io.stderr.write(formatPlacedFindings(findings))
  writeNotes(io.stderr, ...listLeftOutNotes(assessment))
  writeNotes(io.stderr, ...notes)
  io.stderr.write(`${formatAssessmentVerdict(assessment)}\n`)
  if (toPaste !== null) return exitCodes.wrongInput
  return assessment.result.verdict.pass ? exitCodes.fine : exitCodes.findings
}

async function writeReportFile(file: string, assessment: Assessment, io: Io): Promise<void> {
  if (exists(file) && !isOurs(file)) {
    writeNotes(io.stderr, { say: 'report-file-not-ours', file })
    return
  }
  writeWhole(file, await renderAssessmentMarkdown(assessment))
  writeNotes(io.stderr, { say: 'report-file-written', file })
}

function isOurs(file: string): boolean {
  return new TextDecoder().decode(readInput(file)).startsWith(generatedMark)
}
