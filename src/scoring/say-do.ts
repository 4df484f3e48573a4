import { type Question, questionsOf } from '../model/questionnaire.ts'
import type { PlanResult, SayDo } from '../model/result.ts'
import { momentsOf } from './counts.ts'
import { isLess, reaches } from './numbers.ts'
import type { DimensionStanding, PartnerStanding, Standing } from './standing.ts'
import { tallyOf } from './tally.ts'

/** A check that was judged on the plan. */
export interface JudgedCheck {
  readonly id: string
  /** Full ids of the questions of which it is the written evidence. */
  readonly supports: readonly string[]
  readonly passed: boolean
}

/** The written plan, as its checks see it. */
export interface WrittenPlan {
  readonly result: PlanResult
  /** In questionnaire order. */
  readonly checks: readonly JudgedCheck[]
}

const claimed = 0.75
const denied = 0.25
/** A claim about a dimension that the plan, or another partner, does not bear out. */
const thinPlan = 0.5
const farBelow = 0.25

/**
 * Where what people say and what is written part: questions in questionnaire order with partners by id, then dimensions. None
 * of it changes a score. Source: design section 3, rule 9.
 */
export function sayDoOf(standing: Standing, written: WrittenPlan): readonly SayDo[] {
  return [
    ...questionsOf(standing.questionnaire).flatMap((question) => {
      const checks = written.checks.filter(({ supports }) => supports.includes(question.id))
      if (checks.length === 0) return []
      return standing.partners.flatMap((partner) => onQuestion(question, checks, partner))
    }),
    ...standing.dimensions.flatMap(({ dimension }, index) => {
      const planned = written.result.dimensions.find(({ id }) => id === dimension.id)?.score.value
      const own = standing.partners.map(({ id, dimensions }) => ({ id, at: dimensions[index] }))
      return overConfident(own, planned ?? null)
    }),
  ]
}

function onQuestion(
  question: Question,
  checks: readonly JudgedCheck[],
  partner: PartnerStanding,
): readonly SayDo[] {
  const tally = tallyOf(partner.tally, question.id)
  const score = momentsOf(tally.scores)?.mean ?? null
  const failed = checks.filter(({ passed }) => !passed)
  const entry = (kind: SayDo['kind'], these: readonly JudgedCheck[]): SayDo => ({
    kind,
    question: question.id,
    partner: partner.id,
    checks: these.map(({ id }) => id),
  })
  if (failed.length > 0) {
    const claims = score !== null && reaches(score, claimed)
    return claims ? [entry('claimed-not-written', failed)] : []
  }
  const denies = score !== null && !isLess(denied, score)
  const unaware = tally.dontKnow > 0 && tally.dontKnow * 2 >= partner.tally.respondents
  return denies || unaware ? [entry('written-not-lived', checks)] : []
}

function overConfident(
  partners: readonly { readonly id: string; readonly at: DimensionStanding | undefined }[],
  planned: number | null,
): readonly SayDo[] {
  const values = partners.map(({ id, at }) => ({ id, value: at?.estimate?.value ?? null }))
  return values.flatMap(({ id, value }, index) => {
    if (value === null || !reaches(value, claimed)) return []
    const planIsThin = planned !== null && isLess(planned / 100, thinPlan)
    const othersDiffer = values.some(
      (other) => other.id !== id && other.value !== null && reaches(value - other.value, farBelow),
    )
    const dimension = partners[index]?.at?.dimension.id
    if (dimension === undefined || (!planIsThin && !othersDiffer)) return []
    return [{ kind: 'over-confidence', dimension, partner: id, checks: [] }]
  })
}
