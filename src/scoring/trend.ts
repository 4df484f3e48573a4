import { listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import type { QuestionResult, Result, ScoredResult, ShownResult, Trend } from '../model/result.ts'
import { isAllHidden, lacksPartners } from '../model/verdict-states.ts'
import { findComparableQuestions } from './comparable.ts'
import { getLevelAbove, isLevelRuledOut } from './level.ts'
import type { MissedLimit } from './limits.ts'
import { isLess, tolerance } from './numbers.ts'

/** One point in time. */
export interface TrendPoint {
  readonly name: string
  readonly result: Result
  /** The one that all of its answers were given to; null where that is not known. */
  readonly questionnaire: Questionnaire | null
  /** Respondents by partner; null where they are not known. */
  readonly people: ReadonlyMap<string, ReadonlySet<string>> | null
  /** Musts by full id, with whether they are broken; only those of which it is known. */
  readonly musts: ReadonlyMap<string, boolean>
  /** Standard deviation of the respondents' scores by dimension, on 0..100; empty where it is not known. */
  readonly spread: ReadonlyMap<string, number>
}

/**
 * What changed from each point to the next, in the order given. All or nothing: where any two points differ by fewer than
 * `minGroup` people of a partner, or one of them shows nothing, none of it is shown; where one of them shows nothing by partner, the
 * changes of the whole and of its dimensions alone. `minGroup` is the largest of any point. Source: design section 3, rules 10 and 15.
 */
export function buildTrends(points: readonly TrendPoint[], minGroup: number): readonly Trend[] {
  const scored = listComparablePoints(points, minGroup)
  const isSplitShown = scored?.every(isShown) ?? false
  return points.slice(1).flatMap((to, index) => {
    const from = points[index]
    if (from === undefined) return []
    const [before, after] = [scored?.[index], scored?.[index + 1]]
    if (before === undefined || after === undefined)
      return [{ ...makeEmptyTrend(from, to), withheld: true as const }]
    return isSplitShown && isShown(before) && isShown(after)
      ? [compareShownPoints(before, after)]
      : [compareTotals(before, after)]
  })
}

/** The limit of being no worse than an earlier point: in the score and in the level. What may not be shown misses it. */
export function checkNoWorse(
  before: TrendPoint,
  now: TrendPoint,
  { levels }: Questionnaire,
  minGroup: number,
): readonly MissedLimit[] {
  const limit = { code: 'limit', option: 'noWorseThan' } as const
  const scored = listComparablePoints([before, now], minGroup)
  if (scored === null || lacksPartners(now.result))
    return [{ ...limit, value: null, needs: before.name }]
  const [needs, value] = scored.map(({ result }) => result.score.value)
  const missed: MissedLimit[] = []
  if (typeof needs === 'number' && isWorse(value ?? null, needs)) {
    missed.push({ ...limit, value: value ?? null, needs })
  }
  const ids = levels.map(({ id }) => id)
  const { level } = before.result.verdict
  const own = now.result.verdict.level
  if (level !== null && (own === null || ids.indexOf(own) > ids.indexOf(level))) {
    missed.push({ ...limit, value: own, needs: level })
  }
  return missed
}

function isWorse(value: number | null, needs: number): boolean {
  return value === null || isLess(value / 100, needs / 100)
}

/**
 * The musts that a result alone tells of: those that rule out the next level are all among its reasons where they are broken. Where
 * something is not scored, or a reason is hidden, the others are not known.
 */
export function listKnownMusts(
  { verdict }: Result,
  questionnaire: Questionnaire | null,
): ReadonlyMap<string, boolean> {
  const level = questionnaire?.levels.find(({ id }) => id === verdict.level)
  if (questionnaire === null || level === undefined) return new Map()
  const { levels } = questionnaire
  const next = getLevelAbove(level, levels) ?? level
  const areAllTold = !verdict.reasons.some(({ code }) => code === 'hidden' || code === 'not-scored')
  const broken = new Set(
    verdict.reasons.flatMap((reason) => (reason.code === 'must' ? [reason.question] : [])),
  )
  return new Map(
    listQuestions(questionnaire).flatMap(({ id, must }) => {
      if (must === null || !isLevelRuledOut(must, next, levels)) return []
      return areAllTold || broken.has(id) ? [[id, broken.has(id)] as const] : []
    }),
  )
}

/**
 * Is a change larger than its error? |change| over 1.96 × SD × √(2 (1 − α)), with the spread and alpha of the earlier point.
 * Null where either is not known. Source: Jacobson and Truax 1991.
 */
export function isReliable(
  change: number,
  spread: number | undefined,
  alpha: number | null,
): boolean | null {
  if (spread === undefined || alpha === null) return null
  return Math.abs(change) > 1.96 * spread * Math.sqrt(2 * Math.max(0, 1 - alpha)) + tolerance
}

function makeEmptyTrend(from: TrendPoint, to: TrendPoint): Trend {
  return {
    from: from.name,
    to: to.name,
    score: null,
    dimensions: [],
    questions: [],
    opened: [],
    closed: [],
    fell: [],
    left: [],
  }
}

/**
 * What two results tell by themselves, set side by side. No error: it follows from the spread of people's scores, which no result tells.
 */
function compareTotals(from: ScoredPoint, to: ScoredPoint): Trend {
  const { left, dimensions, whole } = findComparableQuestions(from.questionnaire, to.questionnaire)
  const later = indexById<ScoredResult['dimensions'][number]>(to.result.dimensions)
  return {
    ...makeEmptyTrend(from, to),
    score: whole ? computeChange(from.result.score.value, to.result.score.value) : null,
    dimensions: from.result.dimensions
      .filter(({ id }) => dimensions.has(id))
      .map(({ id, score }) => ({
        id,
        change: computeChange(score.value, later.get(id)?.score.value),
        reliable: null,
      })),
    left: [...left],
  }
}

function compareShownPoints(from: ShownPoint, to: ShownPoint): Trend {
  const { same } = findComparableQuestions(from.questionnaire, to.questionnaire)
  const earlier = indexById(from.result.questions)
  const later = indexById(to.result.questions)
  const pairs = same.flatMap((pair) => {
    const before = earlier.get(pair.before.id)
    const after = later.get(pair.now.id)
    return before === undefined || after === undefined
      ? []
      : [{ question: pair.now, before, after }]
  })
  const known = pairs.filter(({ before, after }) => isKnown(before) && isKnown(after))
  const ids = (those: typeof pairs) => those.map(({ question }) => question.id)
  const totals = compareTotals(from, to)
  return {
    ...totals,
    dimensions: addErrors(totals.dimensions, from),
    questions: pairs.flatMap(({ question, before, after }) =>
      listPartnerChanges(question.id, before, after),
    ),
    opened: ids(
      known.filter(({ before, after }) => !hasOpenAnswers(before) && hasOpenAnswers(after)),
    ),
    closed: ids(
      known.filter(({ before, after }) => hasOpenAnswers(before) && !hasOpenAnswers(after)),
    ),
    fell: ids(
      known.filter(
        ({ question, before }) =>
          from.musts.get(before.id) === false && to.musts.get(question.id) === true,
      ),
    ),
  }
}

function addErrors(
  changes: Trend['dimensions'],
  { result, spread }: ShownPoint,
): Trend['dimensions'] {
  const earlier = indexById(result.dimensions)
  return changes.map(({ id, change }) => {
    const alpha = earlier.get(id)?.alpha.value ?? null
    return {
      id,
      change,
      reliable: change === null ? null : isReliable(change, spread.get(id), alpha),
    }
  })
}

function listPartnerChanges(
  id: string,
  before: QuestionResult,
  after: QuestionResult,
): Trend['questions'] {
  const later = indexById(after.partners)
  return before.partners.flatMap((partner) => {
    const change = computeChange(partner.score, later.get(partner.id)?.score)
    return change === null ? [] : [{ id, partner: partner.id, change }]
  })
}

function computeChange(before: number | null | undefined, after: number | null | undefined) {
  return typeof before === 'number' && typeof after === 'number' ? after - before : null
}

function hasOpenAnswers({ partners }: QuestionResult): boolean {
  return partners.some(({ dontKnow, skipped }) => (dontKnow ?? 0) + (skipped ?? 0) > 0)
}

/** Are the figures of every partner shown? */
function isKnown({ partners }: QuestionResult): boolean {
  return partners.every(({ answered }) => answered !== null)
}

/** A point with figures. */
type ScoredPoint = TrendPoint & { readonly result: ScoredResult }

/** A point of which every partner's view may be shown. */
type ShownPoint = TrendPoint & { readonly result: ShownResult }

function isShown(point: TrendPoint): point is ShownPoint {
  return point.result.hidden === undefined
}

/** Null where anything may not be shown. */
function listComparablePoints(
  points: readonly TrendPoint[],
  minGroup: number,
): readonly ScoredPoint[] | null {
  const scored = points.flatMap((point) => {
    const { result } = point
    return isAllHidden(result) ? [] : [{ ...point, result }]
  })
  const changed = scored.some((from, index) =>
    scored.slice(index + 1).some((to) => isTooFew(from, to, minGroup)),
  )
  return changed || scored.length < points.length ? null : scored
}

/**
 * Of the same people nothing can be got by subtraction. Where a split by partner is hidden, its result does not tell how many people
 * there are: who they are must be known. Else of people who are not known the fewest that can have changed count.
 */
function isTooFew(from: ScoredPoint, to: ScoredPoint, minGroup: number): boolean {
  const counts = isShown(from) && isShown(to) ? listGroupSizes(from, to) : null
  if (counts !== null && minGroup <= 1) return false
  if (counts?.flat().some((count) => count > 0 && count < minGroup)) return true
  if (from.people !== null && to.people !== null) {
    const [before, after] = [from.people, to.people]
    const ids = new Set([...before.keys(), ...after.keys()])
    return [...ids].some((id) => {
      const changed = countSymmetricDifference(before.get(id), after.get(id))
      return changed > 0 && changed < minGroup
    })
  }
  return counts?.some(([before, after]) => Math.abs(before - after) < minGroup) ?? true
}

/** How many people of each partner there are at both points. */
function listGroupSizes(from: ShownPoint, to: ShownPoint): readonly (readonly [number, number])[] {
  const before = indexById(from.result.partners)
  const after = indexById(to.result.partners)
  return [...new Set([...before.keys(), ...after.keys()])].map((id) => [
    before.get(id)?.respondents ?? 0,
    after.get(id)?.respondents ?? 0,
  ])
}

function countSymmetricDifference(
  a: ReadonlySet<string> = new Set(),
  b: ReadonlySet<string> = new Set(),
) {
  return [...a].filter((id) => !b.has(id)).length + [...b].filter((id) => !a.has(id)).length
}

function indexById<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}
