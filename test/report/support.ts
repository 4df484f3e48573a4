import { plainStyle } from '../../src/model/house-style.ts'
import type { Questionnaire } from '../../src/model/questionnaire.ts'
import { questionsOf } from '../../src/model/questionnaire.ts'
import type { Response } from '../../src/model/response.ts'
import type { ReportInput } from '../../src/report/telling.ts'
import type { ScoringInput } from '../../src/scoring/score-responses.ts'
import { scored } from '../scoring/support/builders.ts'

/** What a report is told from, with every question asked of everybody. */
export function toTell(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  more: Partial<ScoringInput> & Partial<Pick<ReportInput, 'partners' | 'people'>> = {},
): ReportInput {
  const ids = new Set(questionsOf(questionnaire).map(({ id }) => id))
  const { partners = new Map(), people = new Map(), ...scoring } = more
  return {
    questionnaire,
    result: scored(questionnaire, responses, scoring),
    responses,
    heard: responses.length,
    active: () => ids,
    minGroup: more.minGroup ?? 1,
    places: new Map(),
    planPaths: new Map(),
    partners,
    people,
    style: plainStyle,
    actual: null,
    earlier: [],
    plan: null,
    placeInPlan: () => null,
  }
}
