import type { SectionName } from '../model/house-style.ts'
import { isAllHidden } from '../model/verdict-states.ts'
import type { Message } from '../words/message.ts'
import { buildAgreement } from './agreement.ts'
import { buildAnswerTables } from './answers.ts'
import { buildAudienceRows } from './audiences.ts'
import { buildChanges } from './changes.ts'
import { buildCharts, type Charts, noCharts } from './charts/charts.ts'
import { buildDayRows } from './days.ts'
import { buildDecidingQuestions, listOpenQuestions } from './deciding-questions.ts'
import { buildDimensionRows } from './dimensions.ts'
import { buildDividedAnswers } from './divided.ts'
import { buildExpectations, buildProblemBlocks } from './expectations.ts'
import { buildAgenda, listLargestGaps } from './gaps.ts'
import { buildHypothesisSummary } from './hypothesis.ts'
import { buildMethod } from './method.ts'
import { buildMirrorSummary } from './mirrors.ts'
import { buildNextSteps } from './next-steps.ts'
import { buildPathToNextLevel } from './path-to-next-level.ts'
import { buildPlanSummary } from './plan-summary.ts'
import { buildNotes, buildReasonsSetAside } from './remarks.ts'
import {
  buildReportContext,
  type ReportContext,
  type ReportInput,
  type ScoredContext,
  type ShownContext,
} from './report-context.ts'
import { buildSayAndDo } from './say-do.ts'
import type { SectionBlock } from './section-block.ts'
import { buildStrengths } from './strengths.ts'
import { buildVerdictSummary } from './verdict.ts'
import { buildWarningSigns } from './warning-signs.ts'

/** The parts of which something is shown whoever answered. */
function buildCommonParts(context: ReportContext) {
  return { verdict: buildVerdictSummary(context), method: buildMethod(context) }
}

/** The parts made of figures. */
function buildScoredParts(context: ScoredContext) {
  return {
    hypothesis: buildHypothesisSummary(context),
    dimensions: buildDimensionRows(context),
    strengths: buildStrengths(context),
    warningSigns: buildWarningSigns(context),
    planSummary: buildPlanSummary(context),
    pathToNextLevel: buildPathToNextLevel(context),
    decidingQuestions: buildDecidingQuestions(context),
    nextSteps: buildNextSteps(context),
    agreement: buildAgreement(context),
  }
}

/** The parts that show each partner's view, or what people wrote. */
function buildShownParts(context: ShownContext) {
  const gaps = listLargestGaps(context)
  return {
    expectations: buildExpectations(context),
    audiences: buildAudienceRows(context),
    days: buildDayRows(context),
    changes: buildChanges(context),
    gaps,
    agenda: buildAgenda(gaps),
    divided: buildDividedAnswers(context),
    mirrors: buildMirrorSummary(context),
    sayAndDo: buildSayAndDo(context),
    openQuestions: listOpenQuestions(context),
    answers: buildAnswerTables(context),
    /** The sections made of plain blocks, which `render` draws without knowing them. */
    plainSections: {
      'not-applicable': buildReasonsSetAside(context),
      notes: [...buildProblemBlocks(context), ...buildNotes(context)],
    } satisfies Partial<Record<SectionName, readonly SectionBlock[]>>,
  }
}

type ScoredParts = ReturnType<typeof buildScoredParts>
type ShownParts = ReturnType<typeof buildShownParts>

const noScoredParts: ScoredParts = {
  hypothesis: null,
  dimensions: [],
  strengths: { lowest: null, strongest: [] },
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
  agenda: null,
  divided: { rows: [], rest: 0 },
  mirrors: { subjects: [], rows: [] },
  sayAndDo: null,
  openQuestions: [],
  answers: [],
  plainSections: { 'not-applicable': [], notes: [] },
}

/** Everything a reader is told, as one plain value. `render` writes it in a format and adds no thought of its own. */
export interface Report extends ReturnType<typeof buildCommonParts>, ScoredParts, ShownParts {
  readonly title: string
  /** What follows the first page, in this order. */
  readonly sections: readonly SectionName[]
  readonly charts: Charts
  readonly warnings: readonly (Message | string)[]
}

export function buildReport(input: ReportInput): Report {
  const context = buildReportContext(input)
  const { questionnaire, result, style, plan } = context
  const head = {
    title: style.title ?? `${questionnaire.title}: ${plan?.name ?? result.partnership}`,
    sections: style.sections,
    ...buildCommonParts(context),
  }
  if (isAllHidden(result)) {
    return { ...head, ...noScoredParts, ...noShownParts, charts: noCharts, warnings: [] }
  }
  const figures = buildScoredParts({ ...context, result })
  const views = result.hidden === undefined ? buildShownParts({ ...context, result }) : noShownParts
  return {
    ...head,
    ...figures,
    ...views,
    charts: buildCharts({ ...context, result }, { ...figures, ...views }),
    warnings: result.warnings,
  }
}
