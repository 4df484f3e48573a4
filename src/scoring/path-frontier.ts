import {
  findBestSteps,
  findMultipliers,
  getReducedCost,
  type Multipliers,
} from './path-multipliers.ts'
import { costPerEffort, type PathItem, type PathPart } from './path-task.ts'

/** A way to take steps on the questions of one part, from some place to its last. */
export interface PartialPath {
  readonly cost: number
  /** For the overall score, up to what is needed. */
  readonly gain: number
  /** The same, however much it is. */
  readonly totalGain: number
  /** What the questions of the part before it still have to gain, for each of its needs. */
  readonly remaining: readonly number[]
}

/**
 * For each place among a part's questions, from before the first to after the last, the partial paths that no other beats and that can
 * still become a whole within the budget. `budget` is on costs from which the gain for the overall score is paid back.
 */
export function findFrontiers(
  part: PathPart,
  need: number,
  multipliers: Multipliers,
  budget: number,
  work: RemainingComparisons,
): readonly (readonly PartialPath[])[] {
  const places = buildPlaceBounds(part, multipliers)
  const limit = budget + roundingSlack
  let fullest: PartialPath = { cost: 0, gain: 0, totalGain: 0, remaining: part.needs }
  let frontier: readonly PartialPath[] = [fullest]
  const all = [frontier]
  for (let at = part.items.length - 1; at >= 0; at -= 1) {
    const item = part.items[at]
    const place = places[at]
    if (item === undefined || place === undefined) continue
    const candidates: PathCandidate[] = []
    for (const partial of frontier) {
      for (let steps = item.minSteps; steps <= item.maxSteps; steps += 1) {
        const bound = computeLowerBound(partial, item, steps, need, place, multipliers)
        if (bound <= limit)
          candidates.push({ partial: extendPartialPath(partial, item, steps, need), bound })
      }
    }
    frontier = listUndominated(work.left > 0 ? candidates : chooseBestCandidates(candidates), work)
    const bound = computeLowerBound(fullest, item, item.maxSteps, need, place, multipliers)
    fullest = extendPartialPath(fullest, item, item.maxSteps, need)
    if (work.left <= 0 && bound <= limit) frontier = [...frontier, fullest]
    all.push(frontier)
  }
  return all.reverse().with(0, frontier.filter(isCompletePath))
}

interface PathCandidate {
  readonly partial: PartialPath
  /** What a whole with it costs at least. */
  readonly bound: number
}

/**
 * How many comparisons are left. No partnership of ordinary size uses them up (60 questions, 4 partners: a thousandth); then
 * only the most hopeful partial paths go on, and the one that takes every step, which always gets there: no file can hang the tool. The
 * path still holds, and is no longer proven to be the cheapest.
 */
interface RemainingComparisons {
  left: number
}

/** The next budget: by an effort, and in growing strides once the work is used up. */
export function widenBudget(more: number, work: RemainingComparisons): number {
  return work.left > 0 ? more + costPerEffort : 2 * more + costPerEffort
}

interface PartLowerBound {
  readonly multipliers: Multipliers
  /** The least cost that meets the part's needs, its gain for the overall score paid back. */
  readonly minCost: number
  /** What that gains for the overall score. */
  readonly gain: number
}

/**
 * What a part costs at least, at a multiplier for the overall gain: exact, by the same partial paths on costs with that taken off. The
 * other multipliers given are where the search for good ones begins.
 */
export function findPartLowerBound(
  part: PathPart,
  multiplier: number,
  near: Multipliers | undefined,
  work: RemainingComparisons,
): PartLowerBound {
  const alone = { ...part, items: part.items.map((item) => applyMultiplier(item, multiplier)) }
  const start = near === undefined ? undefined : [[0, ...near.slice(1)]]
  const own = findMultipliers({ need: 0, parts: [alone] }, start)[0] ?? []
  const least = computeRelaxedBound(alone, own)
  for (let more = 0; ; more = widenBudget(more, work)) {
    const whole = findFrontiers(alone, 0, own, least + more, work)[0] ?? []
    const [first, ...others] = whole
    if (first === undefined) continue
    const found = others.reduce(
      (lowest, partial) => (partial.cost < lowest.cost ? partial : lowest),
      first,
    )
    return {
      multipliers: [multiplier, ...own.slice(1)],
      minCost: found.cost,
      gain: found.totalGain,
    }
  }
}

/** Does the other leave no more to do, whatever it costs? */
export function isNoLarger(rest: readonly number[], other: readonly number[]): boolean {
  for (let i = 0; i < rest.length; i += 1) if ((rest[i] ?? 0) > (other[i] ?? 0)) return false
  return true
}

