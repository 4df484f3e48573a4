import type { Question } from '../model/questionnaire.ts'
import { momentsOf } from './counts.ts'
import { sharesOf } from './numbers.ts'
import { type PartnerStanding, type Standing, scoredQuestions } from './standing.ts'
import { tallyOf } from './tally.ts'

/** How much one partner's answer to one question weighs. All on 0..1. */
export interface Lever {
  readonly question: Question
  readonly partner: string
  /** The partner's score on the question. */
  readonly score: number
  /** Change of the partner's dimension score for each point of that score. */
  readonly inDimension: number
  /** Change of the overall score for each point of that score. */
  readonly inOverall: number
}

/**
 * Every question's lever for every partner that has a score on it, in questionnaire order: the weighted means of rules 3 and
 * 4 read backwards. Open answers stay open, so only scored questions carry weight.
 */
export function leversOf(standing: Standing): readonly Lever[] {
  const weights = sharesOf(
    standing.dimensions.map(({ dimension, estimate }) => (estimate ? dimension.weight : 0)),
  )
  return standing.questionnaire.dimensions.flatMap((dimension, index) => {
    const present = standing.partners.filter((partner) => partner.dimensions[index]?.estimate)
    const share = (weights?.[index] ?? 0) / Math.max(1, present.length)
    return byQuestion(
      scoredQuestions(dimension),
      present.map((partner) => partnerLevers(scoredQuestions(dimension), partner, share)),
    )
  })
}

function partnerLevers(
  questions: readonly Question[],
  partner: PartnerStanding,
  dimensionShare: number,
): readonly Lever[] {
  const scores = questions.map(
    ({ id }) => momentsOf(tallyOf(partner.tally, id).scores)?.mean ?? null,
  )
  const shares = sharesOf(questions.map((each, i) => (scores[i] === null ? 0 : each.weight)))
  return questions.flatMap((question, i) => {
    const score = scores[i] ?? null
    const inDimension = shares?.[i] ?? 0
    if (score === null) return []
    return [
      {
        question,
        partner: partner.id,
        score,
        inDimension,
        inOverall: inDimension * dimensionShare,
      },
    ]
  })
}

function byQuestion(
  questions: readonly Question[],
  partners: readonly (readonly Lever[])[],
): readonly Lever[] {
  return questions.flatMap((question) =>
    partners.flatMap((levers) => levers.filter((lever) => lever.question === question)),
  )
}
