import type { SectionName } from '../model/house-style.ts'
import type { Message } from '../words/message.ts'
import { type Agenda, buildAgenda } from './agenda.ts'
import { type Agreement, buildAgreement } from './agreement.ts'
import { type AnswerTable, buildAnswerTables } from './answers.ts'
import { type AudienceRow, buildAudienceRows } from './audiences.ts'
import { buildChanges, type Changes } from './changes.ts'
import { buildCharts, type Charts } from './charts/charts.ts'
import { buildDayRows, type DayRow } from './days.ts'
import { buildDecidingQuestions, type DecidingQuestions } from './deciding-questions.ts'
import { buildDimensionRows, type DimensionRow } from './dimensions.ts'
import { type GapRow, listLargestGaps } from './gaps.ts'
import { buildHypothesisSummary, type HypothesisSummary } from './hypothesis.ts'
import { buildMethod, type Method } from './method.ts'
import { buildMirrorRows, type MirrorRow } from './mirrors.ts'
import { buildNextSteps, type NextSteps } from './next-steps.ts'
import { listOpenQuestions, type OpenQuestion } from './open-questions.ts'
import { buildPathToNextLevel, type PathToNextLevel } from './path-to-next-level.ts'
import { buildPlanSummary, type PlanSummary } from './plan-summary.ts'
import { buildReportContext, type ReportInput } from './report-context.ts'
import { buildSayAndDo, type SayAndDo } from './say-do.ts'
import { buildStrengths, type StrengthsAndWeakness } from './strengths.ts'
import { buildVerdictSummary, type VerdictSummary } from './verdict.ts'
import { buildWarningSigns, type WarningSigns } from './warning-signs.ts'

/** Everything a reader is told, as one plain value. `render` writes it in a format and adds no thought of its own. */
export interface Report {
  readonly title: string
  /** What follows the first page, in this order. */
  readonly sections: readonly SectionName[]
  readonly hypothesis: HypothesisSummary | null
  readonly verdict: VerdictSummary
  readonly audiences: readonly AudienceRow[]
  readonly days: readonly DayRow[]
  readonly dimensions: readonly DimensionRow[]
  readonly charts: Charts
  readonly strengths: StrengthsAndWeakness
  readonly changes: Changes | null
  readonly warningSigns: WarningSigns
  readonly gaps: readonly GapRow[]
  readonly agenda: Agenda | null
  readonly mirrors: readonly MirrorRow[]
  readonly sayAndDo: SayAndDo | null
  readonly planSummary: PlanSummary | null
  readonly pathToNextLevel: PathToNextLevel | null
  readonly decidingQuestions: DecidingQuestions | null
  readonly nextSteps: NextSteps
  readonly openQuestions: readonly OpenQuestion[]
  readonly notApplicable: readonly QuestionComment[]
  readonly notes: readonly QuestionComment[]
  readonly answers: readonly AnswerTable[]
  readonly agreement: Agreement | null
  readonly method: Method
  readonly warnings: readonly (Message | string)[]
}

/** Somebody's words on a question. */
export interface QuestionComment {
  readonly question: string
  readonly ask: string
  readonly partner: string
  readonly text: string
}

export function buildReport(input: ReportInput): Report {
  const context = buildReportContext(input)
  const { questionnaire, result, names } = context
  const gaps = listLargestGaps(context)
  const dimensions = buildDimensionRows(context)
  const remark = (question: string, partner: string, text: string): QuestionComment => ({
    question,
    ask: names.ask(question),
    partner: names.partner(partner),
    text,
  })
  return {
    title: input.style.title ?? `${questionnaire.title}: ${input.plan?.name ?? result.partnership}`,
    sections: input.style.sections,
    hypothesis: buildHypothesisSummary(context),
    verdict: buildVerdictSummary(context),
    audiences: buildAudienceRows(context),
    days: buildDayRows(context),
    dimensions,
    charts: buildCharts(context, { dimensions, gaps }),
    strengths: buildStrengths(context),
    changes: buildChanges(context),
    warningSigns: buildWarningSigns(context),
    gaps,
    agenda: buildAgenda(gaps, context),
    mirrors: buildMirrorRows(context),
    sayAndDo: buildSayAndDo(context),
    planSummary: buildPlanSummary(context),
    pathToNextLevel: buildPathToNextLevel(context),
    decidingQuestions: buildDecidingQuestions(context),
    nextSteps: buildNextSteps(context),
    openQuestions: listOpenQuestions(context),
    notApplicable: (result.notApplicable ?? []).map(({ question, partner, reason }) =>
      remark(question, partner, reason),
    ),
    notes: (result.notes ?? []).map(({ question, partner, note }) =>
      remark(question, partner, note),
    ),
    answers: buildAnswerTables(context),
    agreement: buildAgreement(context),
    method: buildMethod(context),
    warnings: result.warnings ?? [],
  }
}
