import { leastOf, leavesNoMore, type Tail, tailsOf } from './path-part.ts'
import { goodPrices, type Prices } from './path-prices.ts'
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
 * judged by prices for all gains (`path-prices.ts`); the budget grows by one effort until something is left. Last, the steps
 * are read forwards in the order of ids, as many on each question as the least cost allows: that list comes first.
 */
export function cheapestSteps(task: PathTask): readonly StepsOnQuestion[] {
  const prices = goodPrices(task)
  const leasts = task.parts.map((part, index) => leastOf(part, prices[index] ?? []))
  const least = leasts.reduce((all, each) => all + each, task.need * priceOf(prices))
  for (let budget = firstBudget(least); ; budget += costOfEffort) {
    const parts = task.parts.map((part, index) =>
      tailsOf(part, task.need, prices[index] ?? [], (leasts[index] ?? 0) + budget - least),
    )
    const ends = endsOf(task, parts, { price: priceOf(prices), leasts, budget })
    const cheapest = ends[0]?.find((end) => end.rest === 0)
    if (cheapest !== undefined) return readForwards(task, parts, ends, cheapest.cost)
  }
}

/** A way to take steps on all parts from some part on. */
interface End {
  readonly cost: number
  /** What the parts before it still have to gain for the overall score. */
  readonly rest: number
}

interface Bound {
  readonly price: number
  readonly leasts: readonly number[]
  readonly budget: number
}

function priceOf(prices: readonly Prices[]): number {
  return prices[0]?.[0] ?? 0
}

/** Of all costs with the effort that is needed at least, the highest. */
function firstBudget(least: number): number {
  return (Math.ceil(least / costOfEffort - 1e-6) + 1) * costOfEffort - 1
}

/** For each part, and after the last, the ends that begin there and that no other beats, by cost. */
function endsOf(
  task: PathTask,
  parts: readonly (readonly (readonly Tail[])[])[],
  { price, leasts, budget }: Bound,
): readonly (readonly End[])[] {
  let ends: readonly End[] = [{ cost: 0, rest: task.need }]
  const all = [ends]
  let before = leasts.reduce((sum, each) => sum + each, 0)
  for (const [index, tails] of [...parts.entries()].reverse()) {
    before -= leasts[index] ?? 0
    const limit = budget - before + 1
    const joined = (tails[0] ?? []).flatMap((tail) =>
      ends
        .map((end) => ({ cost: end.cost + tail.cost, rest: Math.max(0, end.rest - tail.gain) }))
        .filter((end) => end.cost + price * end.rest <= limit),
    )
    ends = unbeaten(joined)
    all.unshift(ends)
  }
  return all
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

/** Is there an end that costs no more, and asks for no more of the overall score than is gained before it? */
function canEnd(ends: readonly End[], cost: number, gained: number): boolean {
  return ends.some((end) => end.cost <= cost && end.rest <= gained)
}
