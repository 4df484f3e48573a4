import { dirname, join } from 'node:path'
import { readInput } from '../files/read-input.ts'
import { exists, namesIn, realPath } from '../files/search.ts'
import { writeWhole } from '../files/write-whole.ts'
import { type ExitCode, exitCode, Fault } from '../model/fault.ts'
import { visibleLine } from '../model/visible.ts'
import { writtenByUs } from '../render/written-by-us.ts'
import { type Assessment, assess } from './assessment.ts'
import { renderMarkdown } from './commands/report.ts'
import type { Io } from './io.ts'
import { limitsOf } from './limits.ts'
import type { LoadedQuestionnaire } from './load/loaded-questionnaire.ts'
import type { Partnership } from './load/partnership.ts'
import {
  type ResponseSource,
  readResponse,
  readResponses,
  refuseMixed,
  responseOrNothing,
} from './load/responses.ts'
import type { OpenedResponse } from './open-response.ts'
import { summarised } from './summarised.ts'
import { verdictLine } from './verdict-line.ts'

/**
 * The end of an interview: the verdict on all of the partnership's answers, on the screen and as `report.md` in its folder;
 * outside of a partnership, on the responses beside this one, and beside it.
 */
export async function concluded(
  path: string,
  partnership: Partnership,
  loaded: LoadedQuestionnaire,
  io: Io,
  color?: boolean,
): Promise<ExitCode> {
  const sources = together(readResponse(path), partnership)
  refuseMixed(sources)
  const assessment = await assess(sources, partnership, loaded, {}, io)
  io.stdout.write(await summarised(assessment, io.stdout, io, color))
  const target = join(partnership.config === null ? dirname(path) : partnership.folder, 'report.md')
  await writeReport(target, assessment, io)
  const { fillFromAnswers } = await import('./fill-plan.ts')
  const filled = fillFromAnswers(assessment, partnership, io)
  io.stderr.write(`${verdictLine(assessment)}\n`)
  if (filled !== exitCode.fine) return filled
  return assessment.result.verdict.pass ? exitCode.fine : exitCode.findings
}

/** Says before the first question what would keep the verdict from being given after the last. */
export async function preflight(opened: OpenedResponse, partnership: Partnership): Promise<void> {
  const { path, response, loaded } = opened
  const others = othersOf(path, partnership)
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
  limitsOf({}, partnership, loaded.questionnaire)
}

/** Responses of the same partnership to the same questionnaire. */
function together(own: ResponseSource, partnership: Partnership): readonly ResponseSource[] {
  const others = othersOf(own.source.file, partnership).filter(
    ({ file }) =>
      file.partnership === own.file.partnership &&
      file.questionnaire.id === own.file.questionnaire.id,
  )
  return [own, ...others]
}

/** The other responses in the partnership's folder; outside of a partnership, those beside this one. */
function othersOf(path: string, partnership: Partnership): readonly ResponseSource[] {
  const folder = dirname(path)
  const all =
    partnership.config === null
      ? namesIn(folder)
          .filter((name) => /\.(ya?ml|json)$/.test(name) && !name.startsWith('.'))
          .flatMap((name) => responseOrNothing(join(folder, name)))
      : readResponses(partnership.folder)
  const here = exists(path) ? realPath(path) : null
  return all.filter(({ source }) => realPath(source.file) !== here)
}

async function writeReport(target: string, assessment: Assessment, io: Io): Promise<void> {
  if (exists(target) && !isOurs(target)) {
    io.stderr.write(
      `${visibleLine(target)} was not written by accordant and is left as it is; "accordant report --format markdown=FILE" writes the report elsewhere\n`,
    )
    return
  }
  writeWhole(target, await renderMarkdown(assessment))
  io.stderr.write(`The report is in ${visibleLine(target)}\n`)
}

function isOurs(file: string): boolean {
  return new TextDecoder().decode(readInput(file)).startsWith(writtenByUs)
}
