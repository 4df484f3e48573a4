import type { DimensionResult, Score, ScoredResult } from '../model/result.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import type { ReportContext, ScoredContext } from './report-context.ts'

/** A score as it is shown. `value` is 0..100, for bars and charts. */
export interface ShownScore {
  readonly value: number | null
  readonly text: ReportText
  readonly applies: boolean
  /** `61–75`, what open answers leave possible; null where nothing is open. */
  readonly bounds: ReportText | null
  readonly coverage: ReportText
  /** Why it is not scored. */
  readonly reason: ReportSentence | null
}

export interface DimensionRow {
  readonly id: string
  readonly title: string
  readonly why: string | null
  readonly score: ShownScore
  readonly partners: readonly {
    readonly id: string
    readonly name: string
    /** How many of its people count. */
    readonly people: number
    readonly score: ShownScore
  }[]
}

/**
 * The dimensions with the partnership's score and, where the split may be shown, every partner's. One without a scored
 * question has no row.
 */
export function buildDimensionRows(context: ScoredContext): readonly DimensionRow[] {
  const { questionnaire, names, result } = context
  const partners = result.hidden === undefined ? result.partners : []
  return listScoredDimensions(context).map((dimension) => ({
    id: dimension.id,
    title: names.dimension(dimension.id),
    why: questionnaire.dimensions.find(({ id }) => id === dimension.id)?.why ?? null,
    score: {
      ...toShownScore(dimension.score, context),
      reason: describeWholeReason(dimension, context),
    },
    partners: partners.flatMap((partner) => {
      const own = partner.dimensions.find(({ id }) => id === dimension.id)
      if (own === undefined) return []
      return [
        {
          id: partner.id,
          name: names.partner(partner.id),
          people: partner.respondents,
          score: toShownScore(own.score, context),
        },
      ]
    }),
  }))
}

/** The results of the dimensions that have something to score. */
export function listScoredDimensions({
  questionnaire,
  result,
}: ScoredContext): ScoredResult['dimensions'] {
  const scored = new Set(
    questionnaire.dimensions.flatMap(({ id, questions }) =>
      questions.some((question) => question.scored) ? [id] : [],
    ),
  )
  return result.dimensions.filter(({ id }) => scored.has(id))
}

/** A dimension of several partners is not scored as soon as one of them has answered too little of it. */
function describeWholeReason(
  { score }: Pick<DimensionResult, 'score'>,
  context: ScoredContext,
): ReportSentence | null {
  const { result } = context
  const isLone = result.hidden === undefined && result.partners.length === 1
  return score.reason !== 'coverage' || isLone
    ? toShownScore(score, context).reason
    : { say: 'partner-answered-too-little' }
}

function toShownScore(score: Score, { figures, questionnaire }: ReportContext): ShownScore {
  const open = score.low !== null && score.high !== null && score.high - score.low > 1e-9
  const applies = score.reason !== 'not-applicable'
  const coverage = figures.percentAgainst(score.coverage, questionnaire.coverage)
  return {
    value: score.value,
    text: applies ? figures.score(score.value) : { say: 'not-applicable' },
    applies,
    bounds: open
      ? { say: 'score-range', low: figures.score(score.low), high: figures.score(score.high) }
      : null,
    coverage,
    reason: describeUnscored(score, coverage),
  }
}

function describeUnscored(score: Score, coverage: ReportText): ReportSentence | null {
  switch (score.reason) {
    case undefined:
    // Only a plan can be unread.
    case 'unread':
      return null
    case 'coverage':
      return { say: 'too-little-answered', coverage }
    case 'not-applicable':
      return { say: 'nothing-applies' }
    case 'not-scored':
      return { say: 'part-not-scored' }
    default:
      return score.reason satisfies never
  }
}
