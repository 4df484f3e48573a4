import { getFormType } from '../model/forms/forms.ts'
import {
  type Dimension,
  listQuestions,
  type Question,
  type Questionnaire,
} from '../model/questionnaire.ts'
import type { QuestionPartner, Result, Statistic } from '../model/result.ts'
import { type AnswerCounts, getAnswerCounts, type PartnerCounts } from './answer-counts.ts'
import { type Counts, computeMoments, computeVariance, type Moments } from './counts.ts'
import { type CompleteScores, computeCronbachAlpha } from './cronbach.ts'
import { toPercent, toScore } from './estimate.ts'
import { computeGap } from './gap.ts'
import { sum, tolerance } from './numbers.ts'
import type { PartnerScores, PartnershipScores } from './partnership-scores.ts'

/** The lists of a result, in questionnaire order, partners by id. Source: design section 3, "The result as data". */
export function buildResultSections(
  scores: PartnershipScores,
  completeFor: (dimension: Dimension) => CompleteScores,
) {
  return {
    partners: buildPartnerResults(scores),
    dimensions: buildDimensionResults(scores, completeFor),
    questions: buildQuestionResults(scores),
    agreement: { krippendorff: computeOverallAgreement(scores) },
    directed: buildDirectedResults(scores),
  }
}

function buildPartnerResults(scores: PartnershipScores): Result['partners'] {
  return scores.partners.map((partner) => ({
    id: partner.id,
    respondents: partner.counts.respondents,
    score: toScore(partner.overall),
    dimensions: partner.dimensions.map(({ dimension, estimate }) => ({
      id: dimension.id,
      score: toScore(estimate),
      rwgj: computeRwgj(dimension.questions, partner.counts),
    })),
  }))
}

function buildDimensionResults(
  scores: PartnershipScores,
  completeFor: (dimension: Dimension) => CompleteScores,
): Result['dimensions'] {
  return scores.dimensions.map(({ dimension, estimate }, index) => ({
    id: dimension.id,
    weight: dimension.weight,
    score: toScore(estimate),
    gap: computeGap(
      scores.partners.map((partner) => ({
        partner: partner.id,
        score: partner.dimensions[index]?.estimate?.value ?? null,
      })),
    ),
    alpha: computeCronbachAlpha(completeFor(dimension)),
  }))
}

/** The questions that have a score; the others have nothing to count. */
function buildQuestionResults(scores: PartnershipScores): Result['questions'] {
  return listQuestions(scores.questionnaire)
    .filter((question) => question.scored)
    .map((question) => {
      const byPartner = scores.partners.map((partner) => ({
        partner: partner.id,
        score: getPartnerScore(question, partner),
      }))
      const known = byPartner.flatMap(({ score }) => score ?? [])
      return {
        id: question.id,
        score: known.length === 0 ? null : toPercent(sum(known) / known.length),
        gap: computeGap(byPartner),
        partners: scores.partners.map((partner) => buildQuestionPartner(question, partner)),
      }
    })
}

/** Agreement of all respondents with one another, over all questions that have a score. */
function computeOverallAgreement(scores: PartnershipScores): Statistic {
  return computeKrippendorffAlpha(
    listQuestions(scores.questionnaire).map(
      ({ id }) =>
        mergeAnswerCounts(scores.partners.map(({ counts }) => getAnswerCounts(counts, id))).scores,
    ),
  )
}

function buildQuestionPartner(question: Question, partner: PartnerScores): QuestionPartner {
  const answers = getAnswerCounts(partner.counts, question.id)
  return {
    id: partner.id,
    score: toPercent(getPartnerScore(question, partner)),
    mean: computeMoments(answers.values)?.mean ?? null,
    sd: computeStandardDeviation(answers),
    rwg: computeRwg(question, answers),
    answered: answers.answered,
    dontKnow: answers.dontKnow,
    notApplicable: answers.notApplicable,
    skipped: answers.skipped,
  }
}

function getPartnerScore(question: Question, partner: PartnerScores): number | null {
  return computeMoments(getAnswerCounts(partner.counts, question.id).scores)?.mean ?? null
}

/**
 * Krippendorff's alpha for interval data with missing values: 1 − observed / expected disagreement. A unit is a question,
 * given as the counts of its scores over all respondents; units with one value say nothing about agreement and are left out.
 * At most 1; 0 is chance, negative is worse. Null, with the reason, for fewer than two people on every question, for one
 * question only, and without any variance. Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".
 */
export function computeKrippendorffAlpha(units: readonly Counts[]): Statistic {
  const paired = units.filter((unit) => sum(unit.values()) >= 2)
  const all = computeMoments(mergeCounts(paired))
  if (all === null) return { value: null, reason: 'too-few' }
  if (paired.length === 1) return { value: null, reason: 'one-item' }
  if (all.max - all.min <= tolerance) return { value: null, reason: 'no-variance' }
  const observed = sum(paired.map((unit) => computeDisagreement(computeMoments(unit)))) / all.n
  return { value: 1 - observed / (all.sumOfSquares / (all.n - 1)) }
}

