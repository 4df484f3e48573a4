import {
  floorOf,
  leavesNoMore,
  type PartFloor,
  type Tail,
  tailsOf,
  type Work,
  wider,
} from './path-part.ts'
import type { Prices } from './path-prices.ts'
import { costOfEffort, type PathTask } from './path-task.ts'

export interface StepsOnQuestion {
  readonly question: string
  readonly steps: number
  readonly effort: number
}

/**
 * The cheapest steps that meet every need of a task that is in reach, by exact dynamic programming.
 *
 * Partners' needs stay within one part (a dimension); only the overall need joins the parts. So each part is walked backwards,
 * keeping for each place every way to take the steps from there on that no other beats in cost, gain and what it leaves to do
 * (`path-part.ts`); then the parts are joined on cost and gain alone. A way that cannot stay within the budget is dropped,
 * judged by prices for all gains (`path-prices.ts`); the budget grows until something is left. Last, the steps
 * are read forwards in the order of ids, as many on each question as the least cost allows: that list comes first.
 */
export function cheapestSteps(task: PathTask): readonly StepsOnQuestion[] {
  const work: Work = { left: enoughWork }
  const floor = closestFloor(task, work)
  const first = firstBudget(floor.least)
  for (let more = 0; ; more = wider(more, work)) {
    const budget = first + more
    const parts = task.parts.map((part, index) => {
      const { prices = [], least = 0 } = floor.parts[index] ?? {}
      return tailsOf(part, task.need, prices, least + budget - floor.least, work)
    })
    const ends = endsOf(task, parts, floor, budget)
    const cheapest = ends[0]?.find((end) => end.rest === 0)
    if (cheapest !== undefined) return readForwards(task, parts, ends, cheapest.cost)
  }
}

/** Comparisons; a second or two of them. */
const enoughWork = 60_000_000

/** A lower bound on the cost of all, from a price for what is gained overall: the least of each part at that price. */
interface Floor {
  readonly price: number
  readonly parts: readonly PartFloor[]
  readonly least: number
  /** What the least of the parts gain too little overall: how fast the bound rises with the price. */
  readonly short: number
}

/**
 * The highest floor, or one so near that nothing is won by going on. Between a price that gains too little and one that gains
 * enough it is no higher than where the lines along both meet, and that is the price to look at next.
 */
function closestFloor(task: PathTask, work: Work): Floor {
  let here = floorAt(task, greedyPrice(task), [], work)
  let best = here
  let under: Floor | null = null
  let over: Floor | null = null
  for (let stride = 1.3; work.left > 0; stride *= 1.3) {
    if (here.short > 0) under = here
    else over = here
    const meet = meeting(under, over)
    const highest = over === null ? Infinity : lineAt(over, meet ?? 0)
    if (highest - best.least < nearEnough) break
    const price = meet ?? (over === null ? here.price * stride : here.price / stride)
    if (price === here.price) break
    const near = here.parts.map(({ prices }) => prices)
    here = floorAt(task, price, near, work)
    if (here.least > best.least) best = here
  }
  return best
}

const nearEnough = 4 * costOfEffort

/** The price at which the lines along both meet. */
function meeting(under: Floor | null, over: Floor | null): number | null {
  if (under === null || over === null) return null
  return (lineAt(over, 0) - lineAt(under, 0)) / (under.short - over.short)
}

/** What the last step costs for its gain, where the best steps are taken until all that is needed overall is gained. */
function greedyPrice({ need, parts }: PathTask): number {
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

function lineAt({ least, short, price }: Floor, other: number): number {
  return least + short * (other - price)
}

function floorAt(task: PathTask, price: number, near: readonly Prices[], work: Work): Floor {
  const parts = task.parts.map((part, index) => floorOf(part, price, near[index], work))
  return {
    price,
    parts,
    least: parts.reduce((all, part) => all + part.least, task.need * price),
    short: parts.reduce((all, part) => all - part.gain, task.need),
  }
}

/** A way to take steps on all parts from some part on. */
interface End {
  readonly cost: number
  /** What the parts before it still have to gain for the overall score. */
  readonly rest: number
}

/** Of all costs with the effort that is needed at least, the highest. */
function firstBudget(least: number): number {
  return (Math.ceil(least / costOfEffort - 1e-6) + 1) * costOfEffort - 1
}

/** For each part, and after the last, the ends that begin there and that no other beats, by cost. */
function endsOf(
  task: PathTask,
  parts: readonly (readonly (readonly Tail[])[])[],
  floor: Floor,
  budget: number,
): readonly (readonly End[])[] {
  let ends: readonly End[] = [{ cost: 0, rest: task.need }]
  const all = [ends]
  let before = floor.least - task.need * floor.price
  for (let part = parts.length - 1; part >= 0; part -= 1) {
    before -= floor.parts[part]?.least ?? 0
    const limit = budget - before + 1
    const joined: End[] = []
    for (const tail of parts[part]?.[0] ?? []) {
      for (const end of ends) {
        const cost = end.cost + tail.cost
        const rest = Math.max(0, end.rest - tail.gain)
        if (cost + floor.price * rest <= limit) joined.push({ cost, rest })
      }
    }
    ends = unbeaten(joined)
    all.push(ends)
  }
  return all.reverse()
}

function unbeaten(ends: readonly End[]): readonly End[] {
  const kept: End[] = []
  for (const end of ends.toSorted((a, b) => a.cost - b.cost || a.rest - b.rest)) {
    const last = kept.at(-1)
    if (last === undefined || end.rest < last.rest) kept.push(end)
  }
  return kept
}

function readForwards(
  task: PathTask,
  parts: readonly (readonly (readonly Tail[])[])[],
  ends: readonly (readonly End[])[],
  cheapest: number,
): readonly StepsOnQuestion[] {
  const read: StepsOnQuestion[] = []
  let left = cheapest
  let overall = 0
  for (const [index, { items, needs }] of task.parts.entries()) {
    let gained: readonly number[] = needs.map(() => 0)
    for (const [place, item] of items.entries()) {
      const tails = parts[index]?.[place + 1] ?? []
      for (let steps = item.most; steps >= item.least; steps -= 1) {
        const [gain = 0, ...own] = item.gains[steps] ?? []
        const after = left - (item.costs[steps] ?? 0)
        const all = gained.map((each, i) => each + (own[i] ?? 0))
        const fits = (tail: Tail) =>
          leavesNoMore(tail.rest, all) &&
          canEnd(ends[index + 1] ?? [], after - tail.cost, overall + gain + tail.gain)
        if (!tails.some(fits)) continue
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
function canEnd(ends: readonly End[], cost: number, gained: number): boolean {
  for (const end of ends) {
    if (end.cost > cost) return false
    if (end.rest <= gained) return true
  }
  return false
}
