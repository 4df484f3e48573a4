import type { SectionName } from '../model/house-style.ts'
import { type Agenda, agendaOf } from './agenda.ts'
import { type Agreement, agreementOf } from './agreement.ts'
import { type AnswerTable, answerTables } from './answers.ts'
import { type AudienceRow, audienceRows } from './audiences.ts'
import { type Changes, changesOf } from './changes.ts'
import { type Charts, chartsOf } from './charts/charts.ts'
import { type DayRow, dayRows } from './days.ts'
import { type DimensionRow, dimensionRows } from './dimensions.ts'
import { type GapRow, largestGaps } from './gaps.ts'
import { type HypothesisTold, hypothesisOf } from './hypothesis.ts'
import { type Method, methodOf } from './method.ts'
import { type MirrorRow, mirrorRows } from './mirrors.ts'
import { type NextSteps, nextSteps } from './next-steps.ts'
import { type OpenQuestion, openQuestions } from './open-questions.ts'
import { type SayAndDo, sayAndDo } from './say-do.ts'
import { type Signs, signsOf } from './signs.ts'
import { type Standing, standingOf } from './standing.ts'
import { type ReportInput, tellingOf } from './telling.ts'
import { type Lead, leadOf } from './verdict.ts'
import { type Way, wayOf } from './way.ts'
import { type WhatDecides, whatDecides } from './what-decides.ts'
import { type Written, writtenOf } from './written.ts'

/** Everything a reader is told, as one plain value. `render` writes it in a format and adds no thought of its own. */
export interface Report {
  readonly title: string
  /** What follows the first page, in this order. */
  readonly sections: readonly SectionName[]
  readonly hypothesis: HypothesisTold | null
  readonly lead: Lead
  readonly audiences: readonly AudienceRow[]
  readonly days: readonly DayRow[]
  readonly dimensions: readonly DimensionRow[]
  readonly charts: Charts
  readonly standing: Standing
  readonly changes: Changes | null
  readonly signs: Signs
  readonly gaps: readonly GapRow[]
  readonly agenda: Agenda | null
  readonly mirrors: readonly MirrorRow[]
  readonly sayAndDo: SayAndDo | null
  readonly written: Written | null
  readonly way: Way | null
  readonly decides: WhatDecides | null
  readonly nextSteps: NextSteps
  readonly open: readonly OpenQuestion[]
  readonly notApplicable: readonly Remark[]
  readonly notes: readonly Remark[]
  readonly answers: readonly AnswerTable[]
  readonly agreement: Agreement | null
  readonly method: Method
  readonly warnings: readonly string[]
}

/** Somebody's words on a question. */
export interface Remark {
  readonly question: string
  readonly ask: string
  readonly partner: string
  readonly text: string
}

export function buildReport(input: ReportInput): Report {
  const telling = tellingOf(input)
  const { questionnaire, result, names } = telling
  const gaps = largestGaps(telling)
  const dimensions = dimensionRows(telling)
  const remark = (question: string, partner: string, text: string): Remark => ({
    question,
    ask: names.ask(question),
    partner: names.partner(partner),
    text,
  })
  return {
    title: input.style.title ?? `${questionnaire.title}: ${input.plan?.name ?? result.partnership}`,
    sections: input.style.sections,
    hypothesis: hypothesisOf(telling),
    lead: leadOf(telling),
    audiences: audienceRows(telling),
    days: dayRows(telling),
    dimensions,
    charts: chartsOf(telling, { dimensions, gaps }),
    standing: standingOf(telling),
    changes: changesOf(telling),
    signs: signsOf(telling),
    gaps,
    agenda: agendaOf(gaps, telling),
    mirrors: mirrorRows(telling),
    sayAndDo: sayAndDo(telling),
    written: writtenOf(telling),
    way: wayOf(telling),
    decides: whatDecides(telling),
    nextSteps: nextSteps(telling),
    open: openQuestions(telling),
    notApplicable: (result.notApplicable ?? []).map(({ question, partner, reason }) =>
      remark(question, partner, reason),
    ),
    notes: (result.notes ?? []).map(({ question, partner, note }) =>
      remark(question, partner, note),
    ),
    answers: answerTables(telling),
    agreement: agreementOf(telling),
    method: methodOf(telling),
    warnings: result.warnings ?? [],
  }
}
