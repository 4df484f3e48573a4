import type { Dimension } from '../model/questionnaire.ts'
import { listQuestions, type Question } from '../model/questionnaire.ts'
import type { QuestionPartner, ShownResult, Statistic } from '../model/result.ts'
import { getAnswerCounts, type PartnerCounts } from './answer-counts.ts'
import { type Counts, computeMoments, type Moments } from './counts.ts'
import { type CompleteScores, computeCronbachAlpha } from './cronbach.ts'
import { toPercent, toScore } from './estimate.ts'
import { computeGap } from './gap.ts'
import { sum, tolerance } from './numbers.ts'
import type { PartnerScores, PartnershipScores } from './partnership-scores.ts'
import type { Privacy } from './privacy.ts'
import { computeRwg, computeRwgj, computeStandardDeviation } from './spread.ts'

/** Each partner's view: its scores, and how closely its people agree. */
export function listPartnerResults(
  scores: PartnershipScores,
  privacy: Privacy,
): ShownResult['partners'] {
  return scores.partners.map(({ id, counts, overall, dimensions }) => ({
    id,
    respondents: counts.respondents,
    score: toScore(overall, privacy.areBoundsShown(null, id)),
    dimensions: dimensions.map(({ dimension, estimate }) => ({
      id: dimension.id,
      score: toScore(estimate, privacy.areBoundsShown(dimension.id, id)),
      rwgj: isRwgjShown(dimension, counts, privacy)
        ? computeRwgj(dimension.questions, counts)
        : null,
    })),
  }))
}

/** Only beside the spread of each of its ratings, or the one that is left out could be had by subtraction. */
function isRwgjShown({ questions }: Dimension, counts: PartnerCounts, privacy: Privacy): boolean {
  return questions.every(({ id, form }) => {
    const { answered } = getAnswerCounts(counts, id)
    const isPart = form.type === 'rating' && answered >= 2
    return !isPart || (privacy.isShown(id, counts.id) && privacy.isSpreadShown(counts.id, answered))
  })
}

/** The partnership's dimensions, in questionnaire order. */
export function listDimensionResults(
  scores: PartnershipScores,
  completeFor: (dimension: Dimension) => CompleteScores,
  privacy: Privacy,
): ShownResult['dimensions'] {
  return scores.dimensions.map(({ dimension, estimate }, index) => ({
    id: dimension.id,
    weight: dimension.weight,
    score: toScore(estimate, privacy.areBoundsShown(dimension.id, null)),
    gap: computeGap(
      scores.partners.map((partner) => ({
        partner: partner.id,
        score: partner.dimensions[index]?.estimate?.value ?? null,
      })),
    ),
    alpha: computeCronbachAlpha(completeFor(dimension)),
  }))
}

/** The questions that have a score; the others have nothing to count. What few people answered has no figures. */
export function listQuestionResults(
  scores: PartnershipScores,
  privacy: Privacy,
): ShownResult['questions'] {
  return listQuestions(scores.questionnaire)
    .filter((question) => question.scored)
    .map((question) => {
      const isWhole = privacy.isWholeShown(question.id)
      const byPartner = scores.partners.map((partner) => ({
        partner: partner.id,
        score: isWhole ? getPartnerScore(question, partner) : null,
      }))
      const known = byPartner.flatMap(({ score }) => score ?? [])
      return {
        id: question.id,
        score: known.length === 0 ? null : toPercent(sum(known) / known.length),
        gap: computeGap(byPartner),
        partners: scores.partners.map((partner) =>
          privacy.isShown(question.id, partner.id)
            ? buildQuestionPartner(question, partner, privacy)
            : { id: partner.id, ...nothingShown },
        ),
      }
    })
}

const nothingShown: Omit<QuestionPartner, 'id'> = {
  score: null,
  mean: null,
  sd: null,
  rwg: null,
  answered: null,
  dontKnow: null,
  notApplicable: null,
  skipped: null,
}

function buildQuestionPartner(
  question: Question,
  partner: PartnerScores,
  privacy: Privacy,
): QuestionPartner {
  const answers = getAnswerCounts(partner.counts, question.id)
  const isSpread = privacy.isSpreadShown(partner.id, answers.answered)
  return {
    id: partner.id,
    score: toPercent(getPartnerScore(question, partner)),
    mean: computeMoments(answers.values)?.mean ?? null,
    sd: isSpread ? computeStandardDeviation(answers) : null,
    rwg: isSpread ? computeRwg(question, answers) : null,
    answered: answers.answered,
    dontKnow: answers.dontKnow,
    notApplicable: answers.notApplicable,
    skipped: answers.skipped,
  }
}

function getPartnerScore(question: Question, partner: PartnerScores): number | null {
  return computeMoments(getAnswerCounts(partner.counts, question.id).scores)?.mean ?? null
}

/** Agreement of all respondents with one another, over the questions that are about both and have a score. */
export function computeOverallAgreement(scores: PartnershipScores): Statistic {
  return computeKrippendorffAlpha(
    listQuestions(scores.questionnaire)
      .filter(({ about }) => about === 'both')
      .map(({ id }) =>
        mergeCounts(scores.partners.map(({ counts }) => getAnswerCounts(counts, id).scores)),
      ),
    sum(scores.partners.map(({ counts }) => counts.respondents)),
  )
}

/**
 * Krippendorff's alpha for interval data with missing values: 1 − observed / expected disagreement. A unit is a question,
 * given as the counts of its scores over all respondents; units with one value say nothing about agreement and are left out.
 * At most 1; 0 is chance, negative is worse. Null, with the reason, for fewer than two people, for fewer than two questions with
 * two answers, and without any variance. Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".
 */
export function computeKrippendorffAlpha(units: readonly Counts[], respondents: number): Statistic {
  if (respondents < 2) return { value: null, reason: 'too-few' }
  const paired = units.filter((unit) => sum(unit.values()) >= 2)
  const all = computeMoments(mergeCounts(paired))
  if (all === null || paired.length === 1) return { value: null, reason: 'one-item' }
  if (all.max - all.min <= tolerance) return { value: null, reason: 'no-variance' }
  const observed = sum(paired.map((unit) => computeDisagreement(computeMoments(unit)))) / all.n
  return { value: 1 - observed / (all.sumOfSquares / (all.n - 1)) }
}

/** Half the squared differences of all pairs in a unit, each value counted against the m − 1 others. */
function computeDisagreement(unit: Moments | null): number {
  return unit === null ? 0 : (unit.sumOfSquares * unit.n) / (unit.n - 1)
}

/** All counts together. */
function mergeCounts(several: Iterable<Counts>): Counts {
  const all = new Map<number, number>()
  for (const counts of several) {
    for (const [value, count] of counts) all.set(value, (all.get(value) ?? 0) + count)
  }
  return all
}
