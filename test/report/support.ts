import { defaultHouseStyle, sectionNames } from '../../src/model/house-style.ts'
import type { Check, Questionnaire } from '../../src/model/questionnaire.ts'
import { listQuestions } from '../../src/model/questionnaire.ts'
import type { Response } from '../../src/model/response.ts'
import { isAllHidden } from '../../src/model/verdict-states.ts'
import { buildReport, type Report } from '../../src/report/report.ts'
import {
  buildReportContext,
  type ReportInput,
  type ScoredContext,
  type ShownContext,
} from '../../src/report/report-context.ts'
import type { ScoringInput } from '../../src/scoring/score-responses.ts'
import { scored } from '../scoring/support/builders.ts'
import { type Said, sayAll } from '../support/say-all.ts'

/** What a report is told from, with every question asked of everybody. */
export function toTell(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  more: Partial<ScoringInput> & Partial<Pick<ReportInput, 'partners' | 'people'>> = {},
): ReportInput {
  const ids = new Set(listQuestions(questionnaire).map(({ id }) => id))
  const { partners = new Map(), people = new Map(), ...scoring } = more
  return {
    questionnaire,
    result: scored(questionnaire, responses, scoring),
    responses,
    respondentCount: responses.length,
    activeQuestions: () => ids,
    minGroup: more.minGroup ?? 1,
    places: new Map(),
    planPaths: new Map(),
    partners,
    people,
    style: defaultHouseStyle,
    actual: null,
    earlier: [],
    plan: null,
    withUnfinished: false,
    commentary: new Map(),
    forPartner: null,
    placeInPlan: () => null,
  }
}

/** The input of the full report, with every section. */
export function inFull(input: ReportInput): ReportInput {
  return { ...input, style: { ...input.style, detail: 'full', sections: sectionNames } }
}

/** The context of an input whose figures may be shown. */
export function buildScoredContext(input: ReportInput): ScoredContext {
  const context = buildReportContext(input)
  if (isAllHidden(context.result)) throw new Error('everything is hidden')
  return { ...context, result: context.result }
}

/** The context of an input of which every partner's view may be shown. */
export function buildShownContext(input: ReportInput): ShownContext {
  const context = buildReportContext(input)
  if (context.result.hidden !== undefined) throw new Error('partners are hidden')
  return { ...context, result: context.result }
}

/** What a reader reads: the report with its sentences said. */
export type SaidReport = Said<Report>

export function buildSaidReport(input: ReportInput): SaidReport {
  const style = { ...input.style, sections: sectionNames }
  return sayAll(buildReport({ ...input, style }))
}

export function aCheck(id: string, assert: string, supports = 'trust.news'): Check {
  return {
    id,
    title: id,
    assert,
    message: 'Not there',
    severity: 'warning',
    weight: 1,
    protected: false,
    formerly: [],
    supports: [supports],
  }
}

/** The questionnaire with these checks in each of its dimensions. */
export function withChecks(questionnaire: Questionnaire, checks: readonly Check[]): Questionnaire {
  const dimensions = questionnaire.dimensions.map((dimension) => ({ ...dimension, checks }))
  return { ...questionnaire, dimensions }
}