interface PlaceBounds {
  /** What the questions before the place cost at least, their gains paid back. */
  readonly before: number
  /** The most they can gain, for each need. */
  readonly reach: readonly number[]
}

/** Rounding stays far below this; one step costs 65536 and more. */
const roundingSlack = 1e-2

/** How many partial paths are kept for a place once the work is used up. */
const maxPathsWhenSpent = 100

function buildPlaceBounds(
  { items, needs }: PathPart,
  multipliers: Multipliers,
): readonly PlaceBounds[] {
  const places: PlaceBounds[] = []
  let before = 0
  let reach = needs.map(() => 0)
  for (const item of items) {
    places.push({ before, reach })
    const most = item.gains[item.maxSteps] ?? []
    before += getReducedCost(item, findBestSteps(item, multipliers), multipliers)
    reach = reach.map((far, i) => far + (most[i + 1] ?? 0))
  }
  return places
}

function computeRelaxedBound({ items, needs }: PathPart, multipliers: Multipliers): number {
  let least = 0
  for (let i = 0; i < needs.length; i += 1) least += (needs[i] ?? 0) * (multipliers[i + 1] ?? 0)
  for (const item of items)
    least += getReducedCost(item, findBestSteps(item, multipliers), multipliers)
  return least
}

function applyMultiplier(item: PathItem, multiplier: number): PathItem {
  return {
    ...item,
    costs: item.costs.map((cost, steps) => cost - multiplier * (item.gains[steps]?.[0] ?? 0)),
  }
}

/**
 * What a whole costs at least with this tail and so many steps on the question before it, or infinity where the questions
 * before that cannot gain what is left.
 */
function computeLowerBound(
  partial: PartialPath,
  item: PathItem,
  steps: number,
  need: number,
  place: PlaceBounds,
  multipliers: Multipliers,
): number {
  const gains = item.gains[steps] ?? []
  const gain = Math.min(need, partial.gain + (gains[0] ?? 0))
  let bound = partial.cost + (item.costs[steps] ?? 0) + place.before - gain * (multipliers[0] ?? 0)
  for (let i = 0; i < partial.remaining.length; i += 1) {
    const left = Math.max(0, (partial.remaining[i] ?? 0) - (gains[i + 1] ?? 0))
    if (left > (place.reach[i] ?? 0)) return Infinity
    bound += left * (multipliers[i + 1] ?? 0)
  }
  return bound
}

function chooseBestCandidates(candidates: readonly PathCandidate[]): readonly PathCandidate[] {
  return candidates.toSorted((a, b) => a.bound - b.bound).slice(0, maxPathsWhenSpent)
}

function extendPartialPath(
  partial: PartialPath,
  item: PathItem,
  steps: number,
  need: number,
): PartialPath {
  const gains = item.gains[steps] ?? []
  const gain = gains[0] ?? 0
  const rest: number[] = []
  for (let i = 0; i < partial.remaining.length; i += 1) {
    rest.push(Math.max(0, (partial.remaining[i] ?? 0) - (gains[i + 1] ?? 0)))
  }
  return {
    cost: partial.cost + (item.costs[steps] ?? 0),
    gain: Math.min(need, partial.gain + gain),
    totalGain: partial.totalGain + gain,
    remaining: rest,
  }
}

/** The partial paths that no other beats: none costs as little, gains as much and leaves as little. A few, once the work is used up. */
function listUndominated(
  candidates: readonly PathCandidate[],
  work: RemainingComparisons,
): readonly PartialPath[] {
  const kept: PartialPath[] = []
  for (const { partial } of candidates.toSorted(compareByCost)) {
    if (work.left <= 0 && kept.length >= maxPathsWhenSpent) break
    work.left -= kept.length
    if (!isDominated(partial, kept)) kept.push(partial)
  }
  return kept
}

function isDominated(partial: PartialPath, kept: readonly PartialPath[]): boolean {
  for (const other of kept) {
    if (other.gain >= partial.gain && isNoLarger(other.remaining, partial.remaining)) return true
  }
  return false
}

function compareByCost({ partial: a }: PathCandidate, { partial: b }: PathCandidate): number {
  if (a.cost !== b.cost) return a.cost - b.cost
  if (a.gain !== b.gain) return b.gain - a.gain
  for (let i = 0; i < a.remaining.length; i += 1) {
    const difference = (a.remaining[i] ?? 0) - (b.remaining[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function isCompletePath(partial: PartialPath): boolean {
  return partial.remaining.every((left) => left === 0)
}
