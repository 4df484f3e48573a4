import type { Question } from '../model/questionnaire.ts'
import type { Action } from '../model/result.ts'
import { type AnswerWeight, getEffort, weighAnswers } from './answer-weights.ts'
import { computeGap } from './gap.ts'
import { listBrokenMusts } from './must.ts'
import { compareIds, isLess, sum, tolerance } from './numbers.ts'
import type { PartnershipScores } from './partnership-scores.ts'

interface ActionRules {
  /** Who takes a step for a partner, by the id that the plan gives. */
  readonly managers: ReadonlyMap<string, string>
  /** Nothing may depend on one partner: no partner is named, and neither its musts nor its gap order the list. */
  readonly hidden: boolean
}

/**
 * The practices of the questions on which some partner is under the top, one each, at the partner that is lowest (of equals
 * the first id). `gain` is what the overall score gains, in points of 0..100, if every partner's mean were at the top.
 * Order: broken musts, gain for the effort, gap, id; each has the day of action it belongs to.
 * Source: design section 3, rule 12.
 */
export function listActions(scores: PartnershipScores, rules: ActionRules): readonly Action[] {
  const broken = new Set(
    rules.hidden ? [] : listBrokenMusts(scores, 'value').map(({ question }) => question),
  )
  return [...weighAnswers(scores)]
    .flatMap(([question, weights]) => makeActionCandidate(question, weights, broken, rules) ?? [])
    .sort(compareCandidates)
    .map(({ action }) => action)
}

interface ActionCandidate {
  readonly action: Action
  readonly broken: boolean
  readonly gainForEffort: number
  readonly gap: number
}

function makeActionCandidate(
  question: Question,
  weights: readonly AnswerWeight[],
  broken: ReadonlySet<Question>,
  rules: ActionRules,
): ActionCandidate | null {
  const { practice } = question
  const lowest = findLowestWeight(weights)
  if (practice === null || lowest === null || !isLess(lowest.score, 1)) return null
  const gain = sum(weights.map(({ inOverall, score }) => inOverall * (1 - score))) * 100
  const partner = rules.hidden ? null : lowest.partner
  return {
    action: {
      day: practice.day,
      question: question.id,
      partner,
      owner: partner === null ? null : (rules.managers.get(partner) ?? null),
      do: practice.do,
      done: practice.done,
      effort: practice.effort,
      gain,
    },
    broken: broken.has(question),
    gainForEffort: gain / getEffort(question),
    gap: rules.hidden ? 0 : (computeGap(weights).value ?? 0),
  }
}

function findLowestWeight(weights: readonly AnswerWeight[]): AnswerWeight | null {
  let lowest: AnswerWeight | null = null
  for (const weight of weights) {
    if (lowest === null || isLess(weight.score, lowest.score)) lowest = weight
  }
  return lowest
}

function compareCandidates(a: ActionCandidate, b: ActionCandidate): number {
  return (
    Number(b.broken) - Number(a.broken) ||
    compareDescending(a.gainForEffort, b.gainForEffort) ||
    compareDescending(a.gap, b.gap) ||
    compareIds(a.action.question, b.action.question)
  )
}

/** The larger first; points that are equal but for rounding count as equal. */
function compareDescending(a: number, b: number): number {
  const grain = tolerance * 100
  return Math.round(b / grain) - Math.round(a / grain)
}
