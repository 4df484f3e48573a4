import { beginRound, countStates, getInterview } from '../../interview/round.ts'
import { hasDays } from '../../model/questionnaire.ts'
import type { ActiveQuestionFinder } from '../../model/response.ts'
import { createActiveQuestionFinder } from '../../questionnaire/conditions.ts'
import { fitResponse } from '../../questionnaire/fit-response.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { type ResponseSource, readScaleSignatures } from '../load/responses.ts'
import type { InterviewPlace, UnfinishedResponse } from './opening.ts'

/**
 * Those of a partner's responses that are not finished, the newest first. What is done in days is there to be taken up again,
 * so finished ones are offered too.
 */
function listUnfinished(
  own: readonly ResponseSource[],
  { questionnaire }: LoadedQuestionnaire,
): readonly ResponseSource[] {
  return own
    .filter(({ file }) => (file.completed ?? null) === null || hasDays(questionnaire))
    .toSorted((a, b) => (getStart(b) < getStart(a) ? -1 : 1))
}

function getStart({ file }: ResponseSource): string {
  return file.started ?? ''
}

/** The one of a partner's responses to go on with; null for a new one. Where nobody can be asked it is the newest. */
export async function chooseUnfinished(
  own: readonly ResponseSource[],
  loaded: LoadedQuestionnaire,
  { questions }: InterviewPlace,
): Promise<ResponseSource | null> {
  const found = listUnfinished(own, loaded)
  if (found.length === 0) return null
  if (questions === null) return found[0] ?? null
  const active = await createActiveQuestionFinder(loaded.questionnaire)
  const offers = found.map((source) => describeOffer(source, loaded, active))
  const chosen = await questions.askResume(offers)
  return chosen === 'new' ? null : (found.find(({ source }) => source.file === chosen) ?? null)
}

/** Counted as on the screen. */
function describeOffer(
  source: ResponseSource,
  { questionnaire }: LoadedQuestionnaire,
  active: ActiveQuestionFinder,
): UnfinishedResponse {
  const { respondent, started = null } = source.file
  const { response } = fitResponse(questionnaire, source.file, readScaleSignatures(source.source))
  const counts = countStates(
    getInterview(beginRound([{ name: '', questionnaire, response }], active)),
  )
  return {
    file: source.source.file,
    respondent: respondent.id,
    role: respondent.role ?? null,
    answered: counts.answered,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    started,
  }
}
