import type { Dimension, Question } from '../model/questionnaire.ts'
import type { Effort } from '../model/vocabulary.ts'
import { getAnswerCounts } from './answer-counts.ts'
import { type Counts, computeMoments } from './counts.ts'
import { toShares } from './numbers.ts'
import {
  listScoredQuestions,
  type PartnerScores,
  type PartnershipScores,
} from './partnership-scores.ts'

/** How much one partner's answer to one question weighs. All on 0..1. */
export interface AnswerWeight {
  readonly partner: string
  /** The partner's score on the question. */
  readonly score: number
  /** Its people's scores, as counts, and the lowest of them. */
  readonly scores: Counts
  readonly lowest: number
  /** Change of the partner's dimension score for each point of that score. */
  readonly inDimension: number
  /** Change of the overall score for each point of that score. */
  readonly inOverall: number
}

/**
 * How much every partner's answer weighs, by question, where a partner has a score on it: the
 * weighted means of rules 3 and 4 read backwards. Open answers stay open, so only scored questions carry weight.
 */
export function weighAnswers(
  scores: PartnershipScores,
): ReadonlyMap<Question, readonly AnswerWeight[]> {
  const weights = toShares(
    scores.dimensions.map(({ dimension, estimate }) => (estimate ? dimension.weight : 0)),
  )
  const byQuestion = new Map<Question, AnswerWeight[]>()
  for (const [index, dimension] of scores.questionnaire.dimensions.entries()) {
    const present = scores.partners.filter((partner) => partner.dimensions[index]?.estimate)
    const share = (weights?.[index] ?? 0) / Math.max(1, present.length)
    for (const partner of present) weighPartnerAnswers(dimension, partner, share, byQuestion)
  }
  return byQuestion
}

function weighPartnerAnswers(
  dimension: Dimension,
  partner: PartnerScores,
  dimensionShare: number,
  byQuestion: Map<Question, AnswerWeight[]>,
): void {
  const answers = listScoredQuestions(dimension).flatMap((question) => {
    const { scores } = getAnswerCounts(partner.counts, question.id)
    const moments = computeMoments(scores)
    return moments === null ? [] : [{ question, score: moments.mean, lowest: moments.min, scores }]
  })
  const shares = toShares(answers.map(({ question }) => question.weight))
  for (const [index, { question, ...own }] of answers.entries()) {
    const inDimension = shares?.[index] ?? 0
    const inOverall = inDimension * dimensionShare
    const weights = byQuestion.get(question) ?? []
    byQuestion.set(question, [...weights, { partner: partner.id, ...own, inDimension, inOverall }])
  }
}

const effortWeights: Readonly<Record<Effort, number>> = { small: 1, medium: 3, large: 8 }

/** What one step on a question costs: 1, 3 or 8; a question without a practice counts as medium. Design section 3, rule 13. */
export function getEffort(question: Question): number {
  return effortWeights[question.practice?.effort ?? 'medium']
}
