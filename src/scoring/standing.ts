import type { Dimension, Question, Questionnaire } from '../model/questionnaire.ts'
import { momentsOf } from './counts.ts'
import { type Estimate, meanOfAll, meanOfAnswered } from './estimate.ts'
import { applies, openIn, type PartnerTally, type Tally, tallyOf } from './tally.ts'

/** Where a partnership stands: every score, from the counts alone. */
export interface Standing {
  readonly questionnaire: Questionnaire
  readonly partners: readonly PartnerStanding[]
  readonly dimensions: readonly DimensionStanding[]
  /** Null where nothing applies. */
  readonly overall: Estimate | null
}

export interface PartnerStanding {
  readonly id: string
  readonly tally: PartnerTally
  readonly dimensions: readonly DimensionStanding[]
  readonly overall: Estimate | null
}

export interface DimensionStanding {
  readonly dimension: Dimension
  /** Null where nothing applies. */
  readonly estimate: Estimate | null
}

/**
 * Questions to partners' dimensions to the partnership: each partner counts once, however many people answer for it.
 * Source: design section 3, rules 2 to 4 and 6.
 */
export function standingOf(
  questionnaire: Questionnaire,
  tallies: readonly PartnerTally[],
): Standing {
  const partners = tallies.map((tally) => partnerStanding(questionnaire, tally))
  const dimensions = questionnaire.dimensions.map((dimension, index) => ({
    dimension,
    estimate: meanOfAll(
      partners.map((partner) => ({
        weight: 1,
        estimate: partner.dimensions[index]?.estimate ?? null,
      })),
    ),
  }))
  return { questionnaire, partners, dimensions, overall: overallOf(dimensions) }
}

/** A partner's estimate for one question (rule 2), or null where it does not apply or has no score. */
export function questionEstimate(question: Question, tally: Tally): Estimate | null {
  if (!question.scored || !applies(tally)) return null
  const { answered } = tally
  const open = openIn(tally)
  const value = momentsOf(tally.scores)?.mean ?? null
  const coverage = answered / (answered + open)
  const low = (value ?? 0) * coverage
  return { value, low, high: low + (1 - coverage), coverage }
}

/** The questions of a dimension that have a score, in questionnaire order. */
export function scoredQuestions(dimension: Dimension): readonly Question[] {
  return dimension.questions.filter((question) => question.scored)
}

function partnerStanding(questionnaire: Questionnaire, tally: PartnerTally): PartnerStanding {
  const dimensions = questionnaire.dimensions.map((dimension) => ({
    dimension,
    estimate: meanOfAnswered(
      dimension.questions.map((question) => ({
        weight: question.weight,
        estimate: questionEstimate(question, tallyOf(tally, question.id)),
      })),
      questionnaire.coverage,
    ),
  }))
  return { id: tally.id, tally, dimensions, overall: overallOf(dimensions) }
}

function overallOf(dimensions: readonly DimensionStanding[]): Estimate | null {
  return meanOfAll(
    dimensions.map(({ dimension, estimate }) => ({ weight: dimension.weight, estimate })),
  )
}
