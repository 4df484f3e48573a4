import type { Practice, Question } from '../model/questionnaire.ts'
import type { Action } from '../model/result.ts'
import { effortOf } from './effort.ts'
import { gapOf } from './gap.ts'
import { type Lever, leversOf } from './leverage.ts'
import { brokenMusts } from './must.ts'
import { compareIds, isLess, sum, tolerance } from './numbers.ts'
import type { Standing } from './standing.ts'

export interface ActionRules {
  /** Who takes a step for a partner, by the id that the plan gives. */
  readonly managers: ReadonlyMap<string, string>
  /** Nothing may depend on one partner: no partner is named, and neither its musts nor its gap order the list. */
  readonly hidden: boolean
}

/**
 * The practices of the questions on which some partner is under the top, one each, at the partner that is lowest (of equals
 * the first id). `gain` is what the overall score gains, in points of 0..100, if every partner's mean were at the top.
 * Order: broken musts, gain for the effort, gap, id; each is told the day of action it belongs to.
 * Source: design section 3, rule 12.
 */
export function actionsOf(standing: Standing, rules: ActionRules): readonly Action[] {
  const broken = brokenQuestions(standing, rules)
  return [...leversByQuestion(standing)]
    .flatMap(([question, levers]) => {
      const { practice } = question
      return practice === null ? [] : (candidate(question, practice, levers, broken, rules) ?? [])
    })
    .sort(inOrder)
    .map(({ action }) => action)
}

interface Candidate {
  readonly action: Action
  readonly broken: boolean
  readonly gainForEffort: number
  readonly gap: number
}

function candidate(
  question: Question,
  practice: Practice,
  levers: readonly Lever[],
  broken: ReadonlySet<Question>,
  rules: ActionRules,
): Candidate | null {
  const lowest = lowestOf(levers)
  if (lowest === null || !isLess(lowest.score, 1)) return null
  const gain = sum(levers.map((lever) => lever.inOverall * (1 - lever.score))) * 100
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
    gainForEffort: gain / effortOf(question),
    gap: rules.hidden ? 0 : (gapOf(levers).value ?? 0),
  }
}

function brokenQuestions(standing: Standing, rules: ActionRules): ReadonlySet<Question> {
  if (rules.hidden) return new Set()
  const tallies = standing.partners.map((partner) => partner.tally)
  return new Set(
    brokenMusts(standing.questionnaire, tallies, 'value').map((broken) => broken.question),
  )
}

function leversByQuestion(standing: Standing): ReadonlyMap<Question, readonly Lever[]> {
  const byQuestion = new Map<Question, Lever[]>()
  for (const lever of leversOf(standing)) {
    const levers = byQuestion.get(lever.question) ?? []
    byQuestion.set(lever.question, levers)
    levers.push(lever)
  }
  return byQuestion
}

function lowestOf(levers: readonly Lever[]): Lever | null {
  let lowest: Lever | null = null
  for (const lever of levers) {
    if (lowest === null || isLess(lever.score, lowest.score)) lowest = lever
  }
  return lowest
}

function inOrder(a: Candidate, b: Candidate): number {
  return (
    Number(b.broken) - Number(a.broken) ||
    falling(a.gainForEffort, b.gainForEffort) ||
    falling(a.gap, b.gap) ||
    compareIds(a.action.question, b.action.question)
  )
}

/** The larger first; points that are equal but for rounding count as equal. */
function falling(a: number, b: number): number {
  const grain = tolerance * 100
  return Math.round(b / grain) - Math.round(a / grain)
}