/** Half the squared differences of all pairs in a unit, each value counted against the m − 1 others. */
function computeDisagreement(unit: Moments | null): number {
  return unit === null ? 0 : (unit.sumOfSquares * unit.n) / (unit.n - 1)
}

/** Standard deviation (n − 1) of one partner's answers on the question's own scale; null under two of them. */
function computeStandardDeviation(answers: AnswerCounts): number | null {
  const variance = computeVariance(computeMoments(answers.values))
  return variance === null ? null : Math.sqrt(variance)
}

/**
 * Agreement within one partner on a rating or yes-no: rwg = 1 − s² / ((A² − 1) / 12) for a scale of A values, the spread of
 * answers drawn at random. 1 is full agreement; negative is more spread than chance. Null under two answers.
 * Source: James, Demaree and Wolf 1984; design section 3, rule 7.
 */
function computeRwg(question: Question, answers: AnswerCounts): number | null {
  const ratio = computeSpreadRatio(question, answers)
  return ratio === null ? null : 1 - ratio
}

/**
 * Agreement within one partner on a dimension, over its ratings with two answers or more: with J of them and the mean ratio
 * r of spread to chance, J(1 − r) / (J(1 − r) + r). Null with none, or with more spread than chance (r over 1).
 * Source: James, Demaree and Wolf 1984; design section 3, rule 7.
 */
function computeRwgj(questions: readonly Question[], partner: PartnerCounts): number | null {
  const ratios = questions
    .filter((question) => question.form.type === 'rating')
    .flatMap(
      (question) => computeSpreadRatio(question, getAnswerCounts(partner, question.id)) ?? [],
    )
  if (ratios.length === 0) return null
  const r = sum(ratios) / ratios.length
  if (r > 1 + tolerance) return null
  const agreed = ratios.length * Math.max(0, 1 - r)
  return agreed / (agreed + r)
}

/** s² against the variance of the uniform null; null where there is none. */
function computeSpreadRatio(question: Question, answers: AnswerCounts): number | null {
  const steps = getFormType(question.form).countSteps?.(question.form)
  const variance = computeVariance(computeMoments(answers.values))
  if (steps === undefined || variance === null) return null
  return variance / (((steps + 1) ** 2 - 1) / 12)
}

/**
 * What each partner says about itself (`own`), and the plain mean of what the others say about it. Each pair of mirrored
 * questions appears once for each partner, whichever of the two names the other. The gap is above 0 where a partner sees
 * itself better than it is seen.
 */
function buildDirectedResults({
  questionnaire,
  partners,
}: PartnershipScores): NonNullable<Result['directed']> {
  const score = ({ counts }: PartnerScores, { id }: Question) =>
    computeMoments(getAnswerCounts(counts, id).scores)?.mean ?? null
  return listMirrorPairs(questionnaire).flatMap(([us, them]) =>
    partners.map((partner) => {
      const own = score(partner, us)
      const rest = partners.filter((other) => other !== partner)
      const seen = rest.flatMap((other) => score(other, them) ?? [])
      const others = seen.length === 0 ? null : sum(seen) / seen.length
      const gap = own === null || others === null ? null : own - others
      return {
        question: us.id,
        mirror: them.id,
        partner: partner.id,
        own: toPercent(own),
        others: toPercent(others),
        gap: toPercent(gap),
      }
    }),
  )
}

function listMirrorPairs(questionnaire: Questionnaire): readonly (readonly [Question, Question])[] {
  const scored = listQuestions(questionnaire).filter((question) => question.scored)
  return scored
    .filter((question) => question.about === 'us')
    .flatMap((us) => {
      const them = scored.find(
        (other) => other.about === 'them' && (us.mirror === other.id || other.mirror === us.id),
      )
      return them === undefined ? [] : [[us, them] as const]
    })
}

/** Everybody's counts for one question. */
function mergeAnswerCounts(all: readonly AnswerCounts[]): AnswerCounts {
  return {
    answered: sum(all.map((counts) => counts.answered)),
    values: mergeCounts(all.map((counts) => counts.values)),
    scores: mergeCounts(all.map((counts) => counts.scores)),
    dontKnow: sum(all.map((counts) => counts.dontKnow)),
    skipped: sum(all.map((counts) => counts.skipped)),
    notApplicable: sum(all.map((counts) => counts.notApplicable)),
  }
}

/** All counts together. */
function mergeCounts(several: Iterable<Counts>): Counts {
  const all = new Map<number, number>()
  for (const counts of several) {
    for (const [value, count] of counts) all.set(value, (all.get(value) ?? 0) + count)
  }
  return all
}
