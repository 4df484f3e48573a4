import type { Questionnaire } from '../model/questionnaire.ts'
import type { Response } from '../model/response.ts'
import { missing, placeOf } from './order.ts'
import { settle } from './settle.ts'
import type { Active, Interview } from './state.ts'

/** Opens a new or half-filled response at the first question that has no entry; at the review when there is none. */
export function beginInterview(
  questionnaire: Questionnaire,
  response: Response,
  active: Active,
): Interview {
  const interview: Interview = {
    questionnaire,
    ...settle(questionnaire, response, active),
    at: { screen: 'review' },
    trail: [],
    passed: new Set(),
    change: null,
    ended: null,
  }
  return { ...interview, at: placeOf(missing(interview)[0]) }
}
