import type { SectionName } from '../model/house-style.ts'
import type { Message } from '../words/message.ts'
import { buildAgreement } from './agreement.ts'
import { buildAnswerTables } from './answers.ts'
import { buildAudienceRows } from './audiences.ts'
import { buildChanges } from './changes.ts'
import { buildCharts } from './charts/charts.ts'
import { buildDayRows } from './days.ts'
import { buildDecidingQuestions, listOpenQuestions } from './deciding-questions.ts'
import { buildDimensionRows } from './dimensions.ts'
import { buildAgenda, listLargestGaps } from './gaps.ts'
import { buildHypothesisSummary } from './hypothesis.ts'
import { buildMethod } from './method.ts'
import { buildMirrorRows } from './mirrors.ts'
import { buildNextSteps } from './next-steps.ts'
import { buildPathToNextLevel } from './path-to-next-level.ts'
import { buildPlanSummary } from './plan-summary.ts'
import { buildNotes, buildReasonsSetAside } from './remarks.ts'
import { buildReportContext, type ReportContext, type ReportInput } from './report-context.ts'
import { buildSayAndDo } from './say-do.ts'
import type { SectionBlock } from './section-block.ts'
import { buildStrengths } from './strengths.ts'
import { buildVerdictSummary } from './verdict.ts'
import { buildWarningSigns } from './warning-signs.ts'

/** The parts that `render` has its own drawing of, each made of the context alone. */
const partBuilders = {
  hypothesis: buildHypothesisSummary,
  verdict: buildVerdictSummary,
  audiences: buildAudienceRows,
  days: buildDayRows,
  dimensions: buildDimensionRows,
  strengths: buildStrengths,
  changes: buildChanges,
  warningSigns: buildWarningSigns,
  gaps: listLargestGaps,
  mirrors: buildMirrorRows,
  sayAndDo: buildSayAndDo,
  planSummary: buildPlanSummary,
  pathToNextLevel: buildPathToNextLevel,
  decidingQuestions: buildDecidingQuestions,
  nextSteps: buildNextSteps,
  openQuestions: listOpenQuestions,
  answers: buildAnswerTables,
  agreement: buildAgreement,
  method: buildMethod,
}

/** The sections made of plain blocks, which `render` draws without knowing them. */
const sectionBuilders = {
  'not-applicable': buildReasonsSetAside,
  notes: buildNotes,
} satisfies Partial<Record<SectionName, (context: ReportContext) => readonly SectionBlock[]>>

type PlainSections = Readonly<Record<keyof typeof sectionBuilders, readonly SectionBlock[]>>

type ReportParts = {
  readonly [Part in keyof typeof partBuilders]: ReturnType<(typeof partBuilders)[Part]>
}

/** Everything a reader is told, as one plain value. `render` writes it in a format and adds no thought of its own. */
export interface Report extends ReportParts {
  readonly title: string
  /** What follows the first page, in this order. */
  readonly sections: readonly SectionName[]
  readonly plainSections: PlainSections
  readonly charts: ReturnType<typeof buildCharts>
  readonly agenda: ReturnType<typeof buildAgenda>
  readonly warnings: readonly (Message | string)[]
}

export function buildReport(input: ReportInput): Report {
  const context = buildReportContext(input)
  const { questionnaire, result, style, plan } = context
  const parts = buildEach(partBuilders, context) as ReportParts
  return {
    title: style.title ?? `${questionnaire.title}: ${plan?.name ?? result.partnership}`,
    sections: style.sections,
    ...parts,
    plainSections: buildEach(sectionBuilders, context) as PlainSections,
    charts: buildCharts(context, parts),
    agenda: buildAgenda(parts.gaps, context),
    warnings: result.warnings ?? [],
  }
}

function buildEach(
  builders: Readonly<Record<string, (context: ReportContext) => unknown>>,
  context: ReportContext,
): unknown {
  return Object.fromEntries(Object.entries(builders).map(([name, build]) => [name, build(context)]))
}
