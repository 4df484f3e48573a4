import type { Practice, Question } from '../model/questionnaire.ts'
import type { Action } from '../model/result.ts'
import { type AnswerWeight, getEffort, weighAnswers } from './answer-weights.ts'
import { computeGap } from './gap.ts'
import { listBrokenMusts } from './must.ts'
import { compareIds, isLess, sum, tolerance } from './numbers.ts'
import type { PartnershipScores } from './partnership-scores.ts'
import type { Privacy } from './privacy.ts'
import { getBestScore } from './question-score.ts'

interface ActionRules {
  /** Who takes a step for a partner, by the id that the plan gives. */
  readonly managers: ReadonlyMap<string, string>
  /** What partners answered may be told from a step only where it may be told at all. */
  readonly privacy: Privacy
}

/**
 * The practices of the questions with an answer under the best there can be, one each. `gain` is what the overall score gains, in
 * points of 0..100, if every partner's mean were at the best; null without an overall score. Order: broken musts, gain for the
 * effort, gap, id. Source: design section 3, rule 14.
 */
export function listActions(
  scores: PartnershipScores,
  { managers, privacy }: ActionRules,
): readonly Action[] {
  const context: StepContext = {
    privacy,
    partners: scores.partners.map(({ id }) => id),
    broken: new Set(listBrokenMusts(scores, 'value').map(({ question }) => question)),
    isScored: (scores.overall?.value ?? null) !== null,
  }
  const candidates = [...weighAnswers(scores)]
    .flatMap(([question, weights]) => makeCandidate(question, weights, context) ?? [])
    .sort(compareCandidates)
  return assignOwners(candidates, managers)
}

interface StepContext {
  readonly privacy: Privacy
  readonly partners: readonly string[]
  readonly broken: ReadonlySet<Question>
  readonly isScored: boolean
}

interface Candidate {
  readonly action: Omit<Action, 'owner'>
  /** The partners' scores on the question; none where they may not be told. */
  readonly weights: readonly AnswerWeight[]
  readonly isBroken: boolean
  readonly gainForEffort: number
  readonly gap: number
}

function makeCandidate(
  question: Question,
  weights: readonly AnswerWeight[],
  { privacy, partners, broken, isScored }: StepContext,
): Candidate | null {
  const { id, practice } = question
  const isWhole = privacy.isWholeShown(id)
  const areViewsShown = isWhole && privacy.hidden === null
  // That there is a step tells that somebody's answer is not the best.
  const told = weights.filter(({ partner }) =>
    privacy.hidden === null ? privacy.isShown(id, partner) : isWhole,
  )
  const best = getBestScore(question)
  if (practice === null || !told.some(({ lowest }) => isLess(lowest, best))) return null
  const gain = sum(weights.map(({ inOverall, score }) => inOverall * (best - score))) * 100
  return {
    action: {
      day: practice.day,
      question: id,
      partners: chooseTakers(areViewsShown ? practice.by : 'all', weights, partners),
      do: practice.do,
      done: practice.done,
      effort: practice.effort,
      takes: practice.takes,
      gain: isScored && isWhole ? gain : null,
    },
    weights: areViewsShown ? weights : [],
    isBroken: areViewsShown && broken.has(question),
    gainForEffort: isScored && isWhole ? gain / getEffort(question) : 0,
    gap: areViewsShown ? (computeGap(weights).value ?? 0) : 0,
  }
}

/** From here on a partner's own view is good enough to leave a step of its own to the others. */
const minGoodScore = 0.75

/** Whose step it is, by what the partners answered to its question; design section 3, rule 14. */
function chooseTakers(
  by: Practice['by'],
  weights: readonly AnswerWeight[],
  partners: readonly string[],
): string[] {
  const all = weights.map(({ partner }) => partner)
  if (by === 'all') return all.sort(compareIds)
  const weak = listWeak(weights)
  if (by === 'us') return weak
  if (partners.length !== 2) return all.sort(compareIds)
  return weak.flatMap((partner) => partners.filter((other) => other !== partner)).sort(compareIds)
}

/** Those under a good score, the lowest first; where there is none, the lowest of all. */
function listWeak(weights: readonly AnswerWeight[]): string[] {
  const ordered = weights.toSorted(
    (a, b) => compareScores(a.score, b.score) || compareIds(a.partner, b.partner),
  )
  const weak = ordered.filter(({ score }) => isLess(score, minGoodScore))
  const least = ordered[0]?.score ?? 0
  const chosen = weak.length > 0 ? weak : ordered.filter(({ score }) => !isLess(least, score))
  return chosen.map(({ partner }) => partner)
}

function compareScores(a: number, b: number): number {
  return isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0
}

/**
 * The manager of the partner whose step it is; of several, of the one whose view is lowest, of equals the one with the fewest
 * steps so far, then the first id.
 */
function assignOwners(
  candidates: readonly Candidate[],
  managers: ReadonlyMap<string, string>,
): readonly Action[] {
  const steps = new Map<string, number>()
  return candidates.map(({ action: { do: what, done, effort, takes, gain, ...head }, weights }) => {
    const scores = new Map(weights.map(({ partner, score }) => [partner, score]))
    const [taker] = head.partners.toSorted(
      (a, b) =>
        compareScores(scores.get(a) ?? 0, scores.get(b) ?? 0) ||
        (steps.get(a) ?? 0) - (steps.get(b) ?? 0) ||
        compareIds(a, b),
    )
    if (taker !== undefined) steps.set(taker, (steps.get(taker) ?? 0) + 1)
    const owner = managers.get(taker ?? '') ?? null
    return { ...head, owner, do: what, done, effort, takes, gain }
  })
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(b.isBroken) - Number(a.isBroken) ||
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
