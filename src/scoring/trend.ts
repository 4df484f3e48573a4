import { listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import type { QuestionResult, Result, ShownResult, Trend } from '../model/result.ts'
import { lacksPartners } from '../model/verdict-states.ts'
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
  /** Respondents by partner; null where only the result is known. */
  readonly people: ReadonlyMap<string, ReadonlySet<string>> | null
  /** Musts by full id, with whether they are broken; only those of which it is known. */
  readonly musts: ReadonlyMap<string, boolean>
  /** Standard deviation of the respondents' scores by dimension, on 0..100; empty where it is not known. */
  readonly spread: ReadonlyMap<string, number>
}

/**
 * What changed from each point to the next, in the order given. All or nothing: where any two points differ by fewer than
 * `minGroup` people of a partner, or one of them is hidden, none of it is shown. Source: design section 3, rules 8 and 13.
 */
export function buildTrends(points: readonly TrendPoint[], minGroup: number): readonly Trend[] {
  const shown = listShownPoints(points, minGroup)
  return points.slice(1).flatMap((to, index) => {
    const from = points[index]
    if (from === undefined) return []
    const [before, after] = [shown?.[index], shown?.[index + 1]]
    return before === undefined || after === undefined
      ? [{ ...makeEmptyTrend(from, to), withheld: true as const }]
      : [compareTrendPoints(before, after)]
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
  const shown = listShownPoints([before, now], minGroup)
  if (shown === null || lacksPartners(now.result))
    return [{ ...limit, value: null, needs: before.name }]
  const [needs, value] = shown.map(({ result }) => result.score.value)
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

function compareTrendPoints(from: ShownPoint, to: ShownPoint): Trend {
  const { same, left, dimensions, whole } = findComparableQuestions(
    from.questionnaire,
    to.questionnaire,
  )
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
  return {
    ...makeEmptyTrend(from, to),
    score: whole ? computeChange(from.result.score.value, to.result.score.value) : null,
    dimensions: listDimensionChanges(from, to).filter(({ id }) => dimensions.has(id)),
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
    left: [...left],
  }
}

function listDimensionChanges({ result, spread }: ShownPoint, to: ShownPoint): Trend['dimensions'] {
  const later = indexById(to.result.dimensions)
  return result.dimensions.map(({ id, score, alpha }) => {
    const change = computeChange(score.value, later.get(id)?.score.value)
    const reliable = change === null ? null : isReliable(change, spread.get(id), alpha.value)
    return { id, change, reliable }
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

/** A point of which every partner's view may be shown. */
type ShownPoint = TrendPoint & { readonly result: ShownResult }

/** Null where anything may not be shown. */
function listShownPoints(
  points: readonly TrendPoint[],
  minGroup: number,
): readonly ShownPoint[] | null {
  const shown = points.flatMap((point) => {
    const { result } = point
    return result.hidden === undefined ? [{ ...point, result }] : []
  })
  const changed = shown.some((from, index) =>
    shown.slice(index + 1).some((to) => isTooFew(from, to, minGroup)),
  )
  return changed || shown.length < points.length ? null : shown
}

/** Of the same people nothing can be got by subtraction; of people who are not known the fewest that can have changed count. */
function isTooFew(from: ShownPoint, to: ShownPoint, minGroup: number): boolean {
  if (minGroup <= 1) return false
  const before = indexById(from.result.partners)
  const after = indexById(to.result.partners)
  return [...new Set([...before.keys(), ...after.keys()])].some((id) => {
    const counts = [before.get(id)?.respondents ?? 0, after.get(id)?.respondents ?? 0] as const
    if (counts.some((count) => count > 0 && count < minGroup)) return true
    if (from.people === null || to.people === null) {
      return Math.abs(counts[0] - counts[1]) < minGroup
    }
    const changed = countSymmetricDifference(from.people.get(id), to.people.get(id))
    return changed > 0 && changed < minGroup
  })
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
