import type { Level } from '../model/questionnaire.ts'
import type { PathToLevel } from '../model/result.ts'
import { getLevelAbove, isFullyScored, type LevelBounds } from './level.ts'
import type { PartnershipScores } from './partnership-scores.ts'
import {
  findFrontiers,
  findPartLowerBound,
  isNoLarger,
  type PartialPath,
  widenBudget,
} from './path-frontier.ts'
import type { Multipliers } from './path-multipliers.ts'
import { buildPathTask, costPerEffort, type PathTask } from './path-task.ts'

/**
 * The set of single steps with the least total effort after which the next level holds; of equals the fewest steps, then the
 * sorted list of question ids, one for each step, that comes first. Null at the highest level; where no steps get there,
 * `effort` is null and the reason is told. Source: design section 3, rule 13 and fine print.
 */
export function findPathToLevel(
  scores: PartnershipScores,
  levels: LevelBounds,
): PathToLevel | null {
  const { level } = levels
  if (level === null) return makeBlockedPath(null, 'not-scored')
  const next = getLevelAbove(level, scores.questionnaire.levels)
  if (next === null) return null
  if (!isFullyScored(scores)) return makeBlockedPath(next, 'not-scored')
  const task = buildPathTask(next, scores)
  if (typeof task === 'string') return makeBlockedPath(next, task)
  const steps = findCheapestSteps(task)
  return {
    to: next.id,
    effort: steps.reduce((all, each) => all + each.effort, 0),
    steps: sortSteps(scores, steps),
  }
}

function makeBlockedPath(
  to: Level | null,
  reason: NonNullable<PathToLevel['reason']>,
): PathToLevel {
  return { to: to?.id ?? null, effort: null, reason }
}

function sortSteps(scores: PartnershipScores, steps: readonly QuestionSteps[]): QuestionSteps[] {
  return scores.questionnaire.dimensions.flatMap((dimension) =>
    dimension.questions.flatMap(({ id }) => steps.filter((step) => step.question === id)),
  )
}

interface QuestionSteps {
  readonly question: string
  readonly steps: number
  readonly effort: number
}

/**
 * The cheapest steps that meet every need of a task that is in reach, by exact dynamic programming.
 *
 * Partners' needs stay within one part (a dimension); only the overall need joins the parts. So each part is walked backwards,
 * keeping for each place every way to take the steps from there on that no other beats in cost, gain and what it leaves to do
 * (`path-frontier.ts`); then the parts are joined on cost and gain alone. A way that cannot stay within the budget is dropped,
 * judged by multipliers for all gains (`path-multipliers.ts`); the budget grows until something is left. Last, the steps
 * are read forwards in the order of ids, as many on each question as the least cost allows: that list comes first.
 */
function findCheapestSteps(task: PathTask): readonly QuestionSteps[] {
  const work = { left: maxComparisons }
  const lowerBound = findLowerBound(task, work)
  const first = getFirstBudget(lowerBound.minCost)
  for (let more = 0; ; more = widenBudget(more, work)) {
    const budget = first + more
    const parts = task.parts.map((part, index) => {
      const { multipliers = [], minCost: least = 0 } = lowerBound.parts[index] ?? {}
      return findFrontiers(part, task.need, multipliers, least + budget - lowerBound.minCost, work)
    })
    const ends = joinFrontiers(task, parts, lowerBound, budget)
    const cheapest = ends[0]?.find((end) => end.remaining === 0)
    if (cheapest !== undefined) return traceSteps(task, parts, ends, cheapest.cost)
  }
}

/** Comparisons; a second or two of them. */
const maxComparisons = 60_000_000

/** A lower bound on the cost of all, from a multiplier for what is gained overall: the least of each part at it. */
interface LowerBound {
  readonly multiplier: number
  readonly parts: readonly ReturnType<typeof findPartLowerBound>[]
  readonly minCost: number
  /** What the least of the parts gain too little overall: how fast the bound rises with the multiplier. */
  readonly shortfall: number
}

/**
 * The highest lower bound, or one so near that nothing is won by going on. Between a multiplier that gains too little and one that gains
 * enough it is no higher than where the lines along both meet, and that is the one to look at next.
 */
function findLowerBound(task: PathTask, work: { left: number }): LowerBound {
  let here = buildLowerBound(task, findGreedyMultiplier(task), [], work)
  let best = here
  let under: LowerBound | null = null
  let over: LowerBound | null = null
  for (let stride = 1.3; work.left > 0; stride *= 1.3) {
    if (here.shortfall > 0) under = here
    else over = here
    const meet = findMeetingMultiplier(under, over)
    const highest = over === null ? Infinity : getLineValue(over, meet ?? 0)
    if (highest - best.minCost < minBoundRise) break
    const multiplier = meet ?? (over === null ? here.multiplier * stride : here.multiplier / stride)
    if (multiplier === here.multiplier) break
    const near = here.parts.map(({ multipliers }) => multipliers)
    here = buildLowerBound(task, multiplier, near, work)
    if (here.minCost > best.minCost) best = here
  }
  return best
}

const minBoundRise = 4 * costPerEffort

