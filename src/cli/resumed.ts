import { type Questionnaire, questionsOf } from '../model/questionnaire.ts'
import type { Response } from '../model/response.ts'
import { isMap } from '../model/value.ts'
import { answerInForce } from '../questionnaire/conditions.ts'
import { fitResponse, type Misfit } from '../questionnaire/fit-response.ts'
import type { LoadedQuestionnaire } from './load/loaded-questionnaire.ts'
import { isOtherVersion, type ResponseSource, signaturesIn } from './load/responses.ts'
import { place, type Source, unusable } from './source.ts'

/** A response to go on with. */
export interface Resumed {
  readonly response: Response
  /** What was said to the questionnaire as it was and does not fit as it is, by id; it stays in the file. */
  readonly setAside: Readonly<Record<string, unknown>>
  /** Those of `setAside` that were set aside just now. */
  readonly newlyAside: readonly Misfit[]
}

/**
 * Fits a response to the questionnaire as it is now. Where the questionnaire changed since, what no longer fits is set aside
 * and the response is marked with the version in use; else a misfit is an error in the file.
 */
export function resume(
  { source, file }: ResponseSource,
  { questionnaire, hash }: LoadedQuestionnaire,
): Resumed {
  const { response, misfits } = fitResponse(questionnaire, file, signaturesIn(source))
  const changed = isOtherVersion(file, questionnaire, hash)
  if (misfits.length > 0 && !changed) {
    throw unusable(
      'The response',
      source.file,
      place(
        source,
        misfits.map(({ finding }) => finding),
      ),
    )
  }
  const now = { id: questionnaire.id, version: questionnaire.version, hash }
  return {
    response: { ...response, questionnaire: now },
    setAside: {
      ...asideIn(source),
      ...Object.fromEntries(misfits.map(({ id, raw }) => [id, raw])),
    },
    newlyAside: misfits,
  }
}

function asideIn(source: Source): Readonly<Record<string, unknown>> {
  const { value } = source.document
  const aside = isMap(value) ? value['x-set-aside'] : undefined
  return isMap(aside) ? aside : {}
}

/** A response nobody has answered yet. */
export function blankResponse(
  { questionnaire, hash }: LoadedQuestionnaire,
  who: {
    readonly partnership: string
    readonly partner: string
    readonly respondent: string
    readonly role: string | null
    readonly run: Response['run']
    readonly started: string
  },
): Response {
  return {
    questionnaire: { id: questionnaire.id, version: questionnaire.version, hash },
    partnership: who.partnership,
    partner: who.partner,
    respondent: { id: who.respondent, role: who.role },
    run: who.run,
    started: who.started,
    completed: null,
    profile: new Map(),
    answers: new Map(),
    inactive: new Map(),
  }
}

/**
 * Ids that are asked and have no entry yet, in asking order. A text of the profile may stay empty, and a response that was
 * completed has said all it has to say of its background.
 */
export function missingIn(
  questionnaire: Questionnaire,
  response: Response,
  active: ReadonlySet<string>,
): readonly string[] {
  const profile = questionnaire.profile.filter(
    ({ id, form }) =>
      response.completed === null &&
      form.type !== 'text' &&
      active.has(id) &&
      !response.profile.has(id),
  )
  const questions = questionsOf(questionnaire).filter(
    ({ id }) => active.has(id) && answerInForce(response, id) === undefined,
  )
  return [...profile, ...questions].map(({ id }) => id)
}
