import { computeWeightShares } from '../model/weight-shares.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { findChosenAnswer } from './chosen.ts'
import type { ShownContext } from './report-context.ts'

/** A question that partners see far apart, each with the answer that most of its people chose. */
export interface GapRow {
  readonly question: string
  readonly ask: string
  readonly gap: string
  /** Is another of these wider, on a question of less weight? */
  readonly outweighs: boolean
  /** May a question that a group limit hides have a larger one? */
  readonly isPartial: boolean
  /** Everyone with the highest score, then everyone with the lowest. */
  readonly high: readonly GapSide[]
  readonly low: readonly GapSide[]
}

export interface GapSide {
  readonly partner: string
  readonly score: ReportText
  readonly chosen: ReportSentence | null
}

const maxGaps = 5
/** Under it, partners see a thing alike. */
export const minGap = 10

/**
 * The largest gaps, ranked by gap × the question's share of the overall weight (docs/scoring.md, rule 7). Only of questions about all
 * partners: where each rates itself, or the others, the answers are about different partners, so they may differ and agree.
 */
export function listLargestGaps(context: ShownContext): readonly GapRow[] {
  const { questionnaire, result } = context
  const shares = computeWeightShares(questionnaire)
  const isPartial = countWithheld(context) > 0
  return result.questions
    .flatMap((question) => {
      const { value, high, low } = question.gap
      if (value === null || high === null || low === null || value < minGap) return []
      if (context.names.question(question.id)?.about !== 'both') return []
      return [{ question, value, high, low }]
    })
    .map((row) => ({ ...row, rank: row.value * (shares.get(row.question.id) ?? 0) }))
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, maxGaps)
    .map(({ question, value, high, low }, index, all) => ({
      question: question.id,
      ask: context.names.ask(question.id),
      gap: context.figures.difference(value),
      outweighs: all.slice(index + 1).some((later) => later.value > value + 1e-9),
      isPartial,
      high: listGapSides(question.id, high, context),
      low: listGapSides(question.id, low, context),
    }))
}

/** On how many questions a group limit hides the figures of a partner. */
export function countWithheld({ result }: ShownContext): number {
  return result.questions.filter(({ partners }) =>
    partners.some(({ score, answered }) => score === null && answered === null),
  ).length
}

/** The partner and everyone with the same score, so that none is singled out. */
function listGapSides(
  question: string,
  partner: string,
  context: ShownContext,
): readonly GapSide[] {
  const score = findPartnerScore(question, partner, context) ?? Number.NaN
  return context.result.partners
    .filter(({ id }) => {
      const own = findPartnerScore(question, id, context) ?? Number.NaN
      return id === partner || Math.abs(own - score) < 1e-9
    })
    .map(({ id }) => buildGapSide(question, id, context))
}

function buildGapSide(question: string, partner: string, context: ShownContext): GapSide {
  const score = findPartnerScore(question, partner, context)
  return {
    partner: context.names.partner(partner),
    score: context.figures.score(score),
    chosen: findChosenAnswer(question, partner, context),
  }
}

/** A partner's score on a question, 0..100; null where it has none that may be shown. */
export function findPartnerScore(
  question: string,
  partner: string,
  { result }: Pick<ShownContext, 'result'>,
): number | null {
  const own = result.questions.find(({ id }) => id === question)
  return own?.partners.find(({ id }) => id === partner)?.score ?? null
}

/** An hour for the largest gaps: time to arrive, as long for each as is left, time to write down what was agreed. */
interface Agenda {
  readonly lead: ReportSentence
  readonly points: readonly AgendaPoint[]
  readonly close: ReportSentence
}

interface AgendaPoint {
  readonly question: string
  readonly ask: string
  /** From the beginning, `5–15`. */
  readonly minutes: string
  /** What a facilitator could read out: who begins, and with what. */
  readonly opening: ReportSentence
}

const arrivalMinutes = 5
const minutesPerGap = 10
const closingMinutes = 5

/** Null where no two partners are far apart. */
export function buildAgenda(gaps: readonly GapRow[]): Agenda | null {
  if (gaps.length === 0) return null
  const end = arrivalMinutes + gaps.length * minutesPerGap
  const points = gaps.map(({ question, ask, high, low }, index) => ({
    question,
    ask,
    minutes: `${arrivalMinutes + index * minutesPerGap}–${arrivalMinutes + (index + 1) * minutesPerGap}`,
    opening: {
      say: 'agenda-open',
      high: high.map(({ partner }) => partner),
      low: low.map(({ partner }) => partner),
    } as const,
  }))
  return {
    lead: { say: 'agenda-lead', minutes: end + closingMinutes },
    points,
    close: { say: 'agenda-close', minutes: closingMinutes },
  }
}
