import { getFormType } from '../model/forms/forms.ts'
import type { Level, Question } from '../model/questionnaire.ts'
import { getAnswerCounts } from './answer-counts.ts'
import { type AnswerWeight, getEffort, weighAnswers } from './answer-weights.ts'
import type { Counts } from './counts.ts'
import { listUnmetConditions } from './level.ts'
import { type BrokenMust, countBelow, isBrokenBy } from './must.ts'
import { compareIds, tolerance } from './numbers.ts'
import type { PartnershipScores } from './partnership-scores.ts'

/**
 * What a path has to gain. Gains and needs are whole numbers of 1e-12 of a score on 0..1, so that sums are exact and equal
 * steps are seen to be equal. The first of `gains` is the overall score's, the others are one for each of the part's `needs`.
 */
export interface PathTask {
  /** Of the overall score. */
  readonly need: number
  /** One for each dimension that can move, in the order of their ids. */
  readonly parts: readonly PathPart[]
}

export interface PathPart {
  /** Of each partner whose score on the dimension is under the weakest that the level takes. */
  readonly needs: readonly number[]
  /** In the order of their ids. */
  readonly items: readonly PathItem[]
}

/** A question that steps can raise. */
export interface PathItem {
  readonly question: string
  readonly effort: number
  /** Steps that a must asks for, and that bring every partner to the top. */
  readonly minSteps: number
  readonly maxSteps: number
  /** What 0, 1, 2 … `most` steps gain. */
  readonly gains: readonly (readonly number[])[]
  /** What they cost. */
  readonly costs: readonly number[]
}

type PathObstacle = 'must-open' | 'must-not-raisable' | 'out-of-reach'

/** Effort decides, then the number of steps: a cost is both in one number. */
export const costPerEffort = 2 ** 16

const gainUnit = 1e-12

/** What it takes for a level to hold, or why no steps can get there. All must be scored. */
export function buildPathTask(level: Level, scores: PartnershipScores): PathTask | PathObstacle {
  const forced = countMustSteps(level, scores)
  if (typeof forced === 'string') return forced
  const weights = weighAnswers(scores)
  const parts = scores.questionnaire.dimensions.map((dimension, index) => {
    const needs = scores.partners.flatMap((partner) => {
      const value = partner.dimensions[index]?.estimate?.value ?? null
      const need = value === null ? 0 : toNeed(level.weakest / 100, value)
      return need > 0 ? [{ partner: partner.id, need }] : []
    })
    const items = dimension.questions.flatMap((question) => {
      const own = weights.get(question) ?? []
      const partners = needs.map((need) => need.partner)
      return buildPathItem(question, own, partners, forced.get(question) ?? 0) ?? []
    })
    return {
      id: dimension.id,
      needs: needs.map((each) => each.need),
      items: items.sort((a, b) => compareIds(a.question, b.question)),
    }
  })
  const need = Math.max(0, toNeed(level.score / 100, scores.overall?.value ?? 0))
  const task = { need, parts: parts.sort((a, b) => compareIds(`${a.id}.`, `${b.id}.`)) }
  return isInReach(task) ? task : 'out-of-reach'
}

/** Steps that the musts ask for, by question: one step is one value of the scale. */
function countMustSteps(
  level: Level,
  scores: PartnershipScores,
): ReadonlyMap<Question, number> | PathObstacle {
  const broken = listUnmetConditions(scores, level, 'value').flatMap((unmet) =>
    unmet.code === 'must' ? [unmet.broken] : [],
  )
  if (broken.some((each) => each.of === 0)) return 'must-open'
  if (!broken.every((each) => canReach(each.question, each.must.least))) return 'must-not-raisable'
  return new Map(broken.map((each) => [each.question, countStepsToMeet(each, scores)]))
}

/** The fewest steps after which so few people of any partner are below a must that it is met. */
function countStepsToMeet({ question, must }: BrokenMust, { partners }: PartnershipScores): number {
  const steps = partners.map(({ counts }) => {
    const { values, answered } = getAnswerCounts(counts, question.id)
    let least = 0
    while (isBrokenBy(countBelow(values, must.least - least), answered)) least += 1
    return least
  })
  return Math.max(...steps)
}

function canReach(question: Question, least: number): boolean {
  if (countScaleSteps(question) === null || question.reverse) return false
  const ends = getFormType(question.form).findEnds?.(question.form) ?? null
  return ends !== null && ends.highest >= least
}

/** How many steps lead from one end of the scale to the other; null where there are none to take. */
function countScaleSteps({ form }: Question): number | null {
  return getFormType(form).countSteps?.(form) ?? null
}

function buildPathItem(
  question: Question,
  weights: readonly AnswerWeight[],
  partners: readonly string[],
  least: number,
): PathItem | null {
  const whole = countScaleSteps(question)
  const lowest = Math.min(1, ...weights.map((own) => own.lowest))
  const most = whole === null ? 0 : Math.ceil((1 - lowest) * whole - tolerance)
  if (whole === null || most === 0) return null
  const raised = ({ scores }: AnswerWeight, steps: number) => computeMeanRise(scores, steps / whole)
  const gains = Array.from({ length: most + 1 }, (_, steps) => [
    toUnits(weights.reduce((all, own) => all + own.inOverall * raised(own, steps), 0)),
    ...partners.map((partner) => {
      const own = weights.find((each) => each.partner === partner)
      return own === undefined ? 0 : toUnits(own.inDimension * raised(own, steps))
    }),
  ])
  const effort = getEffort(question)
  const costs = gains.map((_, steps) => steps * (effort * costPerEffort + 1))
  return { question: question.id, effort, minSteps: least, maxSteps: most, gains, costs }
}

/** How much the mean of scores rises where each is raised by so much, to 1 at most: who stands at the end stays. */
function computeMeanRise(scores: Counts, by: number): number {
  let rise = 0
  let people = 0
  for (const [score, count] of scores) {
    rise += count * Math.min(1 - score, by)
    people += count
  }
  return people === 0 ? 0 : rise / people
}

function isInReach(task: PathTask): boolean {
  const best = (items: readonly PathItem[], index: number) =>
    items.reduce((all, item) => all + (item.gains[item.maxSteps]?.[index] ?? 0), 0)
  const items = task.parts.flatMap((part) => part.items)
  return (
    best(items, 0) >= task.need &&
    task.parts.every((part) => part.needs.every((need, i) => best(part.items, i + 1) >= need))
  )
}

function toNeed(bound: number, value: number): number {
  return Math.ceil((bound - tolerance - value) / gainUnit)
}

function toUnits(gain: number): number {
  return Math.round(gain / gainUnit)
}
