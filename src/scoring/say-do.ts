import type { Severity } from '../model/finding.ts'
import { listQuestions, type Question } from '../model/questionnaire.ts'
import type { PlanResult, SayDo } from '../model/result.ts'
import { computeWeightShares } from '../model/weight-shares.ts'
import { getAnswerCounts } from './answer-counts.ts'
import { computeMoments } from './counts.ts'
import { isAtLeast, isLess, tolerance } from './numbers.ts'
import type { DimensionEstimate, PartnerScores, PartnershipScores } from './partnership-scores.ts'

/** A check that counts at the plan's stage. */
interface JudgedCheck {
  readonly id: string
  /** Full ids of the questions of which it is the written evidence. */
  readonly supports: readonly string[]
  readonly severity: Severity
  /** At every visit, and at none; neither where it is unread. */
  readonly passed: boolean
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
 * Where what people say and what is written part: questions by their share × the gravest severity, of equals in questionnaire
 * order with partners by id; then dimensions. None of it changes a score. Source: design section 3, rule 11.
 */
export function listSayDo(scores: PartnershipScores, written: PlanEvidence): readonly SayDo[] {
  const shares = computeWeightShares(scores.questionnaire)
  const hidden = findHiddenQuestions(scores.questionnaire, written)
  const questions = listQuestions(scores.questionnaire).flatMap((question) => {
    if (hidden.has(question.id)) return []
    const checks = written.checks.filter(({ supports }) => supports.includes(question.id))
    if (checks.length === 0) return []
    const gravest = Math.max(...checks.map(({ severity }) => graveness[severity]))
    const rank = (shares.get(question.id) ?? 0) * gravest
    return scores.partners.flatMap((partner) => {
      const entry = compareWithPlan(question, checks, partner)
      return entry === null ? [] : [{ rank, entry }]
    })
  })
  const ranked = questions.sort((a, b) => Math.round((b.rank - a.rank) / tolerance))
  return [
    ...ranked.map(({ entry }) => entry),
    ...scores.dimensions.flatMap(({ dimension }, index) => {
      const planned = written.result.dimensions.find(({ id }) => id === dimension.id)?.score.value
      const own = scores.partners.map(({ id, dimensions }) => ({ id, at: dimensions[index] }))
      return listOverConfidence(own, planned ?? null)
    }),
  ]
}

/** Questions of which some written evidence was not understood: nobody can say whether it is there. */
function findHiddenQuestions(
  { dimensions }: PartnershipScores['questionnaire'],
  { result: { unread } }: PlanEvidence,
): ReadonlySet<string> {
  const ids = new Set(unread.map(({ check }) => check))
  const checks = dimensions.flatMap((dimension) => dimension.checks)
  return new Set(checks.flatMap(({ id, supports }) => (ids.has(id) ? supports : [])))
}

const graveness: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 }

function compareWithPlan(
  question: Question,
  checks: readonly JudgedCheck[],
  partner: PartnerScores,
): SayDo | null {
  const counts = getAnswerCounts(partner.counts, question.id)
  const score = computeMoments(counts.scores)?.mean ?? null
  const entry = (kind: SayDo['kind']): SayDo => ({
    kind,
    question: question.id,
    partner: partner.id,
    checks: checks.map(({ id }) => id),
  })
  if (checks.every(({ passesNowhere }) => passesNowhere)) {
    const isClaimed = score !== null && isAtLeast(score, minClaimedScore)
    return isClaimed ? entry('claimed-not-written') : null
  }
  if (!checks.every(({ passed }) => passed)) return null
  const isDenied = score !== null && !isLess(maxDeniedScore, score)
  const isUnknown = counts.dontKnow > 0 && counts.dontKnow * 2 >= partner.counts.respondents
  return isDenied || isUnknown ? entry('written-not-lived') : null
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
