import { isOptional } from '../../interview/state.ts'
import { listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import type { Response } from '../../model/response.ts'
import { isMap } from '../../model/value.ts'
import { findAnswerInForce } from '../../questionnaire/conditions.ts'
import { fitResponse, type Misfit } from '../../questionnaire/fit-response.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { isOtherVersion, type ResponseSource, readScaleSignatures } from '../load/responses.ts'
import { createUnusableFault, placeFindings, type Source } from '../load/source.ts'

/** A response to go on with. */
interface ResumedResponse {
  readonly response: Response
  /** What was said to the questionnaire as it was and does not fit as it is, by id; it stays in the file. */
  readonly setAside: Readonly<Record<string, unknown>>
  /** Those of `setAside` that were set aside just now. */
  readonly newlySetAside: readonly Misfit[]
}

/**
 * Fits a response to the questionnaire as it is now. Where the questionnaire changed since, what no longer fits is set aside
 * and the response is marked with the version in use; else a misfit is an error in the file.
 */
export function resumeResponse(
  { source, file }: ResponseSource,
  { questionnaire, hash }: LoadedQuestionnaire,
): ResumedResponse {
  const { response, misfits } = fitResponse(questionnaire, file, readScaleSignatures(source))
  const changed = isOtherVersion(file, questionnaire, hash)
  if (misfits.length > 0 && !changed) {
    throw createUnusableFault(
      'response',
      source.file,
      placeFindings(
        source,
        misfits.map(({ finding }) => finding),
      ),
    )
  }
  const now = { id: questionnaire.id, version: questionnaire.version, hash }
  return {
    response: { ...response, questionnaire: now },
    setAside: {
      ...readSetAside(source),
      ...Object.fromEntries(misfits.map(({ id, raw }) => [id, raw])),
    },
    newlySetAside: misfits,
  }
}

function readSetAside(source: Source): Readonly<Record<string, unknown>> {
  const { value } = source.document
  const aside = isMap(value) ? value['x-set-aside'] : undefined
  return isMap(aside) ? aside : {}
}

/**
 * Ids that are asked and have no entry yet, in asking order. A text of the profile may stay empty, and a response that was
 * completed has said all it has to say of its background.
 */
export function listMissingIds(
  questionnaire: Questionnaire,
  response: Response,
  active: ReadonlySet<string>,
): readonly string[] {
  const profile = questionnaire.profile.filter(
    ({ id, form }) =>
      response.completed === null &&
      !isOptional({ dimension: null, form }) &&
      active.has(id) &&
      !response.profile.has(id),
  )
  const questions = listQuestions(questionnaire).filter(
    ({ id }) => active.has(id) && findAnswerInForce(response, id) === undefined,
  )
  return [...profile, ...questions].map(({ id }) => id)
}
