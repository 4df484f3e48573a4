import { basename, dirname, join } from 'node:path'
import { exists, isFolder, listFolderNames, resolveRealPath } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import { hasDays } from '../../model/questionnaire.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { refuseMixed } from '../load/mixed-responses.ts'
import type { Partnership } from '../load/partnership.ts'
import {
  type FoundResponses,
  type ResponseSource,
  readFoundResponses,
  readResponse,
  readResponses,
} from '../load/responses.ts'
import { type Assessment, scoreSources } from '../score/assessment.ts'
import { resolveLimits } from '../score/limits.ts'
import type { World } from '../world.ts'
import type { OpenedResponse } from './open-response.ts'

/** The verdict at the end of an interview, and the file that its report belongs in. */
interface InterviewVerdict {
  readonly assessment: Assessment
  /** `report.md` in the partnership's folder, above its `responses`; outside of a partnership, beside the response. */
  readonly reportFile: string
}

/** Scores all of the partnership's answers; outside of a partnership, the responses beside this one. */
export async function concludeInterview(
  path: string,
  partnership: Partnership,
  loaded: LoadedQuestionnaire,
  world: World,
): Promise<InterviewVerdict> {
  const found = findRelatedResponses(readResponse(path, partnership), partnership)
  refuseMixed(found.responses)
  // What is asked in days is finished on the last of them, and each has a result of its own.
  const options = { unfinished: hasDays(loaded.questionnaire) }
  const assessment = await scoreSources(found, partnership, loaded, options, world)
  const beside = dirname(path)
  const home = basename(beside) === 'responses' ? dirname(beside) : beside
  const folder = partnership.config === null ? home : partnership.folder
  return { assessment, reportFile: join(folder, 'report.md') }
}

/** Says before the first question what would keep the verdict from being given after the last. */
export async function requireVerdictPossible(
  opened: OpenedResponse,
  partnership: Partnership,
): Promise<void> {
  const { path, response, loaded } = opened
  const { partner, questionnaire, respondent } = response
  const others = findOtherResponses(path, partnership).responses.filter(
    ({ file }) => file.questionnaire.id === questionnaire.id,
  )
  const own = others.find(
    ({ file }) => file.partner === partner && file.respondent.id === respondent.id,
  )
  if (own !== undefined) {
    const files = [own.source.file, path]
    throw new Fault(
      { say: 'response-of-same-person', files, respondent: respondent.id, partner },
      { say: 'response-of-same-person-hint' },
    )
  }
  refuseMixed(exists(path) ? [readResponse(path, partnership), ...others] : others)
  resolveLimits({}, partnership, loaded.questionnaire)
}

/** The responses to the same questionnaire. */
function findRelatedResponses(own: ResponseSource, partnership: Partnership): FoundResponses {
  const { responses, strays } = findOtherResponses(own.source.file, partnership)
  const others = responses.filter(({ file }) => file.questionnaire.id === own.file.questionnaire.id)
  return { responses: [own, ...others], strays }
}

/** The other responses in the partnership's folder; outside of a partnership, those beside this one. */
function findOtherResponses(path: string, partnership: Partnership): FoundResponses {
  const folder = dirname(path)
  const { responses, strays } =
    partnership.config === null
      ? readFoundResponses(listFilesBeside(folder), folder, partnership)
      : readResponses(partnership.folder, partnership)
  const here = resolveRealPath(path)
  return {
    responses: responses.filter(({ source }) => resolveRealPath(source.file) !== here),
    strays,
  }
}

function listFilesBeside(folder: string): readonly string[] {
  return listFolderNames(folder)
    .map((name) => join(folder, name))
    .filter((file) => !basename(file).startsWith('.') && !isFolder(file))
}
