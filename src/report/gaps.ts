import { clip, toOneLine } from '../model/value.ts'
import { computeWeightShares } from '../model/weight-shares.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { findChosenAnswer } from './chosen.ts'
import type { ShownContext } from './report-context.ts'

/** A question that partners see far apart, each with the answer that most of its people chose. */
export interface GapRow {
  readonly question: string
  readonly ask: string
  readonly gap: string
  /** May a question that a group limit hides have a larger one? */
  readonly isPartial: boolean
  /** Everyone with the highest score, then everyone with the lowest. */
  readonly high: readonly GapSide[]
  readonly low: readonly GapSide[]
  /** What people noted there, of each partner in turn. */
  readonly notes: readonly ReportSentence[]
}

export interface GapSide {
  readonly partner: string
  readonly score: ReportText
  readonly chosen: ReportSentence | null
}

const maxGaps = 3
const maxNotes = 2
const maxNoteLength = 240
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
    .map(({ question, value, high, low }) => ({
      question: question.id,
      ask: context.names.ask(question.id),
      gap: context.figures.difference(value),
      isPartial,
      high: listGapSides(question.id, high, context),
      low: listGapSides(question.id, low, context),
      notes: listNotes(question.id, context),
    }))
}

function listNotes(question: string, { result, names }: ShownContext): readonly ReportSentence[] {
  const own = result.notes.filter((note) => note.question === question)
  const turnOf = (note: (typeof own)[number]) =>
    own.filter(({ partner }) => partner === note.partner).indexOf(note)
  return own
    .toSorted((a, b) => turnOf(a) - turnOf(b))
    .slice(0, maxNotes)
    .map(({ partner, note }) => ({
      say: 'remark-of-partner',
      partner: names.partner(partner),
      words: clip(toOneLine(note), maxNoteLength),
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
