import type { Severity } from '../model/finding.ts'
import { listQuestions, type Question } from '../model/questionnaire.ts'
import type { PlanResult, SayDo } from '../model/result.ts'
import { getAnswerCounts } from './answer-counts.ts'
import { computeMoments } from './counts.ts'
import { isAtLeast, isLess } from './numbers.ts'
import type { DimensionEstimate, PartnerScores, PartnershipScores } from './partnership-scores.ts'

/** A check that counts for the plan's score. */
interface JudgedCheck {
  readonly id: string
  /** Full ids of the questions of which it is the written evidence. */
  readonly supports: readonly string[]
  /** In force at the plan's stage. */
  readonly severity: Severity
  /** Does every visit pass? */
  readonly passed: boolean
  /** Does no visit pass? */
  readonly passesNowhere: boolean
}

/** The written plan, as its checks see it. */
export interface PlanEvidence {
  readonly result: PlanResult
  /** In questionnaire order. */
  readonly checks: readonly JudgedCheck[]
}

const minClaimedScore = 0.75
const maxDeniedScore = 0.25
/** A claim about a dimension that the plan, or another partner, does not bear out. */
const minPlanScore = 0.5
const minPartnerDifference = 0.25

/**
 * Where what people say and what is written part: questions in questionnaire order with partners by id, then dimensions. None
 * of it changes a score. Source: design section 3, rule 9.
 */
export function listSayDo(scores: PartnershipScores, written: PlanEvidence): readonly SayDo[] {
  return [
    ...listQuestions(scores.questionnaire).flatMap((question) => {
      const checks = written.checks.filter(({ supports }) => supports.includes(question.id))
      if (checks.length === 0) return []
      return scores.partners.flatMap((partner) => listQuestionSayDo(question, checks, partner))
    }),
    ...scores.dimensions.flatMap(({ dimension }, index) => {
      const planned = written.result.dimensions.find(({ id }) => id === dimension.id)?.score.value
      const own = scores.partners.map(({ id, dimensions }) => ({ id, at: dimensions[index] }))
      return listOverConfidence(own, planned ?? null)
    }),
  ]
}

function listQuestionSayDo(
  question: Question,
  checks: readonly JudgedCheck[],
  partner: PartnerScores,
): readonly SayDo[] {
  const counts = getAnswerCounts(partner.counts, question.id)
  const score = computeMoments(counts.scores)?.mean ?? null
  const failed = checks.filter(({ passed }) => !passed)
  const entry = (kind: SayDo['kind'], these: readonly JudgedCheck[]): SayDo => ({
    kind,
    question: question.id,
    partner: partner.id,
    checks: these.map(({ id }) => id),
  })
  if (failed.length > 0) {
    const claims = score !== null && isAtLeast(score, minClaimedScore)
    return claims ? [entry('claimed-not-written', failed)] : []
  }
  const denies = score !== null && !isLess(maxDeniedScore, score)
  const unaware = counts.dontKnow > 0 && counts.dontKnow * 2 >= partner.counts.respondents
  return denies || unaware ? [entry('written-not-lived', checks)] : []
}

function listOverConfidence(
  partners: readonly { readonly id: string; readonly at: DimensionEstimate | undefined }[],
  planned: number | null,
): readonly SayDo[] {
  const values = partners.map(({ id, at }) => ({ id, value: at?.estimate?.value ?? null }))
  return values.flatMap(({ id, value }, index) => {
    if (value === null || !isAtLeast(value, minClaimedScore)) return []
    const planIsThin = planned !== null && isLess(planned / 100, minPlanScore)
    const othersDiffer = values.some(
      (other) =>
        other.id !== id &&
        other.value !== null &&
        isAtLeast(value - other.value, minPartnerDifference),
    )
    const dimension = partners[index]?.at?.dimension.id
    if (dimension === undefined || (!planIsThin && !othersDiffer)) return []
    return [{ kind: 'over-confidence', dimension, partner: id, checks: [] }]
  })
}
