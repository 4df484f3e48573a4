import type { Commentary } from '../model/commentary.ts'
import type { ReportDetail, SectionName } from '../model/house-style.ts'
import { hasScore } from '../model/questionnaire.ts'
import { isAllHidden } from '../model/verdict-states.ts'
import type { Message, ReportSentence } from '../words/message.ts'
import { buildAgreement } from './agreement.ts'
import { buildAnswerTables } from './answers.ts'
import { buildAudienceRows } from './audiences.ts'
import { buildChanges } from './changes.ts'
import { buildCharts, type Charts, noCharts } from './charts/charts.ts'
import { buildDayRows } from './days.ts'
import { buildDecidingQuestions, listOpenQuestions } from './deciding-questions.ts'
import { buildDecision } from './decision.ts'
import { buildDimensionRows } from './dimensions.ts'
import { buildDividedAnswers } from './divided.ts'
import { buildExpectations } from './expectations.ts'
import { listLargestGaps } from './gaps.ts'
import { buildHeatMap } from './heat-map.ts'
import { buildHighlights } from './highlights.ts'
import { buildHypothesisSummary } from './hypothesis.ts'
import { buildMethod } from './method.ts'
import { buildMirrorSummary } from './mirrors.ts'
import { buildNextSteps } from './next-steps.ts'
import { buildPartnerPage } from './partner-page.ts'
import { buildPathToNextLevel } from './path-to-next-level.ts'
import { buildPlanSummary } from './plan-summary.ts'
import {
  buildReportContext,
  type ReportContext,
  type ReportInput,
  type ScoredContext,
  type ShownContext,
} from './report-context.ts'
import { buildSayAndDo } from './say-do.ts'
import { listStrengths } from './strengths.ts'
import { buildTalk } from './talk.ts'
import { buildVerdictSummary } from './verdict.ts'
import { buildWarningSigns } from './warning-signs.ts'

/** What takes long to build is built only for a report that has it. */
function isShown(name: SectionName, context: ReportContext): boolean {
  return listSections(context).includes(name)
}

/** The parts of which something is shown whoever answered. */
function buildCommonParts(context: ReportContext) {
  return { verdict: buildVerdictSummary(context), method: buildMethod(context) }
}

/** The parts made of figures. */
function buildScoredParts(context: ScoredContext) {
  return {
    hypothesis: buildHypothesisSummary(context),
    dimensions: buildDimensionRows(context),
    strengths: listStrengths(context),
    warningSigns: buildWarningSigns(context),
    planSummary: buildPlanSummary(context),
    pathToNextLevel: isShown('path', context) ? buildPathToNextLevel(context) : null,
    decidingQuestions: isShown('open', context) ? buildDecidingQuestions(context) : null,
    nextSteps: buildNextSteps(context),
    agreement: isShown('agreement', context) ? buildAgreement(context) : null,
  }
}

/** The parts that show each partner's view, or what people wrote. */
function buildShownParts(context: ShownContext) {
  return {
    expectations: buildExpectations(context),
    audiences: buildAudienceRows(context),
    days: buildDayRows(context),
    changes: buildChanges(context),
    gaps: listLargestGaps(context),
    divided: buildDividedAnswers(context),
    mirrors: buildMirrorSummary(context),
    sayAndDo: buildSayAndDo(context),
    openQuestions: isShown('open', context) ? listOpenQuestions(context) : [],
    heatMap: isShown('heat-map', context) ? buildHeatMap(context) : null,
    answers: isShown('answers', context) ? buildAnswerTables(context) : [],
    partnerPage: buildPartnerPage(context),
  }
}

type ScoredParts = ReturnType<typeof buildScoredParts>
type ShownParts = ReturnType<typeof buildShownParts>

const noScoredParts: ScoredParts = {
  hypothesis: null,
  dimensions: [],
  strengths: [],
  warningSigns: { fading: [], burden: [], overdue: [] },
  planSummary: null,
  pathToNextLevel: null,
  decidingQuestions: null,
  nextSteps: { lead: null, top: [], days: [], learning: null, further: [] },
  agreement: null,
}

const noShownParts: ShownParts = {
  expectations: { dependence: null, stake: null, problem: null },
  audiences: [],
  days: [],
  changes: null,
  gaps: [],
  divided: { rows: [], rest: 0 },
  mirrors: { subjects: [], rows: [] },
  sayAndDo: null,
  openQuestions: [],
  heatMap: null,
  answers: [],
  partnerPage: null,
}

/** Everything a reader is told, as one plain value. `render` writes it in a format and adds no thought of its own. */
export interface Report extends ReturnType<typeof buildCommonParts>, ScoredParts, ShownParts {
  readonly title: string
  readonly detail: ReportDetail
  readonly commentary: Commentary
  /** What follows the first page, in this order. */
  readonly sections: readonly SectionName[]
  readonly talk: ReturnType<typeof buildTalk>
  /** What is rated high, where views differ, what is not known. */
  readonly highlights: readonly ReportSentence[]
  /** What the meeting is to decide; null where there is nothing. */
  readonly decision: ReportSentence | null
  readonly charts: Charts
  readonly warnings: readonly (Message | string)[]
}

export function buildReport(input: ReportInput): Report {
  const context = buildReportContext(input)
  const { questionnaire, result, style, plan } = context
  const head = {
    title: style.title ?? buildTitle(questionnaire.title, plan?.name ?? result.partnership),
    detail: style.detail,
    commentary: context.commentary,
    sections: listSections(context),
    ...buildCommonParts(context),
  }
  if (isAllHidden(result)) {
    return {
      ...head,
      ...noScoredParts,
      ...noShownParts,
      talk: null,
      highlights: [],
      decision: null,
      charts: noCharts,
      warnings: [],
    }
  }
  const figures = buildScoredParts({ ...context, result })
  const views = result.hidden === undefined ? buildShownParts({ ...context, result }) : noShownParts
  return {
    ...head,
    ...figures,
    ...views,
    talk: buildTalk({ ...context, result }, views.gaps),
    highlights: buildHighlights({ ...context, result }, { ...figures, ...views }),
    decision: buildDecision(context, figures.nextSteps.top),
    charts: buildCharts({ ...context, result }, { ...figures, ...views }),
    warnings: result.warnings,
  }
}

/** A name that begins with the questionnaire's own title says it already. */
function buildTitle(questionnaire: string, partnership: string): string {
  return partnership.toLowerCase().startsWith(questionnaire.toLowerCase())
    ? partnership
    : `${questionnaire}: ${partnership}`
}

/** What was answered is the report where nothing is scored. */
function listSections({ questionnaire, style }: ReportContext): readonly SectionName[] {
  const { detail, sections } = style
  const isListed = detail !== 'standard' || hasScore(questionnaire) || sections.includes('answers')
  return isListed ? sections : ['answers', ...sections]
}