/** The price at which the lines along both meet. */
function findMeetingMultiplier(under: LowerBound | null, over: LowerBound | null): number | null {
  if (under === null || over === null) return null
  return (getLineValue(over, 0) - getLineValue(under, 0)) / (under.shortfall - over.shortfall)
}

/** What the last step costs for its gain, where the best steps are taken until all that is needed overall is gained. */
function findGreedyMultiplier({ need, parts }: PathTask): number {
  const steps = parts
    .flatMap(({ items }) =>
      items.flatMap(({ costs, gains }) =>
        gains.slice(1).map((gain, index) => ({
          cost: (costs[index + 1] ?? 0) - (costs[index] ?? 0),
          gain: (gain[0] ?? 0) - (gains[index]?.[0] ?? 0),
        })),
      ),
    )
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => a.cost / a.gain - b.cost / b.gain)
  let left = need
  for (const { cost, gain } of steps) {
    left -= gain
    if (left <= 0) return need > 0 ? cost / gain : 0
  }
  return 0
}

function getLineValue(
  { minCost: least, shortfall: short, multiplier }: LowerBound,
  other: number,
): number {
  return least + short * (other - multiplier)
}

function buildLowerBound(
  task: PathTask,
  multiplier: number,
  near: readonly Multipliers[],
  work: { left: number },
): LowerBound {
  const parts = task.parts.map((part, index) =>
    findPartLowerBound(part, multiplier, near[index], work),
  )
  return {
    multiplier,
    parts,
    minCost: parts.reduce((all, part) => all + part.minCost, task.need * multiplier),
    shortfall: parts.reduce((all, part) => all - part.gain, task.need),
  }
}

/** A way to take steps on all parts from some part on. */
interface JoinedPath {
  readonly cost: number
  /** What the parts before it still have to gain for the overall score. */
  readonly remaining: number
}

/** Of all costs with the effort that is needed at least, the highest. */
function getFirstBudget(least: number): number {
  return (Math.ceil(least / costPerEffort - 1e-6) + 1) * costPerEffort - 1
}

/** For each part, and after the last, the ends that begin there and that no other beats, by cost. */
function joinFrontiers(
  task: PathTask,
  parts: readonly (readonly (readonly PartialPath[])[])[],
  lowerBound: LowerBound,
  budget: number,
): readonly (readonly JoinedPath[])[] {
  let ends: readonly JoinedPath[] = [{ cost: 0, remaining: task.need }]
  const all = [ends]
  let before = lowerBound.minCost - task.need * lowerBound.multiplier
  for (let part = parts.length - 1; part >= 0; part -= 1) {
    before -= lowerBound.parts[part]?.minCost ?? 0
    const limit = budget - before + 1
    const joined: JoinedPath[] = []
    for (const tail of parts[part]?.[0] ?? []) {
      for (const end of ends) {
        const cost = end.cost + tail.cost
        const rest = Math.max(0, end.remaining - tail.gain)
        if (cost + lowerBound.multiplier * rest <= limit) joined.push({ cost, remaining: rest })
      }
    }
    ends = listUndominatedPaths(joined)
    all.push(ends)
  }
  return all.reverse()
}

function listUndominatedPaths(ends: readonly JoinedPath[]): readonly JoinedPath[] {
  const kept: JoinedPath[] = []
  for (const end of ends.toSorted((a, b) => a.cost - b.cost || a.remaining - b.remaining)) {
    const last = kept.at(-1)
    if (last === undefined || end.remaining < last.remaining) kept.push(end)
  }
  return kept
}

function traceSteps(
  task: PathTask,
  parts: readonly (readonly (readonly PartialPath[])[])[],
  ends: readonly (readonly JoinedPath[])[],
  cheapest: number,
): readonly QuestionSteps[] {
  const read: QuestionSteps[] = []
  let left = cheapest
  let overall = 0
  for (const [index, { items, needs }] of task.parts.entries()) {
    let gained: readonly number[] = needs.map(() => 0)
    for (const [place, item] of items.entries()) {
      const frontier = parts[index]?.[place + 1] ?? []
      for (let steps = item.maxSteps; steps >= item.minSteps; steps -= 1) {
        const [gain = 0, ...own] = item.gains[steps] ?? []
        const after = left - (item.costs[steps] ?? 0)
        const all = gained.map((each, i) => each + (own[i] ?? 0))
        const fits = (tail: PartialPath) =>
          isNoLarger(tail.remaining, all) &&
          canComplete(ends[index + 1] ?? [], after - tail.cost, overall + gain + tail.gain)
        if (!frontier.some(fits)) continue
        left = after
        overall += gain
        gained = all
        if (steps > 0) read.push({ question: item.question, steps, effort: steps * item.effort })
        break
      }
    }
  }
  return read
}

/** Is there an end that costs no more, and asks for no more of the overall score than is gained before it? By cost they ask less. */
function canComplete(ends: readonly JoinedPath[], cost: number, gained: number): boolean {
  for (const end of ends) {
    if (end.cost > cost) return false
    if (end.remaining <= gained) return true
  }
  return false
}
