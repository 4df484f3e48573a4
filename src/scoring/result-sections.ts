import { type Dimension, listQuestions, type Question } from '../model/questionnaire.ts'
import type {
  DimensionResult,
  PartnerResult,
  QuestionPartner,
  QuestionResult,
  Result,
  Statistic,
} from '../model/result.ts'
import { getAnswerCounts, mergeAnswerCounts } from './answer-counts.ts'
import { computeMoments } from './counts.ts'
import { type CompleteScores, computeCronbachAlpha } from './cronbach.ts'
import { buildDirectedViews } from './directed.ts'
import { toPercent, toScore } from './estimate.ts'
import { computeGap } from './gap.ts'
import { computeKrippendorffAlpha } from './krippendorff.ts'
import { sum } from './numbers.ts'
import type { PartnerScores, PartnershipScores } from './partnership-scores.ts'
import { computeRwg, computeRwgj, computeStandardDeviation } from './spread.ts'

/** The lists of a result, in questionnaire order, partners by id. Source: design section 3, "The result as data". */

export function buildPartnerResults(standing: PartnershipScores): PartnerResult[] {
  return standing.partners.map((partner) => ({
    id: partner.id,
    respondents: partner.counts.respondents,
    score: toScore(partner.overall),
    dimensions: partner.dimensions.map(({ dimension, estimate }) => ({
      id: dimension.id,
      score: toScore(estimate),
      rwgj: computeRwgj(dimension.questions, (question) =>
        getAnswerCounts(partner.counts, question.id),
      ),
    })),
  }))
}

export function buildDimensionResults(
  standing: PartnershipScores,
  completeFor: (dimension: Dimension) => CompleteScores,
): DimensionResult[] {
  return standing.dimensions.map(({ dimension, estimate }, index) => ({
    id: dimension.id,
    weight: dimension.weight,
    score: toScore(estimate),
    gap: computeGap(
      standing.partners.map((partner) => ({
        partner: partner.id,
        score: partner.dimensions[index]?.estimate?.value ?? null,
      })),
    ),
    alpha: computeCronbachAlpha(completeFor(dimension)),
  }))
}

/** The questions that have a score; the others have nothing to count. */
export function buildQuestionResults(standing: PartnershipScores): QuestionResult[] {
  return listQuestions(standing.questionnaire)
    .filter((question) => question.scored)
    .map((question) => {
      const scores = standing.partners.map((partner) => ({
        partner: partner.id,
        score: getPartnerScore(question, partner),
      }))
      const known = scores.flatMap(({ score }) => score ?? [])
      return {
        id: question.id,
        score: known.length === 0 ? null : toPercent(sum(known) / known.length),
        gap: computeGap(scores),
        partners: standing.partners.map((partner) => buildQuestionPartner(question, partner)),
      }
    })
}

/** Agreement of all respondents with one another, over all questions that have a score. */
export function computeOverallAgreement(standing: PartnershipScores): Statistic {
  return computeKrippendorffAlpha(
    listQuestions(standing.questionnaire).map(
      ({ id }) =>
        mergeAnswerCounts(standing.partners.map(({ counts: tally }) => getAnswerCounts(tally, id)))
          .scores,
    ),
  )
}

export function buildDirectedResults(standing: PartnershipScores): NonNullable<Result['directed']> {
  const tallies = standing.partners.map((partner) => partner.counts)
  return buildDirectedViews(standing.questionnaire, tallies).map((view) => ({
    ...view,
    own: toPercent(view.own),
    others: toPercent(view.others),
    gap: toPercent(view.gap),
  }))
}

function buildQuestionPartner(question: Question, partner: PartnerScores): QuestionPartner {
  const tally = getAnswerCounts(partner.counts, question.id)
  return {
    id: partner.id,
    score: toPercent(getPartnerScore(question, partner)),
    mean: computeMoments(tally.values)?.mean ?? null,
    sd: computeStandardDeviation(tally),
    rwg: computeRwg(question, tally),
    answered: tally.answered,
    dontKnow: tally.dontKnow,
    notApplicable: tally.notApplicable,
    skipped: tally.skipped,
  }
}

function getPartnerScore(question: Question, partner: PartnerScores): number | null {
  return computeMoments(getAnswerCounts(partner.counts, question.id).scores)?.mean ?? null
}
