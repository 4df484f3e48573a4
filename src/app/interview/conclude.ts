import { dirname, join } from 'node:path'
import { exists, listFolderNames, requireRealPath } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
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
import type { World } from '../world.ts'
import type { OpenedResponse } from './open-response.ts'

/** The verdict at the end of an interview, and the file that its report belongs in. */
interface InterviewVerdict {
  readonly assessment: Assessment
  /** `report.md` in the partnership's folder; outside of a partnership, beside the response. */
  readonly reportFile: string
}

/** Scores all of the partnership's answers; outside of a partnership, the responses beside this one. */
export async function concludeInterview(
  path: string,
  partnership: Partnership,
  loaded: LoadedQuestionnaire,
  world: World,
): Promise<InterviewVerdict> {
  const sources = listRelatedResponses(readResponse(path), partnership)
  refuseMixed(sources)
  const assessment = await scoreSources(sources, partnership, loaded, {}, world)
  const folder = partnership.config === null ? dirname(path) : partnership.folder
  return { assessment, reportFile: join(folder, 'report.md') }
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
    const { partner, respondent } = response
    const files = [own.source.file, path]
    throw new Fault(
      { say: 'response-of-same-person', files, respondent: respondent.id, partner },
      { say: 'response-of-same-person-hint' },
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
