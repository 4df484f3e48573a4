import type { Dimension, Question, Questionnaire } from '../model/questionnaire.ts'
import {
  type AnswerCounts,
  countOpen,
  getAnswerCounts,
  isApplicable,
  type PartnerCounts,
} from './answer-counts.ts'
import { computeMoments } from './counts.ts'
import { computeMeanOfAll, computeMeanOfAnswered, type Estimate } from './estimate.ts'
import type { Quorum } from './quorum.ts'

/** Where a partnership stands: every score, from the counts alone. */
export interface PartnershipScores {
  readonly questionnaire: Questionnaire
  readonly partners: readonly PartnerScores[]
  readonly dimensions: readonly DimensionEstimate[]
  /** Null where nothing applies. */
  readonly overall: Estimate | null
  readonly quorum: Quorum
}

export interface PartnerScores {
  readonly id: string
  readonly counts: PartnerCounts
  readonly dimensions: readonly DimensionEstimate[]
  readonly overall: Estimate | null
}

export interface DimensionEstimate {
  readonly dimension: Dimension
  /** Null where nothing applies. */
  readonly estimate: Estimate | null
}

/**
 * Questions to partners' dimensions to the partnership: each partner counts once, however many people answer for it.
 * Source: design section 3, rules 2 to 4 and 6.
 */
export function scorePartnership(
  questionnaire: Questionnaire,
  counted: readonly PartnerCounts[],
  quorum: Quorum,
): PartnershipScores {
  return joinPartners(
    questionnaire,
    counted.map((counts) => scorePartner(questionnaire, counts)),
    quorum,
  )
}

/** The partnership's scores from those of its partners. */
export function joinPartners(
  questionnaire: Questionnaire,
  partners: readonly PartnerScores[],
  quorum: Quorum,
): PartnershipScores {
  const dimensions = questionnaire.dimensions.map((dimension, index) => ({
    dimension,
    estimate: computeMeanOfAll(
      partners.map((partner) => ({
        weight: 1,
        estimate: partner.dimensions[index]?.estimate ?? null,
      })),
    ),
  }))
  return { questionnaire, partners, dimensions, overall: estimateOverall(dimensions), quorum }
}

/** A partner's estimate for one question (rule 2), or null where it does not apply or has no score. */
function estimateQuestion(question: Question, counts: AnswerCounts): Estimate | null {
  if (!question.scored || !isApplicable(counts)) return null
  const { answered } = counts
  const open = countOpen(counts)
  const value = computeMoments(counts.scores)?.mean ?? null
  const coverage = answered / (answered + open)
  const low = (value ?? 0) * coverage
  return { value, low, high: low + (1 - coverage), coverage }
}

/** The questions of a dimension that have a score, in questionnaire order. */
export function listScoredQuestions(dimension: Dimension): readonly Question[] {
  return dimension.questions.filter((question) => question.scored)
}

/** A partner's view: every score from its people's counts. Source: design section 3, rules 2 and 3. */
export function scorePartner(questionnaire: Questionnaire, counts: PartnerCounts): PartnerScores {
  const dimensions = questionnaire.dimensions.map((dimension) => ({
    dimension,
    estimate: computeMeanOfAnswered(
      dimension.questions.map((question) => ({
        weight: question.weight,
        estimate: estimateQuestion(question, getAnswerCounts(counts, question.id)),
      })),
      questionnaire.coverage,
    ),
  }))
  return { id: counts.id, counts, dimensions, overall: estimateOverall(dimensions) }
}

function estimateOverall(dimensions: readonly DimensionEstimate[]): Estimate | null {
  return computeMeanOfAll(
    dimensions.map(({ dimension, estimate }) => ({ weight: dimension.weight, estimate })),
  )
}
