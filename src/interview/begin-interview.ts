import type { Questionnaire } from '../model/questionnaire.ts'
import type { Response } from '../model/response.ts'
import { applyConditions } from './apply-conditions.ts'
import { listMissing, toPlace } from './asked-questions.ts'
import type { ConditionJudge, Interview } from './state.ts'

/** Opens a new or half-filled response at the first question that has no entry; at the review when there is none. */
export function beginInterview(
  questionnaire: Questionnaire,
  response: Response,
  active: ConditionJudge,
): Interview {
  const interview: Interview = {
    questionnaire,
    ...applyConditions(questionnaire, response, active),
    at: { screen: 'review' },
    history: [],
    skippedProfile: new Set(),
    change: null,
    ended: null,
  }
  return { ...interview, at: toPlace(listMissing(interview)[0]) }
}
