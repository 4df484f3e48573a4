import type { Question } from '../model/questionnaire.ts'
import { getAnswerCounts } from './answer-counts.ts'
import { computeMoments } from './counts.ts'
import { toShares } from './numbers.ts'
import {
  listScoredQuestions,
  type PartnerScores,
  type PartnershipScores,
} from './partnership-scores.ts'

/** How much one partner's answer to one question weighs. All on 0..1. */
export interface AnswerWeight {
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
export function listAnswerWeights(standing: PartnershipScores): readonly AnswerWeight[] {
  const weights = toShares(
    standing.dimensions.map(({ dimension, estimate }) => (estimate ? dimension.weight : 0)),
  )
  return standing.questionnaire.dimensions.flatMap((dimension, index) => {
    const present = standing.partners.filter((partner) => partner.dimensions[index]?.estimate)
    const share = (weights?.[index] ?? 0) / Math.max(1, present.length)
    return sortByQuestion(
      listScoredQuestions(dimension),
      present.map((partner) => listPartnerWeights(listScoredQuestions(dimension), partner, share)),
    )
  })
}

function listPartnerWeights(
  questions: readonly Question[],
  partner: PartnerScores,
  dimensionShare: number,
): readonly AnswerWeight[] {
  const scores = questions.map(
    ({ id }) => computeMoments(getAnswerCounts(partner.counts, id).scores)?.mean ?? null,
  )
  const shares = toShares(questions.map((each, i) => (scores[i] === null ? 0 : each.weight)))
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

function sortByQuestion(
  questions: readonly Question[],
  partners: readonly (readonly AnswerWeight[])[],
): readonly AnswerWeight[] {
  return questions.flatMap((question) =>
    partners.flatMap((levers) => levers.filter((lever) => lever.question === question)),
  )
}
