import { dirname, join } from 'node:path'
import { renderAssessmentSummary } from '../../cli/assessment-summary.ts'
import { renderAssessmentMarkdown } from '../../cli/commands/report.ts'
import type { Io } from '../../cli/io.ts'
import { formatAssessmentVerdict } from '../../cli/verdict-line.ts'
import { readInput } from '../../files/read-input.ts'
import { exists, listFolderNames, requireRealPath } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { generatedMark } from '../../render/generated-mark.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import type { Partnership } from '../load/partnership.ts'
import {
  type ResponseSource,
  readResponse,
  readResponseIfAny,
  readResponses,
  refuseMixed,
} from '../load/responses.ts'
import { type Assessment, scoreSources } from '../score/assessment.ts'
import { resolveLimits } from '../score/limits.ts'
import type { OpenedResponse } from './open-response.ts'

/**
 * The end of an interview: the verdict on all of the partnership's answers, on the screen and as `report.md` in its folder;
 * outside of a partnership, on the responses beside this one, and beside it.
 */
export async function concludeInterview(
  path: string,
  partnership: Partnership,
  loaded: LoadedQuestionnaire,
  io: Io,
  color?: boolean,
): Promise<ExitCode> {
  const sources = listRelatedResponses(readResponse(path), partnership)
  refuseMixed(sources)
  const assessment = await scoreSources(sources, partnership, loaded, {}, io)
  io.stdout.write(await renderAssessmentSummary(assessment, io.stdout, io, color))
  const target = join(partnership.config === null ? dirname(path) : partnership.folder, 'report.md')
  await writeReport(target, assessment, io)
  const { fillPlanFromAnswers: fillFromAnswers } = await import('../plan/fill-plan.ts')
  const filled = fillFromAnswers(assessment, partnership, io)
  io.stderr.write(`${formatAssessmentVerdict(assessment)}\n`)
  if (filled !== exitCodes.fine) return filled
  return assessment.result.verdict.pass ? exitCodes.fine : exitCodes.findings
}

/** Says before the first question what would keep the verdict from being given after the last. */
export async function requireVerdictPossible(
  opened: OpenedResponse,
  partnership: Partnership,
): Promise<void> {
  const { path, response, loaded } = opened
  const others = listOtherResponses(path, partnership)
  const own = others.find(
    ({ file }) =>
      file.partnership === response.partnership &&
      file.partner === response.partner &&
      file.respondent.id === response.respondent.id &&
      file.questionnaire.id === response.questionnaire.id,
  )
  if (own !== undefined) {
    throw new Fault(
      `${own.source.file} and ${path} are both the response of "${response.respondent.id}" for "${response.partner}"`,
      { hint: 'Give one of them another respondent id, under "respondent"' },
    )
  }
  resolveLimits({}, partnership, loaded.questionnaire)
}

/** Responses of the same partnership to the same questionnaire. */
function listRelatedResponses(
  own: ResponseSource,
  partnership: Partnership,
): readonly ResponseSource[] {
  const others = listOtherResponses(own.source.file, partnership).filter(
    ({ file }) =>
      file.partnership === own.file.partnership &&
      file.questionnaire.id === own.file.questionnaire.id,
  )
  return [own, ...others]
}

/** The other responses in the partnership's folder; outside of a partnership, those beside this one. */
function listOtherResponses(path: string, partnership: Partnership): readonly ResponseSource[] {
  const folder = dirname(path)
  const all =
    partnership.config === null
      ? listFolderNames(folder)
          .filter((name) => /\.(ya?ml|json)$/.test(name) && !name.startsWith('.'))
          .flatMap((name) => readResponseIfAny(join(folder, name)))
      : readResponses(partnership.folder)
  const here = exists(path) ? requireRealPath(path) : null
  return all.filter(({ source }) => requireRealPath(source.file) !== here)
}

async function writeReport(target: string, assessment: Assessment, io: Io): Promise<void> {
  if (exists(target) && !isOurs(target)) {
    io.stderr.write(
      `${makeVisibleLine(target)} was not written by accordant and is left as it is; "accordant report --format markdown=FILE" writes the report elsewhere\n`,
    )
    return
  }
  writeWhole(target, await renderAssessmentMarkdown(assessment))
  io.stderr.write(`The report is in ${makeVisibleLine(target)}\n`)
}

function isOurs(file: string): boolean {
  return new TextDecoder().decode(readInput(file)).startsWith(generatedMark)
}
